// SPDX-License-Identifier: MIT
// Counting, the cheapest exact way.
#include "filter/counts.h"

#include "filter/tally.h"
#include "model/buckets.h"

namespace catalogue {
namespace {

// What it costs to count one word of a training's sets, in words of a set that are compared.
constexpr size_t kRowCost = 20;

}  // namespace

std::span<const uint32_t> Counter::list(Rows& rows) {
  if (rows.list.size() == rows.total) return rows.list;
  auto* const list = arena_.take<uint32_t>(rows.total + kListSlack);
  list_rows(rows.set, masks_.words, list);
  return rows.list = {list, rows.total};
}

void Counter::add_held(const FacetColumn& facet, Rows& rows, uint32_t* counts) {
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
    for (size_t i = first; i < end; ++i) set_counts_[i] += found[i];
  } else {
    for (size_t i = first; i < end; ++i) set_counts_[i] += common_population(rows.set, sets.set(i), masks_.words);
  }
}

// How many of what matches, and of `own`, are in each of `count` sets. To be asked of a set once.
const uint32_t* Counter::count_sets(size_t first, size_t count, Rows& own) {
  if (!set_counts_) {
    set_counts_ = arena_.make_first<uint32_t>(columns_.sets.size());
    add_sets(all_, 0, columns_.sets.size());
  }
  if (own.total) add_sets(own, first, count);
  return set_counts_ + first;
}

// Trainings that neither match nor are kept out by facet `f` alone.
Counter::Rows Counter::left_out(size_t f) const {
  auto* const set = arena_.take<uint64_t>(masks_.words);
  for (size_t i = 0; i < masks_.words; ++i) set[i] = full_word(columns_.size, i) & ~masks_.without(f, i);
  return {set, columns_.size - masks_.total_without(f)};
}

std::span<const uint32_t> Counter::count(size_t f) {
  const FacetColumn& facet = columns_.facets[f];
  const bool is_disjunctive = static_cast<Facet>(f) != Facet::kRight;
  Rows own = is_disjunctive ? only(f) : Rows();
  const uint32_t total = masks_.total + own.total;
  const uint32_t* const totals = facet.totals.data();
  const size_t values = facet.totals.size();
  if (total == columns_.size) return {totals, values};
  if (facet.has_sets()) return {count_sets(facet.first_set, values, own), values};
  uint32_t* const counts = arena_.make_first<uint32_t>(values + 1);  // one more, for trainings that hold none
  if (total > columns_.size / 2) {
    Rows rest = left_out(f);
    add_held(facet, rest, counts);
    for (size_t i = 0; i < values; ++i) counts[i] = totals[i] - counts[i];
  } else {
    add_held(facet, all_, counts);
    add_held(facet, own, counts);
  }
  return {counts, values};
}

std::span<const HistogramBar> Counter::bars() {
  const std::span<HistogramBar> bars = arena_.make<HistogramBar>(kHistogramBars.size());
  Rows own = only(static_cast<size_t>(Facet::kDuration));
  const uint32_t* const counts = count_sets(0, bars.size(), own);
  for (size_t i = 0; i < bars.size(); ++i) bars[i] = {kHistogramBars[i].min, kHistogramBars[i].max, counts[i]};
  return bars;
}

}  // namespace catalogue
