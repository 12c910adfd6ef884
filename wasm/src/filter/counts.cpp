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

// Counts over the trainings of single values are kept as long as there are at most so many of them, of 4 bytes each.
size_t most_kept(size_t trainings) { return (trainings + 8192) * 8; }

}  // namespace

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

std::span<const uint32_t> Counter::count(size_t f) {
  const FacetColumn& facet = columns_.facets[f];
  const size_t values = facet.values.size();
  const size_t part = static_cast<Facet>(f) == Facet::kRight ? kPartCount : f;
  return {count_without(part, facet.first_slot, values, facet.has_sets() ? nullptr : &facet), values};
}

std::span<const uint32_t> Counter::bars() {
  constexpr size_t count = kHistogramBars.size();
  return {count_without(static_cast<size_t>(Facet::kDuration), 0, count, nullptr), count};
}

}  // namespace catalogue
