// SPDX-License-Identifier: MIT
// Counting, the cheapest exact way.
#include "filter/counts.h"

#include "model/buckets.h"

namespace catalogue {
namespace {

// What one value of one row costs, in words of a bitset that are compared and counted.
constexpr size_t kRowCost = 3;

void count_rows(const FacetColumn& facet, const uint64_t* words, size_t size, uint32_t* counts) {
  const uint32_t* const first = facet.first.data();
  const uint16_t* const held = facet.held.data();
  for_each_row(words, size, [=](uint32_t row) {
    for (uint32_t i = first[row]; i < first[row + 1]; ++i) ++counts[held[i]];
  });
}

std::vector<uint32_t> count_complement(const Columns& columns, const FacetColumn& facet,
                                       const Bitset& set) {
  Bitset rest = full_set(columns.size);
  for (size_t i = 0; i < rest.size(); ++i) rest[i] &= ~set[i];
  std::vector<uint32_t> missing(facet.values.size());
  count_rows(facet, rest.data(), rest.size(), missing.data());
  for (size_t i = 0; i < missing.size(); ++i) missing[i] = facet.totals[i] - missing[i];
  return missing;
}

}  // namespace

std::vector<uint32_t> count_values(const Columns& columns, const FacetColumn& facet,
                                   const Bitset& set, uint32_t total) {
  if (total == columns.size) return {facet.totals.begin(), facet.totals.end()};
  std::vector<uint32_t> counts(facet.values.size());
  if (total == 0) return counts;
  const uint32_t rest = columns.size - total;
  const size_t row_cost = (total < rest ? total : rest) * kRowCost;
  if (facet.has_bits() && set.size() * counts.size() < row_cost) {
    for (size_t i = 0; i < counts.size(); ++i) {
      counts[i] = common_population(set.data(), facet.bits.data() + i * set.size(), set.size());
    }
    return counts;
  }
  if (rest < total) return count_complement(columns, facet, set);
  count_rows(facet, set.data(), set.size(), counts.data());
  return counts;
}

std::vector<HistogramBar> count_bars(const Columns& columns, const Bitset& set) {
  std::vector<HistogramBar> bars;
  for (size_t i = 0; i < kHistogramBars.size(); ++i) {
    const uint64_t* held = columns.bars.data() + i * set.size();
    bars.push_back({kHistogramBars[i].min, kHistogramBars[i].max,
                    common_population(set.data(), held, set.size())});
  }
  return bars;
}

}  // namespace catalogue
