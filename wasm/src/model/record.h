// SPDX-License-Identifier: MIT
// A training's words as bytes: how a catalogue keeps them in memory and in a compact file.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/training.h"
#include "model/column.h"

namespace catalogue {

// A record is, in this order:
//
//   id title provider url description source registration registration_label
//   licence.id licence.url licence.jurisdiction licence.text modalities languages themes durations
//
// A string is its byte length (varint) and its bytes; a list is its length (varint) and its items;
// a duration is a byte of flags, then min max (if known), span (if known), text (varints, string).
// A varint holds 7 bits a byte, low bits first. A record is never longer than the JSON it came from.
void write_record(const Training& training, Column<char>& out);

// Reads a record written by write_record. Views point into `record`.
void read_record(const char* record, Training& training);

// The first two strings of a record, without reading the rest.
std::string_view record_id(const char* record);
std::string_view record_title(const char* record);

}  // namespace catalogue
