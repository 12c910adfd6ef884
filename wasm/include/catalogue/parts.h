// SPDX-License-Identifier: MIT
// A catalogue cut into parts, for builds (docs/parts.md).
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "catalogue/catalogue.h"

namespace catalogue {

// Takes a part. The bytes live until it returns.
using GivePart = std::function<void(uint32_t number, std::string_view bytes)>;

// Calls `give` once per part, as soon as the part is made: all parts of a million trainings do not fit in a wasm
// memory. Numbers go from 0 to the last, in no order; parts that this catalogue does not need are empty.
void write_parts(const Catalogue& catalogue, const GivePart& give);

}  // namespace catalogue
