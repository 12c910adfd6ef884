// SPDX-License-Identifier: MIT
// A heading cut into title and provider.
#include "meaning/meant_training.h"
#include "meaning/tag.h"

namespace catalogue {
namespace {

// Where the parenthesis that the heading ends with was opened; npos when they do not match.
size_t opening_of_last(std::string_view heading) {
  int depth = 0;
  for (size_t i = heading.size(); i > 0; --i) {
    if (heading[i - 1] == ')') ++depth;
    if (heading[i - 1] == '(' && --depth == 0) return i - 1;
  }
  return std::string_view::npos;
}

// "en ligne", "2 heures", "2024", "CC BY 4.0": words between parentheses that name nobody.
bool names_a_provider(std::string_view text) {
  const Tokens tokens(text);
  bool has_word = false;
  for (size_t i = 0; i < tokens.size(); ++i) has_word |= tokens.is(i, TokenKind::kWord);
  if (!has_word) return false;
  const TagReading reading = read_tag({std::string(text), "", 0, 0, false}, {});
  if (reading.kind == TagKind::kTheme) return !reading.is_labelled && read_durations(text, {}).problem != "";
  return reading.kind == TagKind::kProvider;
}

}  // namespace

TitleReading read_title(std::string_view heading) {
  heading = trimmed(heading);
  TitleReading whole{std::string(heading), ""};
  if (!heading.ends_with(')')) return whole;
  const size_t open = opening_of_last(heading);
  if (open == std::string_view::npos) return whole;
  const std::string_view title = trimmed(heading.substr(0, open));
  const std::string_view provider = trimmed(heading.substr(open + 1, heading.size() - open - 2));
  if (title.empty() || !names_a_provider(provider)) return whole;
  return {std::string(title), std::string(provider)};
}

}  // namespace catalogue
