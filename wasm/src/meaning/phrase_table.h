// SPDX-License-Identifier: MIT
// Holds tables of phrases in few bytes to download: the texts of a table follow each other, without the address and
// size of each, which do not compress. The addresses are found again at the first use.
#pragma once

#include <algorithm>
#include <array>
#include <iterator>

#include "meaning/phrases.h"

namespace catalogue {

// What a phrase means, without its text.
template <typename Kind>
struct PhraseMeaning {
  Kind kind;
  int32_t value;
};

// The texts of a table, each ended by a line feed, which no phrase has.
template <const auto& kRows>
constexpr auto join_texts() {
  constexpr size_t kSize = [] {
    size_t size = 0;
    for (const auto& row : kRows) size += row.text.size() + 1;
    return size;
  }();
  std::array<char, kSize> texts{};
  char* end = texts.data();
  for (const auto& row : kRows) {
    end = std::copy(row.text.begin(), row.text.end(), end);
    *end++ = '\n';
  }
  return texts;
}

template <typename Kind, size_t kCount>
constexpr auto meanings_of(const Phrase<Kind> (&rows)[kCount]) {
  std::array<PhraseMeaning<Kind>, kCount> meanings{};
  for (size_t i = 0; i < kCount; ++i) meanings[i] = {rows[i].kind, rows[i].value};
  return meanings;
}

// The phrases of joined texts, one for each meaning.
template <typename Kind, size_t kCount>
std::array<Phrase<Kind>, kCount> split_texts(const char* text,
                                             const std::array<PhraseMeaning<Kind>, kCount>& meanings) {
  std::array<Phrase<Kind>, kCount> phrases;
  for (size_t i = 0; i < kCount; ++i) {
    const char* end = text;
    while (*end != '\n') ++end;
    phrases[i] = {{text, static_cast<size_t>(end - text)}, meanings[i].kind, meanings[i].value};
    text = end + 1;
  }
  return phrases;
}

// A table that toolchain/generate writes, sorted by text. The rows themselves are read by the C++ compiler alone.
template <const auto& kRows>
auto phrase_table() {
  static constexpr auto kTexts = join_texts<kRows>();
  static constexpr auto kMeanings = meanings_of(kRows);
  static const auto kPhrases = split_texts(kTexts.data(), kMeanings);
  return std::span(kPhrases);
}

}  // namespace catalogue
