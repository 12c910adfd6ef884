// SPDX-License-Identifier: MIT
// A training's words as bytes: how a catalogue keeps them in memory and in a compact file.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/training.h"

namespace catalogue {

// A record is, in this order:
//
//   id title provider url description source registration registration_label
//   licence.id licence.url licence.jurisdiction licence.text modalities languages themes durations
//
// A string is its byte length (varint) and its bytes; a list is its length (varint) and its items;
// a duration is a byte of flags, then min max (if known), span (if known), text (varints, string).
// A varint holds 7 bits a byte, low bits first. A record is never longer than the JSON it came from.

// Writes one at `to`, where there is room for it. Gives what follows it.
char* write_record(const Training& training, char* to);

// Reads a record written by write_record. Words point into it, lists live in the arena.
Training read_record(const char* record, Arena& arena);

// Follows the record at `at`, which may hold anything. Gives what comes behind it, or null when it
// is none: read_record and the answers may trust it then. Up to 8 bytes behind `end` may be looked at.
const char* check_record(const char* at, const char* end);

// The first two strings of a record, without reading the rest.
std::string_view record_id(const char* record);
std::string_view record_title(const char* record);

}  // namespace catalogue
