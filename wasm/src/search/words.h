// SPDX-License-Identifier: MIT
// The words of a French text, as a search sees them.
#pragma once

#include <cstdint>
#include <string_view>

namespace catalogue {

// One word: where it stands in the text, and its folded letters (at most kMaxLetters bytes).
struct Word {
  static constexpr size_t kMaxLetters = 48;
  size_t begin = 0;
  size_t end = 0;
  size_t size = 0;
  char letters[kMaxLetters + 4];

  std::string_view folded() const { return {letters, size}; }
};

// Walks over the words of a UTF-8 text. Elided articles and pronouns (l', d', qu'…) are passed over.
class WordCursor {
 public:
  explicit WordCursor(std::string_view text) : text_(text) {}

  bool next(Word& word);
  // Passes over empty words as well.
  bool next_meaningful(Word& word);

 private:
  bool read(Word& word);

  std::string_view text_;
  size_t at_ = 0;
};

// Whether a folded word says nothing alone (le, de, et…).
bool is_empty_word(std::string_view folded);

// What inflected forms of a folded word have in common: "environnementaux" and "environnementale"
// give "environnemental". Light on purpose: number, gender, infinitive; no derivation. Changes
// `letters` in place and gives the new size.
size_t stem_in_place(char* letters, size_t size);

}  // namespace catalogue
