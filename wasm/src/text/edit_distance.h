// SPDX-License-Identifier: MIT
// How many typing mistakes are between two folded words, and how many a word may have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace catalogue {

// Mistakes that still leave a word recognisable: none under 4 bytes, one under 8, else two.
constexpr uint32_t typos_allowed(size_t bytes) { return bytes < 4 ? 0 : bytes < 8 ? 1 : 2; }

// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, counted in bytes; some number
// above `limit` when there are more. Cost: linear, times three or four with each step of the limit.
uint32_t edit_distance(std::string_view a, std::string_view b, uint32_t limit);

}  // namespace catalogue
