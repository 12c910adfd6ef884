// SPDX-License-Identifier: MIT
// Loops without a branch that is hard to foretell.
#include "filter/tally.h"

#include <bit>

#include "model/bitset.h"

namespace catalogue {
namespace {

// Bytes that count side by side hold that many rows.
constexpr size_t kMostInByte = 255;
constexpr uint64_t kLowBits = 0x0101010101010101;

}  // namespace

// Four words at a time: one by one, the loop itself takes as long as the counting.
uint32_t common_population(const uint64_t* a, const uint64_t* b, size_t words) {
  uint32_t total = 0;
  const uint64_t* const end = a + words;
  for (; end - a >= 4; a += 4, b += 4) {
    total += population(a[0] & b[0]) + population(a[1] & b[1]) + population(a[2] & b[2]) + population(a[3] & b[3]);
  }
  for (; a != end; ++a, ++b) total += population(*a & *b);
  return total;
}

// Each turn writes more rows than there may be: to ask whether there are costs more than to write them.
void list_rows(const uint64_t* set, size_t words, uint32_t* list) {
  for (size_t i = 0; i < words; ++i) {
    uint64_t word = set[i];
    uint32_t* next = list;
    list += population(word);
    do {
#pragma clang loop unroll(full)
      for (size_t k = 0; k < kListSlack; ++k, word &= word - 1) {
        next[k] = static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(std::countr_zero(word));
      }
      next += kListSlack;
    } while (next < list);
  }
}

void tally_only(const uint16_t* only, std::span<const uint32_t> rows, uint32_t* counts) {
  for (const uint32_t row : rows) ++counts[only[row]];
}

void tally_held(const uint32_t* first, const uint16_t* held, std::span<const uint32_t> rows, uint32_t* counts) {
  for (const uint32_t row : rows) {
    const uint16_t* const end = held + first[row + 1];
    for (const uint16_t* value = held + first[row]; value != end; ++value) ++counts[*value];
  }
}

void tally_bits(const uint64_t* words, size_t width, std::span<const uint32_t> rows, uint32_t* counts) {
  const uint32_t* row = rows.data();
  for (size_t left = rows.size(); left;) {
    // Bit b of a word counts in byte b / 8 of sums[b % 8].
    uint64_t sums[8] = {};
    const size_t count = left < kMostInByte ? left : kMostInByte;
    left -= count;
    for (const uint32_t* const end = row + count; row != end; ++row) {
      const uint64_t word = words[*row * width];
#pragma clang loop unroll(full)
      for (size_t i = 0; i < 8; ++i) sums[i] += word >> i & kLowBits;
    }
    for (size_t b = 0; b < 64; ++b) counts[b] += sums[b % 8] >> b / 8 * 8 & 0xFF;
  }
}

}  // namespace catalogue
