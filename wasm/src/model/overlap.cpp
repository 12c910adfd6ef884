// SPDX-License-Identifier: MIT
// Compares ranges of minutes with trainings.
#include "model/overlap.h"

namespace catalogue {
namespace {

bool has_overlapping(const DurationColumn& durations, uint32_t row, const MinuteRange& range) {
  bool is_match = false;
  for (uint32_t i = durations.first[row]; i < durations.first[row + 1]; ++i)
    is_match |= overlaps(durations.min[i], durations.max[i], range);
  return is_match;
}

}  // namespace

void add_range(const Columns& columns, const MinuteRange& range, uint64_t* set, Arena& arena) {
  const RangeIndex& index = RangeIndex::of(columns);
  index.add_sure(range, set);
  const uint64_t* const doubtful = index.doubtful(range, set, arena);
  if (!doubtful) return;
  for_each_row(doubtful, columns.blocks_per_set(), [&](uint32_t row) {
    if (has_overlapping(columns.durations, row, range)) add_row(set, row);
  });
}

}  // namespace catalogue
