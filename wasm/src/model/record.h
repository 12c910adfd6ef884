// SPDX-License-Identifier: MIT
// A training as bytes: how a catalogue keeps it in memory and in a compact file.
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
// A string is its byte length (varint) and its bytes; a list is its length (varint) and its items;
// a duration is a byte of flags, then min max (if known), span (if known), text (varints, string).
// A varint holds 7 bits a byte, low bits first. A record is never longer than the JSON it came from.

// How many bytes are copied at a time: fewer than so many are read behind each string, and written behind a record.
inline constexpr size_t kRecordSlack = 8;

// Writes one at `to`, where there is room for it. Gives what follows it.
char* write_record(const Training& training, char* to);

// Reads the record that `bytes` begin with. Words point into it, lists live in the arena. A compact file with a right
// sum may still say anything: what would lie behind the bytes is left out, what is too large is cut, and words
// may be no UTF-8.
Training read_record(const std::string_view& bytes, Arena& arena);

// The first two strings of a record, without reading the rest.
std::string_view record_id(const std::string_view& bytes);
std::string_view record_title(const std::string_view& bytes);

}  // namespace catalogue
