// SPDX-License-Identifier: MIT
// What is kept to find and count the trainings of a range of minutes without comparing each of them.
//
// A duration overlaps a range when it starts by the range's end, and ends at its start or later. The minutes at which
// durations start are grouped, and so are those at which they end. A set per group keeps the trainings that start in
// it or before; another one, those that end in it or later. A table keeps the counts for each pair of groups. Trainings
// are doubtful, and compared one by one, when they start or end in a group that the range cuts, or have more than two
// alternatives.
#pragma once

#include <cstdint>

#include "catalogue/arena.h"
#include "catalogue/minute_range.h"
#include "model/minute_groups.h"

namespace catalogue {

struct Columns;

class RangeIndex {
 public:
  // That of `columns`, made at the first call: linear time.
  static const RangeIndex& of(const Columns& columns);

  // Makes the next piece: some milliseconds at 100,000 trainings. False when all is made.
  bool build_next(const Columns& columns);

  // Adds to `set` the trainings that overlap `range`, but for doubtful ones.
  void add_sure(const MinuteRange& range, uint64_t* set) const;
  // Doubtful trainings that are not in `set`, as a set. Null when the range has none.
  const uint64_t* doubtful(const MinuteRange& range, const uint64_t* set, Arena& arena) const;
  // By slot of Columns, durations excepted: counts over `set`, which holds the trainings that overlap `range` and no
  // other.
  const uint32_t* counts(const Columns& columns, const MinuteRange& range, const uint64_t* set, Arena& arena) const;

 private:
  static constexpr size_t kAlternatives = 2;

  // Durations that start in one of the `started` first groups, and end in one of the `lasting` last groups.
  struct Ranks {
    uint32_t started = 0;
    uint32_t lasting = 0;

    bool operator==(const Ranks&) const = default;
  };

  void start(const Columns& columns);
  void add(const Columns& columns, uint32_t row);
  void accumulate_ranks();
  Ranks ranks_of(const MinuteRange& range, bool is_whole) const;
  void find(const Ranks& ranks, const uint64_t* more, const uint64_t* but, uint64_t* found) const;

  size_t start_ranks() const { return starts_.size() + 1; }
  size_t end_ranks() const { return ends_.size() + 1; }
  // Places in `sets_`: of the trainings whose alternative starts in one of the `rank` first groups, or ends in one of
  // the `rank` last groups; then of those with more alternatives.
  size_t start_set(size_t alternative, size_t rank) const {
    return (alternative * (start_ranks() + end_ranks()) + rank) * blocks_;
  }
  size_t end_set(size_t alternative, size_t rank) const { return start_set(alternative, start_ranks() + rank); }
  size_t others_set() const { return start_set(kAlternatives, 0); }
  // Place in `counts_`.
  size_t counts_at(const Ranks& ranks) const { return (ranks.lasting * start_ranks() + ranks.started) * slots_; }

  Column<MinuteGroup> starts_;
  Column<MinuteGroup> ends_;
  Column<uint64_t> sets_;
  Column<uint32_t> counts_;  // of trainings that overlap, and of all those with more alternatives
  size_t blocks_ = 0;        // of a set
  size_t slots_ = 0;
  Column<Ranks> by_minute_;  // of the durations that start, or end, at each
  uint32_t row_ = 0;         // the next to add
  bool has_others_ = false;
  bool is_ready_ = false;
};

}  // namespace catalogue
