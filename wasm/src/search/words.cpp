// SPDX-License-Identifier: MIT
// Word splitting and stemming.
#include "search/words.h"

#include <cstring>

#include "text/fold.h"
#include "text/names.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

// Before an apostrophe: l', d', j'… and qu', lorsqu', jusqu'…
bool is_elided(const Word& word, size_t size) {
  return size == 1 || (word.letters[size - 2] == 'q' && word.letters[size - 1] == 'u');
}

// Writes a character after `size` letters: folded, or as it is when it has no fold. Returns the new size.
size_t append(Word& word, size_t size, Fold fold, std::string_view character) {
  if (size >= Word::kMaxLetters) return size;
  if (fold == kFoldOther) return size + character.copy(word.letters + size, character.size());
  word.letters[size++] = static_cast<char>(fold);
  if (fold >> 8) word.letters[size++] = static_cast<char>(fold >> 8);
  return size;
}

// A word with this ending, of at least `shortest` bytes, loses its last `dropped` bytes and gains `added`.
struct EndingRule {
  char ending[6];
  char added[4];
  uint8_t shortest;
  uint8_t dropped;
  bool is_last;  // no further rule applies
};

// Applied in this order, each once.
constexpr EndingRule kEndingRules[] = {
    {"eaux", "", 5, 1, false},    {"aux", "l", 6, 2, false}, {"x", "", 4, 1, false},   {"s", "", 4, 1, false},
    {"trice", "eur", 6, 4, true}, {"euse", "", 5, 2, true},  {"ive", "f", 5, 2, true}, {"e", "", 4, 1, false},
    {"e", "", 4, 1, false},       {"er", "", 6, 2, false},   {"ez", "", 6, 2, false}};

bool is_vowel(char c) { return index_of("aeiouy", c) < 6; }

}  // namespace

bool WordCursor::next(Word& word) {
  const std::string_view text = text_;
  const char* const bytes = text.data();
  size_t at = at_;
  size_t size = 0;
  while (at < text.size()) {
    const size_t start = at;
    const auto byte = static_cast<uint8_t>(bytes[at]);
    const Fold fold = byte < 0x80 ? kLatinFolds.of[byte] : fold_code_point(next_code_point(text, at));
    at += byte < 0x80;
    if (fold == kFoldNothing) {
      if (size > 0) word.end = at;  // a combining accent belongs to the letter before it
      continue;
    }
    if (fold == kFoldSeparator || fold == kFoldApostrophe) {
      if (size == 0) continue;
      if (fold == kFoldSeparator || !is_elided(word, size)) break;
      size = 0;
      continue;
    }
    if (size == 0) word.begin = start;
    word.end = at;
    size = append(word, size, fold, {bytes + start, at - start});
  }
  at_ = at;
  word.size = size;
  return size > 0;
}

size_t stem_in_place(char* letters, size_t size) {
  for (const EndingRule& rule : kEndingRules) {
    const size_t length = std::strlen(rule.ending);
    if (size < rule.shortest || std::memcmp(letters + size - length, rule.ending, length) != 0) continue;
    size -= rule.dropped;
    const size_t added = std::strlen(rule.added);
    std::memcpy(letters + size, rule.added, added);
    size += added;
    if (rule.is_last) return size;
  }
  if (size < 5) return size;
  const char last = letters[size - 1];
  return last == letters[size - 2] && !is_vowel(last) ? size - 1 : size;
}

}  // namespace catalogue
