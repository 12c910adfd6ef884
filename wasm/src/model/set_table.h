// SPDX-License-Identifier: MIT
// Which trainings are in which of some sets, kept both ways: set after set, and training after training.
#pragma once

#include <cstddef>
#include <cstdint>

#include "memory/column.h"
#include "model/bitset.h"

namespace catalogue {

class SetTable {
 public:
  // Room for `count` more sets, before any is filled. Gives the number of the first.
  uint32_t declare(size_t count) {
    const size_t first = count_;
    count_ += count;
    return static_cast<uint32_t>(first);
  }
  // Makes all the declared sets, empty, of `rows` trainings.
  void start(uint32_t rows) {
    words_ = set_words(rows);
    by_set_.resize(count_ * words_);
  }
  // Once the sets are filled: turns them, so that row() holds.
  void index_rows();

  size_t size() const { return count_; }
  size_t words() const { return words_; }  // of a set
  // The set of number `i`, in the words of bitset.h.
  uint64_t* set(size_t i) { return by_set_.data() + i * words_; }
  const uint64_t* set(size_t i) const { return by_set_.data() + i * words_; }
  // The number of a set by its place; size() or more when it is none of these.
  size_t number_of(const uint64_t* set) const {
    const uintptr_t first = reinterpret_cast<uintptr_t>(by_set_.data());
    return (reinterpret_cast<uintptr_t>(set) - first) / sizeof(uint64_t) / words_;
  }
  // The sets that training `i` is in: bit `s % 64` of word `s / 64`.
  const uint64_t* row(size_t i) const { return by_row_.data() + i * words_per_row(); }
  size_t words_per_row() const { return (count_ + 63) / 64; }

 private:
  size_t count_ = 0;
  size_t words_ = 0;
  Column<uint64_t> by_set_;
  Column<uint64_t> by_row_;
};

}  // namespace catalogue
