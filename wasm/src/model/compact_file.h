// SPDX-License-Identifier: MIT
// The compact file: a catalogue as it lies in memory once its JSON is read.
//
//   offset 0   8 bytes  kCompactMagic; the last one is the version
//   offset 8   8 bytes  CompactSum of all that follows
//   offset 16           the parts, in the order of for_each_part
//
// A part is its number of elements (8 bytes), its elements, and zeroes up to a multiple of 8 bytes.
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

// Words of eight bytes, each times an odd number of its place: a change of any one of them changes the sum. Worked
// out by additions alone, as Fletcher's checksum is.
class CompactSum {
 public:
  // size: a multiple of 8.
  void add(const char* bytes, size_t size) {
    for (const char* const end = bytes + size; bytes != end; bytes += sizeof(uint64_t)) {
      uint64_t word;
      std::memcpy(&word, bytes, sizeof word);
      words_ += word;
      places_ += words_;
    }
  }
  uint64_t value() const { return words_ + places_ * kEven; }

 private:
  static constexpr uint64_t kEven = 0x9E3779B97F4A7C16;

  uint64_t words_ = 0;
  uint64_t places_ = 0;
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
