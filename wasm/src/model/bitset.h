// SPDX-License-Identifier: MIT
// Sets of trainings as 64-bit words: bit `row % 64` of word `row / 64`.
#pragma once

#include <cstdint>

namespace catalogue {

[[gnu::always_inline]] inline uint32_t population(uint64_t word) {
  return static_cast<uint32_t>(__builtin_popcountll(word));
}

inline bool has_row(const uint64_t* set, uint32_t row) { return set[row / 64] >> (row % 64) & 1; }
inline void add_row(uint64_t* set, uint32_t row) { set[row / 64] |= uint64_t{1} << (row % 64); }

// How many words a set takes: one at least, so that each has a place of its own.
constexpr size_t set_words(uint32_t rows) { return rows / 64 + 1; }

// Word `i` of the set of all of `rows` trainings.
inline uint64_t full_word(uint32_t rows, size_t i) {
  const bool is_cut = i == rows / 64;
  return is_cut ? (uint64_t{1} << (rows % 64)) - 1 : ~uint64_t{0};
}

// Calls `visit(row)` for each row of a word of a set, ascending.
template <typename Visit>
[[gnu::always_inline]] inline void for_each_row_of(uint64_t word, size_t i, Visit visit) {
  for (; word; word &= word - 1) {
    visit(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(__builtin_ctzll(word)));
  }
}

// Calls `visit(row)` for each row of a set, ascending.
template <typename Visit>
void for_each_row(const uint64_t* words, size_t count, Visit visit) {
  for (size_t i = 0; i < count; ++i) for_each_row_of(words[i], i, visit);
}

}  // namespace catalogue
