// SPDX-License-Identifier: MIT
// Marks in a text the words that a visitor searched.
#include "render/highlight.h"

#include <string>

#include "text/fold.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

constexpr size_t kShortestStem = 4;
constexpr size_t kShortestWord = 2;

bool is_word(char32_t code_point) {
  if (code_point == kNoCodePoint) return false;
  const Fold fold = fold_code_point(code_point);
  return fold != kFoldSeparator && fold != kFoldApostrophe;
}

// A French or English plural or feminine ending aside: "formations" and "formation" are one.
std::string_view stem_of(std::string_view word) {
  while (word.size() > kShortestStem && (word.back() == 's' || word.back() == 'x' || word.back() == 'e')) {
    word.remove_suffix(1);
  }
  return word;
}

bool is_searched(std::string_view word, std::string_view folded_search) {
  while (!folded_search.empty()) {
    const size_t space = folded_search.find(' ');
    const std::string_view sought = stem_of(folded_search.substr(0, space));
    if (sought.size() >= kShortestWord && word.substr(0, sought.size()) == sought) return true;
    folded_search.remove_prefix(space == std::string_view::npos ? folded_search.size() : space + 1);
  }
  return false;
}

// The end of the run of word characters (or of others) that starts at `at`.
size_t end_of_run(std::string_view data, size_t at, bool& is_word_run) {
  size_t next = at;
  is_word_run = is_word(next_code_point(data, next));
  while (next < data.size()) {
    size_t after = next;
    if (is_word(next_code_point(data, after)) != is_word_run) break;
    next = after;
  }
  return next;
}

}  // namespace

void write_highlighted(HtmlWriter& out, std::string_view data, std::string_view search) {
  const std::string folded_search = fold(search);
  if (folded_search.empty()) {
    out.text(data);
    return;
  }
  for (size_t at = 0; at < data.size();) {
    bool is_word_run = false;
    const size_t end = end_of_run(data, at, is_word_run);
    const std::string_view run = data.substr(at, end - at);
    const bool is_marked = is_word_run && is_searched(fold(run), folded_search);
    out.raw(is_marked ? "<mark>" : "").text(run).raw(is_marked ? "</mark>" : "");
    at = end;
  }
}

}  // namespace catalogue
