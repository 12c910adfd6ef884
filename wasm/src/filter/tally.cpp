// SPDX-License-Identifier: MIT
// Loops without unpredictable branches.
#include "filter/tally.h"

#include <bit>

#include "model/bitset.h"

namespace catalogue {
// Four blocks per step: the loop alone takes as long as the counting.
uint32_t common_population(const uint64_t* a, const uint64_t* b, size_t blocks) {
  uint32_t total = 0;
  const uint64_t* const end = a + blocks;
  for (; end - a >= 4; a += 4, b += 4) {
    total += population(a[0] & b[0]) + population(a[1] & b[1]) + population(a[2] & b[2]) + population(a[3] & b[3]);
  }
  for (; a != end; ++a, ++b) total += population(*a & *b);
  return total;
}

// Writes three per step; extras are overwritten.
void list_rows(const uint64_t* set, size_t blocks, uint32_t* list) {
  for (size_t i = 0; i < blocks; ++i) {
    uint64_t block = set[i];
    uint32_t* next = list;
    list += population(block);
    do {
#pragma clang loop unroll(full)
      for (size_t k = 0; k < kListSlack; ++k, block &= block - 1) {
        next[k] = static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(std::countr_zero(block));
      }
      next += kListSlack;
    } while (next < list);
  }
}

void tally_held(const uint32_t* first, const uint16_t* held, std::span<const uint32_t> rows, uint32_t* counts) {
  for (const uint32_t row : rows) {
    const uint16_t* const end = held + first[row + 1];
    for (const uint16_t* value = held + first[row]; value != end; ++value) ++counts[*value];
  }
}

}  // namespace catalogue
