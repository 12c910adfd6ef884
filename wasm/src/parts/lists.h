// SPDX-License-Identifier: MIT
// One short list of numbers per training: the values that it holds, the minutes of its durations.
#pragma once

#include <cstdint>
#include <span>

#include "memory/byte_reader.h"
#include "memory/column.h"

namespace catalogue {

// Numbers in planes: a byte that says how many planes there are, then the low byte of each number, then the next byte
// of each. Brotli sees what is alike. They are read where they lie, so that no step takes them all.
class Planes {
 public:
  // Finds the next `count` numbers; the bytes outlive them. Fails where some are missing.
  void find(ByteReader& reader, uint32_t count);

  uint32_t size() const { return count_; }
  uint32_t operator[](uint32_t i) const {
    uint32_t number = 0;
    for (uint32_t plane = planes_; plane-- > 0;)
      number = number << 8 | static_cast<uint8_t>(at_[size_t{count_} * plane + i]);
    return number;
  }

 private:
  const char* at_ = nullptr;
  uint32_t count_ = 0;
  uint32_t planes_ = 0;
};

// In a part: the number of different lists, or 0 when each training has its own; the size of each list; the numbers of
// all lists, ascending, each as what it is more than the one before it in its list, in planes; with different lists,
// which of them each training has, in planes.
class Lists {
 public:
  // Finds the lists of `rows` trainings. Fails for ill-formed bytes; `most`: of a list.
  void find(ByteReader& reader, uint32_t rows, uint32_t most);

  // Until the next call. Fails where the training has a list that there is not.
  std::span<const uint32_t> of(ByteReader& reader, uint32_t row);

 private:
  Column<uint32_t> first_;  // numbers_[first_[list]] to [first_[list + 1]]
  Planes numbers_;
  Planes which_;  // per training; empty when each has its own
  Column<uint32_t> list_;
};

}  // namespace catalogue
