// SPDX-License-Identifier: MIT
// The parts of a catalogue, all at once.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "catalogue/parts.h"
#include "search/text_parts_writer.h"

namespace catalogue {

// By number.
inline std::vector<std::string> parts_of(const Catalogue& catalogue) {
  std::vector<std::string> parts;
  write_parts(catalogue, [&](uint32_t number, std::string_view bytes) {
    parts.resize(std::max<size_t>(parts.size(), number + 1));
    parts[number] = bytes;
  });
  return parts;
}

// The number of the first group of terms: they come before the last part, that of ids.
inline uint32_t first_group_of(const Catalogue& catalogue, const std::vector<std::string>& parts) {
  return static_cast<uint32_t>(parts.size() - 1 - write_text_parts(catalogue.columns()).groups.size());
}

}  // namespace catalogue
