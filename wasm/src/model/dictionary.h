// SPDX-License-Identifier: MIT
// Words to small numbers, in the order of their first appearance.
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/column.h"

namespace catalogue {

uint32_t hash_bytes(const std::string_view& bytes);

// Where what has this hash goes in a hash table, a power of two of slots: the first of them that is 0.
size_t free_slot(const Column<uint32_t>& slots, uint32_t hash);

// An open-addressing hash table that keeps its own copy of the words.
class Dictionary {
 public:
  static constexpr uint32_t kAbsent = 0xFFFFFFFF;

  uint32_t find(const std::string_view& words) const;
  // The number given to `words`, `value` when they are new.
  uint32_t intern(const std::string_view& words, uint32_t value);
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
  uint32_t slot_of(const std::string_view& words, uint32_t hash) const;
  void grow();

  Column<Entry> entries_;
  Column<uint32_t> slots_;  // entry + 1, 0 when free; a power of two of them
  Column<char> bytes_;
};

}  // namespace catalogue
