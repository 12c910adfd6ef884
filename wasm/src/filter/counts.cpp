// SPDX-License-Identifier: MIT
// Counts choices, by the cheaper of two exact methods.
#include "filter/counts.h"

#include <algorithm>
#include <cstring>

#include "filter/tally.h"
#include "model/buckets.h"

namespace catalogue {
namespace {

// Cost of counting the values of a training in a facet, in blocks of set intersections.
constexpr size_t kRowCost = 16;

constexpr size_t kDuration = static_cast<size_t>(Facet::kDuration);

// Cache limit, in counts.
size_t cache_limit(size_t trainings) { return (trainings + 8192) * 8; }

// In counts, of what is kept for one set: the last tells whether the others are filled.
size_t stride_of(const Columns& columns) { return columns.slots + size_t{1}; }

// Makes room for what is kept: by set, then for all trainings. False when it would exceed the limit.
bool make_room(const Columns& columns) {
  const size_t room = (columns.sets.size() + 1) * stride_of(columns);
  if (room > cache_limit(columns.size)) return false;
  columns.counts.resize(room);
  return true;
}

// Counts the trainings that match all parts. For a facet with a selection, adds the trainings that it alone excludes.
// Counts either training by training or by set intersections, whichever is cheaper. When the other parts are a single
// value, its counts are cached for later queries.
class Counter {
 public:
  Counter(const Columns& columns, const Masks& masks, Arena& arena, const MinuteRange* range = nullptr)
      : columns_(columns),
        masks_(masks),
        arena_(arena),
        range_(range),
        all_{masks.all, masks.total, {}},
        counts_(arena.make_first<uint32_t>(columns.slots)) {}

  // Call once: it adds to the shared counts.
  Counts run();

 private:
  struct Rows {
    const uint64_t* set = nullptr;
    uint32_t total = 0;
    std::span<const uint32_t> list;  // the same rows, once list() was called
  };

  std::span<const uint32_t> list(Rows& rows);
  void add_values(Rows& rows, const FacetColumn& facet);
  Rows rows_of(const uint64_t* set) const { return {set, common_population(set, set, masks_.blocks), {}}; }
  const uint32_t* counts_over(const uint64_t* set);
  const uint32_t* count_without(size_t part, const FacetColumn& facet);

  const Columns& columns_;
  const Masks& masks_;
  Arena& arena_;
  const MinuteRange* const range_;        // if it is the whole selection of its facet
  const uint32_t* over_range_ = nullptr;  // its counts, once computed
  Rows all_;
  uint32_t* const counts_;  // by slot of Columns
};

std::span<const uint32_t> Counter::list(Rows& rows) {
  if (rows.list.size() == rows.total) return rows.list;
  auto* const list = arena_.take<uint32_t>(rows.total + kListSlack);
  list_rows(rows.set, masks_.blocks, list);
  return rows.list = {list, rows.total};
}

// Adds to each slot of a facet how many of the rows hold its value.
void Counter::add_values(Rows& rows, const FacetColumn& facet) {
  const size_t values = facet.values.size();
  uint32_t* const counts = counts_ + facet.first_slot;
  if (facet.has_sets() && rows.total * kRowCost > masks_.blocks * values) {
    for (size_t i = 0; i < values; ++i)
      counts[i] += common_population(rows.set, columns_.sets.set(facet.first_slot + i), masks_.blocks);
  } else {
    tally_held(facet.first.data(), facet.held.data(), list(rows), counts);
  }
}

// Cached counts of the trainings in `set`, or of all when it is null. Null when `set` is no set of the catalogue, or
// when the cache would exceed its limit.
const uint32_t* Counter::counts_over(const uint64_t* set) {
  const SetTable& sets = columns_.sets;
  const size_t place = set ? sets.number_of(set) : sets.size();
  if (set && place >= sets.size()) {
    if (!range_ || set != masks_.parts[kDuration]) return nullptr;
    if (!over_range_) over_range_ = RangeIndex::of(columns_).counts(columns_, *range_, set, arena_);
    return over_range_;
  }
  if (!make_room(columns_)) return nullptr;
  uint32_t* const counts = columns_.counts.data() + place * stride_of(columns_);
  if (!counts[columns_.slots]) {
    counts[columns_.slots] = true;
    Counter counter(columns_, masks_, arena_);
    counter.all_ = rows_of(set ? set : intersect(columns_, {}, arena_).all);
    for (const FacetColumn& facet : columns_.facets) counter.add_values(counter.all_, facet);
    std::memcpy(counts, counter.counts_, columns_.slots * sizeof(uint32_t));
  }
  return counts;
}

// Counts of the trainings that match all parts but `part`, for the slots of `facet`. Call once per facet.
const uint32_t* Counter::count_without(size_t part, const FacetColumn& facet) {
  const uint64_t* other = nullptr;
  size_t others = 0;
  for (size_t i = 0; i < kPartCount; ++i) {
    if (!masks_.parts[i] || i == part) continue;
    other = masks_.parts[i];
    ++others;
  }
  const uint32_t* const known = others < 2 ? counts_over(other) : nullptr;
  if (known) return known + facet.first_slot;
  add_values(all_, facet);
  Rows own;
  if (part < kPartCount) own = {masks_.only[part], masks_.only_total[part], {}};
  if (own.total) add_values(own, facet);
  return counts_ + facet.first_slot;
}

// Per value of each facet: trainings that hold it and match all other facets; for rights, all facets.
Counts Counter::run() {
  Counts counts;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const FacetColumn& facet = columns_.facets[f];
    const size_t part = static_cast<Facet>(f) == Facet::kRight ? kPartCount : f;
    counts.facets[f] = {count_without(part, facet), facet.values.size()};
  }
  counts.bars = counts.facets[kDuration].subspan(kFirstBar);
  return counts;
}

}  // namespace

Counts count_choices(const Columns& columns, const Query& query, const Masks& masks, Arena& arena) {
  // The ranges of the query are one unless they leave a gap.
  MinuteRange whole;
  bool is_whole = !query.unknown_duration;
  for (const MinuteRange& range : query.durations) {
    if (&range == query.durations.data()) whole = range;
    is_whole &= range.min - 1 <= whole.max;
    if (range.max > whole.max) whole.max = range.max;
  }
  return Counter(columns, masks, arena, is_whole ? &whole : nullptr).run();
}

bool keep_totals(const Columns& columns) {
  if (!make_room(columns)) return false;
  uint32_t* const counts = columns.counts.data() + columns.sets.size() * stride_of(columns);
  for (const FacetColumn& facet : columns.facets)
    std::copy(facet.totals.begin(), facet.totals.end(), counts + facet.first_slot);
  counts[columns.slots] = true;
  return true;
}

}  // namespace catalogue
