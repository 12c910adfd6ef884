// SPDX-License-Identifier: MIT
// Compares ranges of minutes with every training, and with the sets of the histogram's bars.
#include "model/overlap.h"

#include "model/buckets.h"

namespace catalogue {
namespace {

bool has_overlapping(const DurationColumn& durations, uint32_t row, const MinuteRange& range) {
  bool is_match = false;
  for (uint32_t i = durations.first[row]; i < durations.first[row + 1]; ++i)
    is_match |= overlaps(durations.min[i], durations.max[i], range);
  return is_match;
}

}  // namespace

void add_overlapping(const Columns& columns, const MinuteRange& range, uint64_t* set) {
  for (uint32_t row = 0; row < columns.size; ++row) {
    if (has_overlapping(columns.durations, row, range)) add_row(set, row);
  }
}

void add_range(const Columns& columns, const MinuteRange& range, uint64_t* set) {
  for (size_t bar = 0; bar < kHistogramBars.size(); ++bar) {
    const MinuteRange& minutes = kHistogramBars[bar];
    if (!overlaps(minutes.min, minutes.max, range)) continue;
    const bool is_whole = minutes.min >= range.min && minutes.max <= range.max;
    const uint64_t* const held = columns.sets.set(bar);
    for (size_t i = 0; i < columns.blocks_per_set(); ++i) {
      for_each_row_of(is_whole ? 0 : held[i] & ~set[i], i, [&](uint32_t row) {
        if (has_overlapping(columns.durations, row, range)) add_row(set, row);
      });
      if (is_whole) set[i] |= held[i];
    }
  }
}

}  // namespace catalogue
