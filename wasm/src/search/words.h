// SPDX-License-Identifier: MIT
// Splits a text into folded words, and stems them.
#pragma once

#include <cstdint>
#include <string_view>

namespace catalogue {

// A word: bytes [begin, end) of the text, and its folded letters in UTF-8. Letters stop after the first character that
// reaches kMaxLetters bytes.
struct Word {
  static constexpr size_t kMaxLetters = 48;
  static constexpr size_t kCapacity = kMaxLetters + 4;
  size_t begin = 0;
  size_t end = 0;
  size_t size = 0;
  char letters[kCapacity];

  std::string_view folded() const { return {letters, size}; }
};

// Iterates over the words of a UTF-8 text. Skips elided articles and pronouns (l', d', qu'…).
class WordCursor {
 public:
  explicit WordCursor(std::string_view text) : text_(text) {}

  // Reads the next word. False at the end of the text.
  bool next(Word& word);

 private:
  std::string_view text_;
  size_t at_ = 0;
};

// A light stemmer for French: number, gender, infinitive, no derivation. "environnementaux" and "environnementale" give
// "environnemental". Takes a folded word, changes it in place and returns the new size.
size_t stem_in_place(char* letters, size_t size);

}  // namespace catalogue
