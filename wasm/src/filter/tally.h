// SPDX-License-Identifier: MIT
// The loops of counting: all that takes time, and nothing else.
#pragma once

#include <cstdint>
#include <span>

namespace catalogue {

// How many rows two sets of `words` words have in common.
uint32_t common_population(const uint64_t* a, const uint64_t* b, size_t words);

// Room that list_rows() needs beyond the rows.
inline constexpr size_t kListSlack = 3;

// The rows of a set of `words` words, ascending, into `list`.
void list_rows(const uint64_t* set, size_t words, uint32_t* list);

// Adds one to the count of the value of each row.
void tally_only(const uint16_t* only, std::span<const uint32_t> rows, uint32_t* counts);

// Adds one to the count of each value of each row: those of a row are held[first[row]] to held[first[row + 1]].
void tally_held(const uint32_t* first, const uint16_t* held, std::span<const uint32_t> rows, uint32_t* counts);

// counts[b] becomes how many of the rows have bit b in words[row * width], for all the 64 bits of a word.
void tally_bits(const uint64_t* words, size_t width, std::span<const uint32_t> rows, uint32_t* counts);

}  // namespace catalogue
