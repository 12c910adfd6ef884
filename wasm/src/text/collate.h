// SPDX-License-Identifier: MIT
// French alphabetical order: accents, case and ligatures aside, numbers by value.
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/column.h"

namespace catalogue {

// Keys whose byte order is the order of words: folded words, numbers by value whatever their
// length; then the words as written, so that the order is total.
class CollationKeys {
 public:
  // The key of the next words.
  void add(const std::string_view& words);
  // A key that comes after all of words.
  void add_last();

  // The numbers of the keys, from 0 in the order of adding, in the order of their words. n log n.
  Column<uint32_t> sorted() const;

 private:
  void end_key(size_t size);
  std::string_view key(uint32_t i) const;
  static bool precedes(const void* keys, uint32_t a, uint32_t b);

  Column<uint64_t> leading_;  // most comparisons end at the first eight bytes
  Column<char> bytes_;
  Column<size_t> first_;
};

}  // namespace catalogue
