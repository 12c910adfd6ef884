// SPDX-License-Identifier: MIT
// Bit sets of trainings, in blocks of 64: bit `row % 64` of block `row / 64`.
#pragma once

#include <cstdint>

namespace catalogue {

[[gnu::always_inline]] inline uint32_t population(uint64_t block) {
  return static_cast<uint32_t>(__builtin_popcountll(block));
}

inline bool has_row(const uint64_t* set, uint32_t row) { return set[row / 64] >> (row % 64) & 1; }
inline void add_row(uint64_t* set, uint32_t row) { set[row / 64] |= uint64_t{1} << (row % 64); }

// Blocks of a set: at least one, so that each set has an address of its own.
constexpr size_t blocks_of(uint32_t rows) { return rows / 64 + 1; }

// Block `i` of the set of all `rows` trainings.
inline uint64_t full_block(uint32_t rows, size_t i) {
  const bool is_cut = i == rows / 64;
  return is_cut ? (uint64_t{1} << (rows % 64)) - 1 : ~uint64_t{0};
}

// Calls `visit(row)` for each row of block `i` of a set, ascending.
template <typename Visit>
[[gnu::always_inline]] inline void for_each_row_of(uint64_t block, size_t i, Visit visit) {
  for (; block; block &= block - 1) {
    visit(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(__builtin_ctzll(block)));
  }
}

// Calls `visit(row)` for each row of a set, ascending.
template <typename Visit>
void for_each_row(const uint64_t* set, size_t blocks, Visit visit) {
  for (size_t i = 0; i < blocks; ++i) for_each_row_of(set[i], i, visit);
}

}  // namespace catalogue
