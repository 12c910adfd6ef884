// SPDX-License-Identifier: MIT
// Trainings whose durations overlap a range of minutes.
#pragma once

#include <cstdint>

#include "catalogue/minute_range.h"
#include "model/columns.h"

namespace catalogue {

// Whether [min, max] and `range` share a minute. Without a branch, which would be unpredictable.
inline bool overlaps(int32_t min, int32_t max, const MinuteRange& range) {
  return (min <= range.max) & (max >= range.min);
}

// Adds to `set` the trainings with an alternative that overlaps `range`, by what is kept (range_index.h): few trainings
// are compared one by one.
void add_range(const Columns& columns, const MinuteRange& range, uint64_t* set, Arena& arena);

}  // namespace catalogue
