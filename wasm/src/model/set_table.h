// SPDX-License-Identifier: MIT
// The sets of trainings that a catalogue keeps: those of its values.
#pragma once

#include <cstddef>
#include <cstdint>

#include "memory/column.h"
#include "model/bitset.h"

namespace catalogue {

class SetTable {
 public:
  // Declares `count` more sets, before start(). Returns the number of the first.
  uint32_t declare(size_t count) {
    const size_t first = count_;
    count_ += count;
    return static_cast<uint32_t>(first);
  }
  // Creates the declared sets, empty, for `rows` trainings.
  void start(uint32_t rows) {
    blocks_ = blocks_of(rows);
    sets_.resize(count_ * blocks_);
  }

  size_t size() const { return count_; }
  size_t blocks() const { return blocks_; }  // of a set
  // Set `i`, as in bitset.h.
  uint64_t* set(size_t i) { return sets_.data() + i * blocks_; }
  const uint64_t* set(size_t i) const { return sets_.data() + i * blocks_; }
  // The number of a set, from its address; size() or more when it is no set of this table.
  size_t number_of(const uint64_t* set) const {
    const uintptr_t first = reinterpret_cast<uintptr_t>(sets_.data());
    return (reinterpret_cast<uintptr_t>(set) - first) / sizeof(uint64_t) / blocks_;
  }

 private:
  size_t count_ = 0;
  size_t blocks_ = 0;
  Column<uint64_t> sets_;
};

}  // namespace catalogue
