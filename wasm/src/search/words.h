// SPDX-License-Identifier: MIT
// The words of a French text, as a search sees them.
#pragma once

#include <cstdint>
#include <string_view>

namespace catalogue {

// One word: where it stands in the text, and its folded letters (at most kMaxLetters bytes, then
// the rest of a character).
struct Word {
  static constexpr size_t kMaxLetters = 48;
  static constexpr size_t kCapacity = kMaxLetters + 4;
  size_t begin = 0;
  size_t end = 0;
  size_t size = 0;
  char letters[kCapacity];

  std::string_view folded() const { return {letters, size}; }
};

// Words that say nothing alone (le, de, et…), folded, parted by spaces; the most frequent first.
inline constexpr char kEmptyWords[] =
    "de la le les des et du en a l d un une pour par au aux sur dans que qui ce ces cet cette se sa "
    "son ses il elle ils ou on avec je leur leurs ma mes mon n ne nos notre nous qu s ta tes ton tu "
    "vos votre vous y the of and to in for";

// Walks over the words of a UTF-8 text. Elided articles and pronouns (l', d', qu'…) are passed over.
class WordCursor {
 public:
  explicit WordCursor(std::string_view text) : text_(text) {}

  // The next word; false at the end of the text.
  bool next(Word& word);

 private:
  std::string_view text_;
  size_t at_ = 0;
};

// What inflected forms of a folded word have in common: "environnementaux" and "environnementale"
// give "environnemental". Light on purpose: number, gender, infinitive; no derivation. Changes
// `letters` in place and gives the new size.
size_t stem_in_place(char* letters, size_t size);

}  // namespace catalogue
