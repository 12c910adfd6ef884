// SPDX-License-Identifier: MIT
// The inner loops of counting.
#pragma once

#include <cstdint>
#include <span>

namespace catalogue {

// The size of the intersection of two sets of `blocks` blocks.
uint32_t common_population(const uint64_t* a, const uint64_t* b, size_t blocks);

// Entries that list_rows() may write past the rows.
inline constexpr size_t kListSlack = 3;

// Writes the rows of a set of `blocks` blocks, ascending, to `list`.
void list_rows(const uint64_t* set, size_t blocks, uint32_t* list);

// Increments the count of each value of each row: held[first[row]] to held[first[row + 1]].
void tally_held(const uint32_t* first, const uint16_t* held, std::span<const uint32_t> rows, uint32_t* counts);

}  // namespace catalogue
