// SPDX-License-Identifier: MIT
// The parts of a catalogue, all at once.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "catalogue/parts.h"

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

}  // namespace catalogue
