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
};

// Of columns that were read from JSON.
TextParts write_text_parts(const Columns& columns);

}  // namespace catalogue
