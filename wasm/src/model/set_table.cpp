// SPDX-License-Identifier: MIT
// Transposes a bit matrix, 64 by 64 bits at a time.
#include "model/set_table.h"

namespace catalogue {
namespace {

// Bit j of block i becomes bit i of block j. Swaps halves, then quarters, down to single bits.
void transpose(uint64_t* square) {
  uint64_t low = 0xFFFFFFFF;
  for (size_t width = 32; width; width /= 2, low ^= low << width) {
    for (size_t i = 0; i < 64; i = (i + width + 1) & ~width) {
      const uint64_t changed = ((square[i] >> width) ^ square[i + width]) & low;
      square[i] ^= changed << width;
      square[i + width] ^= changed;
    }
  }
}

}  // namespace

void SetTable::index_rows() {
  const size_t width = blocks_per_row();
  by_row_.resize(blocks_ * 64 * width);
  uint64_t square[64];
  for (size_t i = 0; i < blocks_; ++i) {
    for (size_t group = 0; group < width; ++group) {
      for (size_t s = 0; s < 64; ++s) square[s] = group * 64 + s < count_ ? set(group * 64 + s)[i] : 0;
      transpose(square);
      for (size_t r = 0; r < 64; ++r) by_row_[(i * 64 + r) * width + group] = square[r];
    }
  }
}

}  // namespace catalogue
