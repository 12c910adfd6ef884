// SPDX-License-Identifier: MIT
// French alphabetical order: ignores accents, case and ligatures; compares numbers by value.
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/column.h"

namespace catalogue {

// Sort keys, compared by their bytes, eight at a time: the folded text, with numbers that compare by value. Texts with
// equal keys are compared themselves, so that the order is total.
class CollationKeys {
 public:
  // Space for so many keys of usual titles.
  void reserve(size_t count);
  // Adds the key of a text, which outlives the keys.
  void add(const std::string_view& text);
  // Adds a key that follows all texts.
  void add_last();

  // The indexes of the keys, in sorted order. n log n.
  Column<uint32_t> sorted() const;

 private:
  // Space for a key of `most` bytes; end_key() says how many it has.
  char* start_key(size_t most);
  void end_key(const std::string_view& text, size_t size);
  static bool precedes(const void* keys, uint32_t a, uint32_t b);

  Column<uint64_t> words_;  // of each key, big-endian, the last filled up with zeros
  Column<uint64_t> heads_;  // the first word of each key: close together, and they mostly decide
  Column<std::string_view> texts_;
  Column<size_t> first_{1};  // word of each key, and the end
};

}  // namespace catalogue
