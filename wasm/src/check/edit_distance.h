// SPDX-License-Identifier: MIT
// How far two short texts are from each other, up to a bound.
#pragma once

#include <cstddef>
#include <string_view>

namespace catalogue {

// Letters to insert, delete, replace or swap with their neighbour to turn `a` into `b`, counted in
// bytes of folded text; bound + 1 when it takes more than `bound`, or when a text is longer than
// kMaxCompared. Cost: (2 * bound + 1) per byte.
size_t edit_distance(std::string_view a, std::string_view b, size_t bound);

inline constexpr size_t kMaxCompared = 200;

// How many slips are one word still: none under 4 bytes, one under 8, else two.
constexpr size_t slip_bound(size_t size) { return size < 4 ? 0 : size < 8 ? 1 : 2; }

}  // namespace catalogue
