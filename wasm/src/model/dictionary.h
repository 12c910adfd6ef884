// SPDX-License-Identifier: MIT
// A hash table from strings to numbers.
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/column.h"

namespace catalogue {

uint32_t hash_bytes(const std::string_view& bytes);

// The slot for a new entry with this hash: the first that is 0, with linear probing. slots.size(): a power of two.
size_t free_slot(const Column<uint32_t>& slots, uint32_t hash);

// Open addressing. Keeps copies of its strings.
class Dictionary {
 public:
  static constexpr uint32_t kAbsent = 0xFFFFFFFF;

  uint32_t find(const std::string_view& text) const;
  // The number of `text`. A new text gets `value`.
  uint32_t intern(const std::string_view& text, uint32_t value);
  void clear() {
    entries_.clear();
    slots_.clear();
    bytes_.clear();
  }
  uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
  // Entry `i`, in the order of interning.
  std::string_view word(uint32_t i) const { return {bytes_.data() + entries_[i].offset, entries_[i].length}; }
  uint32_t value(uint32_t i) const { return entries_[i].value; }

 private:
  struct Entry {
    uint32_t hash;
    uint32_t offset;
    uint32_t length;
    uint32_t value;
  };
  uint32_t slot_of(const std::string_view& text, uint32_t hash) const;
  void grow();

  Column<Entry> entries_;
  Column<uint32_t> slots_;  // index of the entry + 1, or 0; their number is a power of two
  Column<char> bytes_;
};

}  // namespace catalogue
