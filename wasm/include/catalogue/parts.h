// SPDX-License-Identifier: MIT
// A catalogue cut into parts, for builds (docs/parts.md).
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"

namespace catalogue {

// Every part by its number. Those that this catalogue does not need are empty.
std::vector<std::string> write_parts(const Catalogue& catalogue);

}  // namespace catalogue
