// SPDX-License-Identifier: MIT
// Groups of the minutes at which durations start, or at which they end.
#pragma once

#include <cstdint>

#include "memory/column.h"

namespace catalogue {

// Neighbouring minutes, both included.
struct MinuteGroup {
  int32_t first;
  int32_t last;
};

// Durations of so many minutes and longer ones are told apart no further.
inline constexpr int32_t kLongestMinutes = (1 << 14) - 1;  // 273 hours

// How often each minute is in `minutes`. Those past kLongestMinutes count as it.
Column<uint32_t> count_minutes(const Column<int32_t>& minutes);

// Makes the groups of those minutes, ascending. A group of several minutes holds `share` durations at most.
void group_minutes(const Column<uint32_t>& counts, size_t share, Column<MinuteGroup>& groups);

}  // namespace catalogue
