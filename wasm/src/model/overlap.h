// SPDX-License-Identifier: MIT
// Which trainings last a number of minutes within a range.
#pragma once

#include <cstdint>
#include <span>

#include "catalogue/minute_range.h"
#include "model/columns.h"

namespace catalogue {

// Whether [min, max] and `range` share a minute. Without a branch: the answer is hard to foretell.
inline bool overlaps(int32_t min, int32_t max, const MinuteRange& range) {
  return (min <= range.max) & (max >= range.min);
}

// Adds the trainings with an alternative that overlaps `range` to a set.
void add_overlapping(const Columns& columns, const MinuteRange& range, uint64_t* set);

// Adds those with an alternative that overlaps one of `ranges`: up to kMaxSelected, ascending. The time grows with the
// logarithm of their number.
void add_overlapping_any(const Columns& columns, std::span<const MinuteRange> ranges, uint64_t* set);

}  // namespace catalogue
