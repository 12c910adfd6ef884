// SPDX-License-Identifier: MIT
// Words and their stems.
#include "search/words.h"

#include <cstring>

#include "text/fold.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

// Each between spaces, so that a word is found whole; the most frequent first.
constexpr std::string_view kEmptyWords =
    " de la le les des et du en a l d un une pour par au aux sur dans que qui ce ces cet cette se sa "
    "son ses il elle ils ou on avec je leur leurs ma mes mon n ne nos notre nous qu s ta tes ton tu "
    "vos votre vous y the of and to in for ";
constexpr std::string_view kElided = " l d j n s c m t qu jusqu lorsqu puisqu quelqu presqu ";

bool is_listed(std::string_view list, std::string_view word) {
  char padded[12] = " ";
  if (word.size() > 8) return false;
  std::memcpy(padded + 1, word.data(), word.size());
  padded[word.size() + 1] = ' ';
  return list.find(std::string_view(padded, word.size() + 2)) != std::string_view::npos;
}

// The folded letter of an ASCII character, or 0.
char ascii_letter(char c) {
  if (c >= 'a' && c <= 'z') return c;
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c | 0x20);
  return c >= '0' && c <= '9' ? c : '\0';
}

bool ends_with(const char* letters, size_t size, std::string_view ending) {
  return size > ending.size() && std::string_view(letters, size).ends_with(ending);
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

size_t drop_plural(char* letters, size_t size) {
  if (size >= 6 && ends_with(letters, size, "aux") && letters[size - 4] != 'e') {
    letters[size - 2] = 'l';
    return size - 1;
  }
  const char last = letters[size - 1];
  return last == 's' || last == 'x' ? size - 1 : size;
}

}  // namespace

// Reads letters up to the next separator; false at the end of the text. An elided word is empty.
bool WordCursor::read(Word& word) {
  word.size = 0;
  while (at_ < text_.size()) {
    const size_t start = at_;
    if (const char letter = ascii_letter(text_[at_])) {
      if (word.size == 0) word.begin = start;
      word.end = ++at_;
      if (word.size < Word::kMaxLetters) word.letters[word.size++] = letter;
      continue;
    }
    const Fold fold = fold_code_point(next_code_point(text_, at_));
    if (fold.kind == FoldKind::kNothing) continue;
    const bool is_letter = fold.kind == FoldKind::kLetters || fold.kind == FoldKind::kOther;
    if (!is_letter) {
      if (word.size == 0) continue;
      if (fold.kind == FoldKind::kApostrophe && is_listed(kElided, word.folded())) word.size = 0;
      return true;
    }
    if (word.size == 0) word.begin = start;
    word.end = at_;
    if (word.size >= Word::kMaxLetters) continue;
    if (fold.kind == FoldKind::kOther) {
      std::memcpy(word.letters + word.size, text_.data() + start, at_ - start);
      word.size += at_ - start;
    } else {
      word.letters[word.size++] = fold.letters[0];
      if (fold.letters[1]) word.letters[word.size++] = fold.letters[1];
    }
  }
  return word.size > 0;
}

bool WordCursor::next(Word& word) {
  while (read(word)) {
    if (word.size > 0) return true;
  }
  return false;
}

bool WordCursor::next_meaningful(Word& word) {
  while (next(word)) {
    if (!is_empty_word(word.folded())) return true;
  }
  return false;
}

bool is_empty_word(std::string_view folded) { return is_listed(kEmptyWords, folded); }

size_t stem_in_place(char* letters, size_t size) {
  if (size < 4) return size;
  size = drop_plural(letters, size);
  if (ends_with(letters, size, "trice")) {
    std::memcpy(letters + size - 4, "eur", 3);
    return size - 1;
  }
  if (ends_with(letters, size, "euse")) return size - 2;
  if (size > 4 && ends_with(letters, size, "ive")) {
    letters[size - 2] = 'f';
    return size - 1;
  }
  if (size > 3 && letters[size - 1] == 'e') --size;
  if (size > 3 && letters[size - 1] == 'e') --size;
  const bool is_verb = ends_with(letters, size, "er") || ends_with(letters, size, "ez");
  if (size > 5 && is_verb) size -= 2;
  const char last = letters[size - 1];
  if (size > 4 && last == letters[size - 2] && !is_vowel(last)) --size;
  return size;
}

}  // namespace catalogue
