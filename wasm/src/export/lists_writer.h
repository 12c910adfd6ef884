// SPDX-License-Identifier: MIT
// Writes what parts/lists.h reads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "memory/byte_writer.h"

namespace catalogue {

// One list per training. Writes each different list once, where that is shorter.
void write_lists(ByteWriter& writer, const std::vector<std::vector<uint32_t>>& lists);

void write_planes(ByteWriter& writer, std::span<const uint32_t> numbers);

}  // namespace catalogue
