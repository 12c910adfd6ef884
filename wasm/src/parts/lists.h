// SPDX-License-Identifier: MIT
// One short list of numbers per training: the values that it holds, the minutes of its durations.
#pragma once

#include <cstdint>
#include <span>

#include "memory/byte_reader.h"
#include "memory/column.h"

namespace catalogue {

// In a part: the number of different lists, or 0 when each training has its own; the size of each list; the numbers of
// all lists, in planes; with different lists, which of them each training has, in planes. Planes are a byte that says
// how many there are, then the low byte of each number, then the next byte of each: brotli sees what is alike.
class Lists {
 public:
  // Reads the lists of `rows` trainings. False, and nothing kept, for ill-formed bytes; `most`: of a list.
  bool read(ByteReader& reader, uint32_t rows, uint32_t most);

  std::span<const uint32_t> of(uint32_t row) const {
    const uint32_t list = which_.empty() ? row : which_[row];
    return {numbers_.data() + first_[list], first_[list + 1] - first_[list]};
  }

 private:
  Column<uint32_t> first_;  // numbers_[first_[list]] to [first_[list + 1]]
  Column<uint32_t> numbers_;
  Column<uint32_t> which_;  // per training; empty when each has its own
};

// Reads `count` numbers in planes; fails when one is above `most`.
Column<uint32_t> read_planes(ByteReader& reader, uint32_t count, uint32_t most);

}  // namespace catalogue
