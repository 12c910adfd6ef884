// SPDX-License-Identifier: MIT
// Keeps the trainings and the counts of ranges of groups.
#include "model/range_index.h"

#include <algorithm>

#include "model/columns.h"

namespace catalogue {
namespace {

// What is kept, in bytes per training and per value.
constexpr size_t kBytes = 128;

constexpr uint32_t kRowsPerStep = 1 << 13;
// Memory that is touched for the first time is slow: half a megabyte takes a millisecond or two.
constexpr size_t kBytesPerStep = 1 << 19;

// Makes `column` longer, up to `size` values. False when it is as long.
template <typename T>
bool extend(Column<T>& column, size_t size) {
  if (column.size() == size) return false;
  column.reserve(size);
  column.resize(std::min(size, column.size() + kBytesPerStep / sizeof(T)));
  return true;
}

// Adds `change`, modulo 2^32, to the count of each value of a training, but for those of durations.
void change_counts(const Columns& columns, uint32_t row, uint32_t change, uint32_t* counts) {
  for (const FacetColumn& facet : std::span(columns.facets).subspan(1)) {
    for (uint32_t i = facet.first[row]; i < facet.first[row + 1]; ++i)
      counts[facet.first_slot + facet.held[i]] += change;
  }
}

// Adds to each value the sum of those that lie `step`, twice `step`, … before it. Of sets: they have no common bit.
template <typename T>
void accumulate(T* values, size_t count, size_t step) {
  for (size_t i = step; i < count; ++i) values[i] += values[i - step];
}

}  // namespace

const RangeIndex& RangeIndex::of(const Columns& columns) {
  RangeIndex& index = columns.ranges;
  while (index.build_next(columns)) {
  }
  return index;
}

bool RangeIndex::build_next(const Columns& columns) {
  if (is_ready_) return false;
  if (blocks_ == 0) start(columns);
  if (extend(sets_, others_set() + blocks_) || extend(counts_, start_ranks() * end_ranks() * slots_)) return true;
  for (const uint32_t end = std::min(columns.size, row_ + kRowsPerStep); row_ < end; ++row_) add(columns, row_);
  if (row_ < columns.size) return true;
  accumulate_ranks();
  is_ready_ = true;
  return false;
}

void RangeIndex::start(const Columns& columns) {
  blocks_ = columns.blocks_per_set();
  slots_ = columns.slots;
  const Column<uint32_t> starts = count_minutes(columns.durations.min);
  const Column<uint32_t> ends = count_minutes(columns.durations.max);
  size_t share = 0;
  do {
    group_minutes(starts, share, starts_);
    group_minutes(ends, share, ends_);
    share = share * 2 + 1;
  } while (start_ranks() * end_ranks() * slots_ * sizeof(uint32_t) + others_set() * sizeof(uint64_t) >
           kBytes * (columns.size + slots_ + 1));
  for (int32_t i = 0; i <= kLongestMinutes; ++i) by_minute_.push_back(ranks_of({i, i}, false));
}

void RangeIndex::add(const Columns& columns, uint32_t row) {
  const auto count = [&](const Ranks& ranks, uint32_t change) {
    change_counts(columns, row, change, counts_.data() + counts_at(ranks));
  };
  const DurationColumn& durations = columns.durations;
  const uint32_t first = durations.first[row];
  const size_t alternatives = durations.first[row + 1] - first;
  if (alternatives > kAlternatives) {
    has_others_ = true;
    add_row(sets_.data() + others_set(), row);
    return count({}, 1);
  }
  Ranks both;
  for (size_t i = 0; i < alternatives; ++i) {
    const Ranks ranks = {by_minute_[std::min(durations.min[first + i], kLongestMinutes)].started,
                         by_minute_[std::min(durations.max[first + i], kLongestMinutes)].lasting};
    add_row(sets_.data() + start_set(i, ranks.started), row);
    add_row(sets_.data() + end_set(i, ranks.lasting), row);
    count(ranks, 1);
    both = {std::max(both.started, ranks.started), std::max(both.lasting, ranks.lasting)};
  }
  // Where both alternatives overlap, the training is counted twice.
  if (alternatives == 2) count(both, ~0u);
}

// From what is at each rank to what is at all ranks up to it.
void RangeIndex::accumulate_ranks() {
  for (size_t i = 0; i < kAlternatives; ++i) {
    accumulate(sets_.data() + start_set(i, 0), start_ranks() * blocks_, blocks_);
    accumulate(sets_.data() + end_set(i, 0), end_ranks() * blocks_, blocks_);
  }
  const size_t width = start_ranks() * slots_;
  for (size_t i = 0; i < counts_.size(); i += width) accumulate(counts_.data() + i, width, slots_);
  accumulate(counts_.data(), counts_.size(), width);
}

// Of the groups that share a minute with `range`, or of those that are whole in it. No comparison adds to a minute: it
// may be INT32_MAX, the open end.
RangeIndex::Ranks RangeIndex::ranks_of(const MinuteRange& range, bool is_whole) const {
  Ranks ranks;
  for (const MinuteGroup& group : starts_) ranks.started += (is_whole ? group.last : group.first) <= range.max;
  for (const MinuteGroup& group : ends_) ranks.lasting += (is_whole ? group.first : group.last) >= range.min;
  return ranks;
}

// The trainings that overlap by one of the two alternatives, or are in `more`; but for those in `but`.
void RangeIndex::find(const Ranks& ranks, const uint64_t* more, const uint64_t* but, uint64_t* found) const {
  const uint64_t* const sets = sets_.data();
  const uint64_t* const started[] = {sets + start_set(0, ranks.started), sets + start_set(1, ranks.started)};
  const uint64_t* const lasting[] = {sets + end_set(0, ranks.lasting), sets + end_set(1, ranks.lasting)};
  for (size_t i = 0; i < blocks_; ++i)
    found[i] = (more[i] | (started[0][i] & lasting[0][i]) | (started[1][i] & lasting[1][i])) & ~but[i];
}

void RangeIndex::add_sure(const MinuteRange& range, uint64_t* set) const {
  const uint64_t* const empty = sets_.data();  // nothing starts in no group
  find(ranks_of(range, true), set, empty, set);
}

const uint64_t* RangeIndex::doubtful(const MinuteRange& range, const uint64_t* set, Arena& arena) const {
  const Ranks ranks = ranks_of(range, false);
  if (ranks == ranks_of(range, true) && !has_others_) return nullptr;
  auto* const found = arena.take<uint64_t>(blocks_);
  find(ranks, sets_.data() + others_set(), set, found);
  return found;
}

const uint32_t* RangeIndex::counts(const Columns& columns, const MinuteRange& range, const uint64_t* set,
                                   Arena& arena) const {
  const uint32_t* const kept = counts_.data() + counts_at(ranks_of(range, false));
  const uint64_t* const wrong = doubtful(range, set, arena);
  if (!wrong) return kept;
  auto* const counts = arena.take<uint32_t>(slots_);
  std::copy_n(kept, slots_, counts);
  for_each_row(wrong, blocks_, [&](uint32_t row) { change_counts(columns, row, ~0u, counts); });
  return counts;
}

}  // namespace catalogue
