// SPDX-License-Identifier: MIT
// Compares ranges of minutes with every training.
#include "model/overlap.h"

#include "catalogue/limits.h"

namespace catalogue {
namespace {

// Binary search: how many of `count` ascending numbers are at most `minutes`.
uint32_t count_up_to(const int32_t* numbers, uint32_t count, int32_t minutes) {
  const int32_t* first = numbers;
  while (count > 0) {
    const uint32_t half = (count + 1) / 2;
    const bool is_in = first[half - 1] <= minutes;
    first += is_in ? half : 0;
    count = is_in ? count - half : half - 1;
  }
  return static_cast<uint32_t>(first - numbers);
}

// Adds the trainings with an alternative for which `matches(min, max)` holds.
template <typename Matches>
void add_matching(const Columns& columns, uint64_t* set, const Matches& matches) {
  const uint32_t* const end = columns.durations.first.data() + 1;
  const int32_t* const min = columns.durations.min.data();
  const int32_t* const max = columns.durations.max.data();
  uint32_t next = 0;
  for (uint32_t row = 0; row < columns.size; ++row) {
    bool is_match = false;
    for (; next < end[row]; ++next) is_match |= matches(min[next], max[next]);
    set[row / 64] |= uint64_t{is_match} << (row % 64);
  }
}

}  // namespace

void add_overlapping(const Columns& columns, const MinuteRange& range, uint64_t* set) {
  add_matching(columns, set, [&range](int32_t min, int32_t max) { return overlaps(min, max, range); });
}

// An alternative overlaps one of the ranges that start before it ends if the latest end of these is not before it.
void add_overlapping_any(const Columns& columns, std::span<const MinuteRange> ranges, uint64_t* set) {
  int32_t starts[kMaxSelected];
  int32_t latest[kMaxSelected + 1] = {-1};  // end of the first `i` ranges
  const auto count = static_cast<uint32_t>(ranges.size());
  for (uint32_t i = 0; i < count; ++i) {
    starts[i] = ranges[i].min;
    latest[i + 1] = ranges[i].max > latest[i] ? ranges[i].max : latest[i];
  }
  add_matching(columns, set, [&](int32_t min, int32_t max) { return latest[count_up_to(starts, count, max)] >= min; });
}

}  // namespace catalogue
