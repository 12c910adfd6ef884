// SPDX-License-Identifier: MIT
// Which trainings a query selects, part by part: one part per facet, and the text.
#pragma once

#include <array>
#include <cstdint>

#include "catalogue/query.h"
#include "filter/bitset.h"
#include "model/columns.h"

namespace catalogue {

inline constexpr size_t kTextPart = kFacetCount;
inline constexpr size_t kPartCount = kFacetCount + 1;

// The trainings that match each part of a query; null for a part that says nothing.
struct Parts {
  std::array<Bitset, kPartCount> owned;
  std::array<const uint64_t*, kPartCount> sets = {};

  bool has(size_t part) const { return sets[part] != nullptr; }
  uint32_t count() const;
};

// The trainings that match what `query` selects in one facet, which it does select in.
Bitset select_facet(const Columns& columns, const Query& query, Facet facet);

// Adds to `set` the trainings with an alternative that overlaps `range`.
void add_overlapping(const Columns& columns, const MinuteRange& range, Bitset& set);

// Sets of all the facets of a query. The text's part is added by who searches.
Parts select_parts(const Columns& columns, const Query& query);

// What the parts have in common, and what they would have in common without each of them.
struct Masks {
  Bitset all;
  uint32_t total = 0;
  std::array<Bitset, kPartCount> without;  // empty where the part says nothing: `all` holds
  std::array<uint32_t, kPartCount> totals_without = {};

  const Bitset& leaving_out(size_t part) const { return without[part].empty() ? all : without[part]; }
  uint32_t total_leaving_out(size_t part) const {
    return without[part].empty() ? total : totals_without[part];
  }
};
Masks intersect(const Columns& columns, const Parts& parts);

// The size of what the parts have in common, leaving out the parts whose bit is set in `left_out`.
uint32_t count_common(const Columns& columns, const Parts& parts, uint32_t left_out);

}  // namespace catalogue
