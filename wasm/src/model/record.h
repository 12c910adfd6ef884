// SPDX-License-Identifier: MIT
// A training as bytes: how a catalogue keeps it in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/training.h"

namespace catalogue {

// A record is, in this order:
//
//   the texts of the training, the texts of its licence, its lists, each in the order of data/tables/training.json
//   its durations
//
// A byte before the lists has a bit for each; a list without its bit is empty and left out.
//
// A string is its byte length (varint) and its bytes; a list is its length (varint) and its items;
// a duration is a byte of flags, then min max (if known), span (if known), text (varints, string).
// A varint holds 7 bits a byte, low bits first. A record is never longer than the JSON it came from.

// Bytes copied at a time: fewer than this are read after each string, and written after a record.
inline constexpr size_t kRecordSlack = 8;

// Flags of a duration. Two bits more, from kBasisShift on, hold its basis.
enum DurationFlag : uint8_t { kIsApprox = 1, kHasEffort = 2, kHasSpan = 4, kHasNoEnd = 32 };
inline constexpr int kBasisShift = 3;

// How many numbers follow the flags.
constexpr uint32_t minutes_after(uint32_t flags) {
  const bool has_max = (flags & (kHasEffort | kHasNoEnd)) == kHasEffort;
  return uint32_t{(flags & kHasEffort) != 0} + has_max + ((flags & kHasSpan) != 0);
}

// Writes one at `to`, where there is room for it. Gives what follows it.
char* write_record(const Training& training, char* to);

// Reads the record at `record`. Its texts stay where they are, lists live in the arena.
Training read_record(const char* record, Arena& arena);

// A text of a record by its place, without reading those that follow.
std::string_view record_text(const char* record, size_t place);

inline std::string_view record_id(const char* record) { return record_text(record, 0); }
inline std::string_view record_title(const char* record) { return record_text(record, 1); }
// When it was checked.
inline std::string_view record_day(const char* record) { return record_text(record, 2); }

}  // namespace catalogue
