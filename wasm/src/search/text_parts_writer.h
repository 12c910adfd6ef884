// SPDX-License-Identifier: MIT
// Writes the text search of a catalogue in parts. For builds: the linker leaves it out of what visitors download.
#pragma once

#include <string>
#include <vector>

#include "model/columns.h"

namespace catalogue {

// Bytes as text_parts.h describes and reads them.
struct TextParts {
  std::string words;
  std::vector<std::string> postings;
  std::vector<std::vector<uint32_t>> groups;  // the terms of each (term_groups.h)
};

// Of columns that were read from JSON.
TextParts write_text_parts(const Columns& columns);

// The trainings that hold some of `terms`, ascending.
std::vector<uint32_t> rows_with_terms(const Columns& columns, const std::vector<uint32_t>& terms);

}  // namespace catalogue
