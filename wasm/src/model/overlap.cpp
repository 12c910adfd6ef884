// SPDX-License-Identifier: MIT
// Ranges of minutes against every training.
#include "model/overlap.h"

namespace catalogue {

void add_overlapping(const Columns& columns, const MinuteRange& range, uint64_t* set) {
  const uint32_t* const end = columns.durations.first.data() + 1;
  const int32_t* const min = columns.durations.min.data();
  const int32_t* const max = columns.durations.max.data();
  uint32_t next = 0;
  for (uint32_t row = 0; row < columns.size; ++row) {
    bool is_match = false;
    for (; next < end[row]; ++next) is_match |= overlaps(min[next], max[next], range);
    set[row / 64] |= uint64_t{is_match} << (row % 64);
  }
}

}  // namespace catalogue
