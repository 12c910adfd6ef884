// SPDX-License-Identifier: MIT
// Sets of trainings as 64-bit words: bit `row % 64` of word `row / 64`.
#pragma once

#include <cstdint>

#include "model/column.h"

namespace catalogue {

using Bitset = Column<uint64_t>;

inline uint32_t population(uint64_t word) { return static_cast<uint32_t>(__builtin_popcountll(word)); }

inline uint32_t population(const uint64_t* words, size_t count) {
  uint32_t total = 0;
  for (size_t i = 0; i < count; ++i) total += population(words[i]);
  return total;
}
inline uint32_t population(const Bitset& set) { return population(set.data(), set.size()); }

inline uint32_t common_population(const uint64_t* a, const uint64_t* b, size_t count) {
  uint32_t total = 0;
  for (size_t i = 0; i < count; ++i) total += population(a[i] & b[i]);
  return total;
}

inline bool has_row(const Bitset& set, uint32_t row) { return set[row / 64] >> (row % 64) & 1; }
inline void add_row(Bitset& set, uint32_t row) { set[row / 64] |= uint64_t{1} << (row % 64); }

// The set of all of `rows` trainings.
inline Bitset full_set(uint32_t rows) {
  Bitset set((rows + 63) / 64);
  for (uint64_t& word : set) word = ~uint64_t{0};
  if (rows % 64) set[rows / 64] = (uint64_t{1} << (rows % 64)) - 1;
  return set;
}

// Calls `visit(row)` for each row of a set, ascending.
template <typename Visit>
void for_each_row(const uint64_t* words, size_t count, Visit visit) {
  for (size_t i = 0; i < count; ++i) {
    for (uint64_t word = words[i]; word; word &= word - 1) {
      visit(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(__builtin_ctzll(word)));
    }
  }
}

}  // namespace catalogue
