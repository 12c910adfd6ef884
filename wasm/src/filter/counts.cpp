// SPDX-License-Identifier: MIT
// Counting, the cheapest exact way.
#include "filter/counts.h"

#include "model/buckets.h"
#include "model/overlap.h"

namespace catalogue {
namespace {

// What one training costs when its values are counted, in words of a bitset that are compared.
constexpr size_t kRowCost = 24;
constexpr size_t kOnlyValueCost = 6;  // where it holds one at most

// The one loop that takes time: a call per row would double it.
[[gnu::always_inline]] inline void count_row(const uint32_t* first, const uint16_t* held, uint32_t row,
                                             uint32_t* counts) {
  const uint16_t* const end = held + first[row + 1];
  for (const uint16_t* value = held + first[row]; value != end; ++value) ++counts[*value];
}

}  // namespace

std::span<const uint32_t> Counter::list(Rows& rows) {
  if (rows.list.size() == rows.total) return rows.list;
  auto* const first = static_cast<uint32_t*>(arena_.take(rows.total * sizeof(uint32_t)));
  uint32_t* next = first;
  for_each_row(rows.set, masks_.words, [&next](uint32_t row) { *next++ = row; });
  return rows.list = {first, rows.total};
}

void Counter::add(const FacetColumn& facet, Rows& rows, uint32_t* counts) {
  const size_t words = masks_.words;
  const size_t values = facet.values.size();
  if (!facet.only.empty() && (!facet.has_bits() || rows.total * kOnlyValueCost < words * values)) {
    const uint16_t* const only = facet.only.data();
    if (&rows != &all_) return for_each_row(rows.set, words, [=](uint32_t row) { ++counts[only[row]]; });
    for (const uint32_t row : list(rows)) ++counts[only[row]];
    return;
  }
  if (!facet.has_bits() || rows.total * kRowCost < words * values) {
    const uint32_t* const first = facet.first.data();
    const uint16_t* const held = facet.held.data();
    if (&rows != &all_) return for_each_row(rows.set, words, [=](uint32_t row) { count_row(first, held, row, counts); });
    for (const uint32_t row : list(rows)) count_row(first, held, row, counts);
    return;
  }
  for (size_t i = 0; i < values; ++i) {
    counts[i] += common_population(rows.set, facet.bits.data() + i * words, words);
  }
}

// Trainings that neither match nor are kept out by facet `f` alone.
Counter::Rows Counter::left_out(size_t f) const {
  uint64_t* const set = arena_.make_first<uint64_t>(masks_.words);
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
  uint32_t* const counts = arena_.make_first<uint32_t>(values + 1);  // one more, for trainings that hold none
  if (is_disjunctive && !facet.has_bits() && total > columns_.size / 2) {
    Rows rest = left_out(f);
    add(facet, rest, counts);
    for (size_t i = 0; i < values; ++i) counts[i] = totals[i] - counts[i];
  } else {
    add(facet, all_, counts);
    if (own.total) add(facet, own, counts);
  }
  return {counts, values};
}

void Counter::add_bars(Rows& rows, std::span<HistogramBar> bars) {
  const DurationColumn& column = columns_.durations;
  if (rows.total * kRowCost < masks_.words) {
    for (const uint32_t row : list(rows)) {
      for (HistogramBar& bar : bars) {
        bool is_match = false;
        for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
          is_match |= overlaps(column.min[i], column.max[i], {bar.min, bar.max});
        }
        bar.count += is_match;
      }
    }
    return;
  }
  for (size_t i = 0; i < bars.size(); ++i) {
    bars[i].count += common_population(rows.set, columns_.bars.data() + i * masks_.words, masks_.words);
  }
}

std::span<const HistogramBar> Counter::bars() {
  const std::span<HistogramBar> bars = arena_.make<HistogramBar>(kHistogramBars.size());
  for (size_t i = 0; i < bars.size(); ++i) bars[i] = {kHistogramBars[i].min, kHistogramBars[i].max, 0};
  add_bars(all_, bars);
  Rows own = only(static_cast<size_t>(Facet::kDuration));
  if (own.total) add_bars(own, bars);
  return bars;
}

}  // namespace catalogue
