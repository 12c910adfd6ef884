// SPDX-License-Identifier: MIT
// Finds the nearest known phrase.
#include "check/suggest.h"

#include "check/check.h"
#include "meaning/duration_words.h"
#include "text/edit_distance.h"
#include "text/fold.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

// Keeps the nearest candidate. A tie between two names gives no suggestion.
// At the same distance, the one with the same ending is nearer (a plural stays a plural), then the
// longer one: letters are forgotten more often than mistaken.
class Nearest {
 public:
  explicit Nearest(std::string_view text) : text_(text) {}

  void offer(std::string_view phrase, std::string_view name) {
    const uint32_t bound = std::min(typos_allowed(text_.size()), typos_allowed(phrase.size()));
    const uint32_t distance = edit_distance(text_, phrase, bound);
    if (distance > bound || text_.empty() || phrase.empty()) return;
    const size_t score =
        4 * distance + (text_.back() == phrase.back() ? 0 : 2) + (phrase.size() > text_.size() ? 0 : 1);
    if (score > score_) return;
    is_draw_ = score == score_ && name != name_;
    if (score < score_) name_ = name;
    score_ = score;
  }
  std::string name() const { return is_draw_ ? "" : name_; }

 private:
  std::string_view text_;
  size_t score_ = SIZE_MAX;
  std::string name_;
  bool is_draw_ = false;
};

// "licence cc by saa 4 0" -> "cc by saa 4 0"
std::string without_licence(std::string folded) {
  for (const std::string_view label : {"licence ", "license "})
    if (folded.starts_with(label)) folded.erase(0, label.size());
  return folded;
}

bool is_known_word(const DurationWords& words, size_t i) {
  return words.kind(i) != DurationWord::kNone || !words.tokens().is(i, TokenKind::kWord);
}

std::string suggestion_for(const Diagnostic& diagnostic) {
  const std::string_view text = argument(diagnostic, "words");
  for (const MeantList& list : kMeantLists)
    if (diagnostic.code == list.unknown_code) return suggest_value(list.kind, text);
  if (diagnostic.code == "duration-not-understood") return suggest_duration(text);
  const std::string_view tag = argument(diagnostic, "tag");
  const bool is_licence = diagnostic.code == "licence-unknown" || diagnostic.code == "licence-version-unknown";
  return is_licence ? suggest_licence(tag) : "";
}

}  // namespace

std::string suggest_value(TagKind kind, std::string_view text) {
  const std::string folded = fold(text);
  Nearest nearest(folded);
  for (const Phrase<TagKind>& phrase : tag_phrases(kind)) nearest.offer(phrase.text, tag_name(phrase));
  return nearest.name();
}

std::string suggest_label(std::string_view text) {
  const std::string folded = fold(text);
  Nearest nearest(folded);
  for (const Phrase<TagKind>& phrase : label_phrases()) nearest.offer(phrase.text, label_name(phrase));
  nearest.offer("licence", "licence");
  return nearest.name();
}

std::string suggest_licence(std::string_view text) {
  const std::string folded = without_licence(fold(text));
  Nearest nearest(folded);
  for (const std::string& id : licence_ids()) {
    const std::string label = licence_label(id);
    nearest.offer(fold(label), label);
    nearest.offer(fold(id), label);
  }
  return nearest.name();
}

std::string suggest_duration(std::string_view text) {
  const DurationWords words(text);
  for (size_t i = 0; i < words.size(); ++i) {
    if (is_known_word(words, i)) continue;
    const std::string_view word = words.tokens().folded(i);
    Nearest nearest(word);
    for (const Phrase<DurationWord>& phrase : duration_phrases())
      if (phrase.kind == DurationWord::kUnit) nearest.offer(phrase.text, phrase.text);
    const std::string name = nearest.name();
    if (name.empty()) continue;
    const Token& token = words.tokens()[i];
    return std::string(text.substr(0, token.begin)) + name + std::string(text.substr(token.end));
  }
  return {};
}

void add_suggestions(std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    std::string suggestion = suggestion_for(diagnostic);
    if (!suggestion.empty()) diagnostic.args.emplace_back("suggestion", std::move(suggestion));
  }
}

}  // namespace catalogue
