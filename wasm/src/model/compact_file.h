// SPDX-License-Identifier: MIT
// The compact file: the columns of a catalogue, as they are in memory after reading its JSON.
//
//   offset 0   8 bytes  kCompactMagic; the last one is the version
//   offset 8   8 bytes  CompactSum of all that follows
//   offset 16           the parts, in the order of for_each_part
//
// A part is its number of elements (8 bytes), its elements, and zeros up to a multiple of 8 bytes.
// Numbers are little-endian. The first part holds words: title, updated, licence and url of the
// catalogue, then for each facet how many values trainings gave it (4 bytes) and the words of each,
// in the order of their first appearance; a string is its length in bytes (4 bytes) and its UTF-8.
// The second holds the records (record.h), the third where each begins.
// Labels and the order of values depend on the language: they are worked out when the file is
// opened, by the code that does it for JSON.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "model/columns.h"

namespace catalogue {

inline constexpr std::string_view kCompactMagic(
    "\x89"
    "CFC\r\n\x1A\x03",
    8);
inline constexpr size_t kCompactHeader = 16;

// Whether this is a compact file, of any version.
inline bool is_compact(const std::string_view& bytes) {
  return bytes.starts_with(kCompactMagic.substr(0, kCompactMagic.size() - 1));
}

// A checksum over blocks of eight bytes, in the manner of Fletcher's: each block is weighted by its position with an
// odd factor, so that a change of any one block changes the sum.
class CompactSum {
 public:
  // size: a multiple of 8.
  void add(const char* bytes, size_t size) {
    for (const char* const end = bytes + size; bytes != end; bytes += sizeof(uint64_t)) {
      uint64_t block;
      std::memcpy(&block, bytes, sizeof block);
      sum_ += block;
      weighted_ += sum_;
    }
  }
  uint64_t value() const { return sum_ + weighted_ * kEven; }

 private:
  static constexpr uint64_t kEven = 0x9E3779B97F4A7C16;

  uint64_t sum_ = 0;
  uint64_t weighted_ = 0;
};

// Calls visit(column) for each part of the file.
template <typename Visit>
void for_each_part(Columns& columns, Column<char>& words, Visit&& visit) {
  visit(words);
  visit(columns.records);
  visit(columns.record_at);
  visit(columns.durations.first);
  visit(columns.durations.min);
  visit(columns.durations.max);
  for (FacetColumn& facet : columns.facets) {
    visit(facet.first);
    visit(facet.held);
  }
}

}  // namespace catalogue
