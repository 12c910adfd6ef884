// SPDX-License-Identifier: MIT
// Counting, the cheapest exact way.
#include "filter/counts.h"

#include <cstring>

#include "filter/tally.h"
#include "model/buckets.h"

namespace catalogue {
namespace {

// What it costs to count one word of a training's sets, in words of a set that are compared.
constexpr size_t kRowCost = 16;

// Cache limit, in counts of 4 bytes: those over the trainings of single values.
size_t most_kept(size_t trainings) { return (trainings + 8192) * 8; }

// Counts the trainings that match all parts; for a facet that is selected in, adds those that it alone keeps out. Both
// counts take the cheaper of two exact ways: training by training, or set against set. Where all the other parts are
// one value, its counts are kept from one query to the next.
class Counter {
 public:
  Counter(const Columns& columns, const Masks& masks, Arena& arena)
      : columns_(columns), masks_(masks), arena_(arena), all_{masks.all, masks.total} {}

  // Once: each facet adds to what all of them share.
  Counts run();

 private:
  struct Rows {
    const uint64_t* set = nullptr;
    uint32_t total = 0;
    std::span<const uint32_t> list = {};  // one by one, once that was asked for
  };

  std::span<const uint32_t> count(size_t f);
  std::span<const uint32_t> bars();
  std::span<const uint32_t> list(Rows& rows);
  void add_held(const FacetColumn& facet, Rows& rows);
  void add_sets(Rows& rows, size_t first, size_t count);
  uint32_t* count_all();
  const uint32_t* counts_over(const uint64_t* set);
  const uint32_t* count_without(size_t part, size_t first, size_t count, const FacetColumn* held);

  const Columns& columns_;
  const Masks& masks_;
  Arena& arena_;
  Rows all_;
  uint32_t* counts_ = nullptr;  // in the slots of Columns, once they were asked for
};

std::span<const uint32_t> Counter::list(Rows& rows) {
  if (rows.list.size() == rows.total) return rows.list;
  auto* const list = arena_.take<uint32_t>(rows.total + kListSlack);
  list_rows(rows.set, masks_.words, list);
  return rows.list = {list, rows.total};
}

void Counter::add_held(const FacetColumn& facet, Rows& rows) {
  uint32_t* const counts = counts_ + facet.first_slot;
  if (facet.only.empty()) {
    tally_held(facet.first.data(), facet.held.data(), list(rows), counts);
  } else {
    tally_only(facet.only.data(), list(rows), counts);
  }
}

// Adds how many of the rows are in each of `count` sets.
void Counter::add_sets(Rows& rows, size_t first, size_t count) {
  const SetTable& sets = columns_.sets;
  const size_t end = first + count;
  const size_t width = sets.words_per_row();
  const size_t first_word = first / 64;
  const size_t end_word = (end + 63) / 64;
  if (rows.total * (end_word - first_word) * kRowCost < masks_.words * count) {
    uint32_t* const found = arena_.make_first<uint32_t>(width * 64);
    for (size_t i = first_word; i < end_word; ++i) tally_bits(sets.row(0) + i, width, list(rows), found + i * 64);
    for (size_t i = first; i < end; ++i) counts_[i] += found[i];
  } else {
    for (size_t i = first; i < end; ++i) counts_[i] += common_population(rows.set, sets.set(i), masks_.words);
  }
}

// Counts over what matches, in the slots of Columns.
uint32_t* Counter::count_all() {
  if (counts_) return counts_;
  counts_ = arena_.make_first<uint32_t>(columns_.slots);
  add_sets(all_, 0, columns_.sets.size());
  for (const FacetColumn& facet : columns_.facets) {
    if (!facet.has_sets()) add_held(facet, all_);
  }
  return counts_;
}

// The same over the trainings of one value, or over all: worked out for the first who asks, and kept. Null when `set`
// is that of no value, or they would take too much memory.
const uint32_t* Counter::counts_over(const uint64_t* set) {
  const SetTable& sets = columns_.sets;
  const size_t place = set ? sets.number_of(set) : sets.size();
  const size_t stride = columns_.slots + 1;  // the last says that the others are known
  const size_t room = (sets.size() + 1) * stride;
  if ((set && place >= sets.size()) || room > most_kept(columns_.size)) return nullptr;
  columns_.counts.resize(room);
  uint32_t* const counts = columns_.counts.data() + place * stride;
  if (!counts[columns_.slots]) {
    counts[columns_.slots] = true;
    Parts parts = {};
    parts[kTextPart] = set;
    const Masks masks = intersect(columns_, parts, arena_);
    std::memcpy(counts, Counter(columns_, masks, arena_).count_all(), columns_.slots * sizeof(uint32_t));
  }
  return counts;
}

// Counts over what matches all parts but `part`, good for `count` slots from `first` on, each of them asked for once.
// held: their facet, when it has no sets.
const uint32_t* Counter::count_without(size_t part, size_t first, size_t count, const FacetColumn* held) {
  const uint64_t* other = nullptr;
  size_t others = 0;
  for (size_t i = 0; i < kPartCount; ++i) {
    if (!masks_.parts[i] || i == part) continue;
    other = masks_.parts[i];
    ++others;
  }
  const uint32_t* const known = others < 2 ? counts_over(other) : nullptr;
  if (known) return known + first;
  count_all();
  Rows own;
  if (part < kPartCount) own = {masks_.only[part], masks_.only_total[part]};
  if (own.total && held) add_held(*held, own);
  if (own.total && !held) add_sets(own, first, count);
  return counts_ + first;
}

// counts[i]: trainings that hold value i of facet `f` and match all the other facets; for rights, all facets.
std::span<const uint32_t> Counter::count(size_t f) {
  const FacetColumn& facet = columns_.facets[f];
  const size_t values = facet.values.size();
  const size_t part = static_cast<Facet>(f) == Facet::kRight ? kPartCount : f;
  return {count_without(part, facet.first_slot, values, facet.has_sets() ? nullptr : &facet), values};
}

// The bars of the duration histogram, for what matches all facets but the duration.
std::span<const uint32_t> Counter::bars() {
  const size_t count = kHistogramBars.size();
  return {count_without(static_cast<size_t>(Facet::kDuration), 0, count, nullptr), count};
}

Counts Counter::run() {
  Counts counts;
  for (size_t f = 0; f < kFacetCount; ++f) counts.facets[f] = count(f);
  counts.bars = bars();
  return counts;
}

}  // namespace

Counts count_choices(const Columns& columns, const Masks& masks, Arena& arena) {
  return Counter(columns, masks, arena).run();
}

}  // namespace catalogue
