// SPDX-License-Identifier: MIT
// French alphabetical order: ignores accents, case and ligatures; compares numbers by value.
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/column.h"

namespace catalogue {

// Sort keys, compared by their bytes: the folded text, with numbers that compare by value; then the original text, so
// that the order is total.
class CollationKeys {
 public:
  // Adds the key of a text.
  void add(const std::string_view& text);
  // Adds a key that follows all texts.
  void add_last();

  // The indexes of the keys, in sorted order. n log n.
  Column<uint32_t> sorted() const;

 private:
  void end_key(size_t size);
  std::string_view key(uint32_t i) const;
  static bool precedes(const void* keys, uint32_t a, uint32_t b);

  Column<uint64_t> leading_;  // first eight bytes of each key: they decide most comparisons
  Column<char> bytes_;
  Column<size_t> first_;
};

}  // namespace catalogue
