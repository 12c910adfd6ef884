// SPDX-License-Identifier: MIT
// Which trainings a query selects, part by part: one part per facet, and the text.
#pragma once

#include <array>
#include <cstdint>

#include "catalogue/query.h"
#include "model/buckets.h"
#include "model/columns.h"

namespace catalogue {

inline constexpr size_t kTextPart = kFacetCount;
inline constexpr size_t kPartCount = kFacetCount + 1;

// The trainings that match each part of a query; null for a part that says nothing.
using Parts = std::array<const uint64_t*, kPartCount>;

// Which of the fixed choices of durations (kDurationBuckets) is this range, or their number when none is.
uint32_t bucket_of(const MinuteRange& range);
inline bool is_bucket(const MinuteRange& range) { return bucket_of(range) < kDurationBuckets.size(); }

// The trainings that match what `query` selects in one facet, which it does select in. One value
// is its own set, where it lies in the catalogue; several are brought together in the arena.
const uint64_t* select_facet(const Columns& columns, const Query& query, Facet facet, Arena& arena);

// Sets of all the facets of a query. The text's part is added by who searches.
Parts select_parts(const Columns& columns, const Query& query, Arena& arena);

// What the parts have in common, and which trainings only one part keeps out.
struct Masks {
  Parts parts = {};
  size_t words = 0;
  const uint64_t* all = nullptr;
  uint32_t total = 0;
  Parts only = {};  // what misses this part alone; null for a part that says nothing
  std::array<uint32_t, kPartCount> only_total = {};

  [[gnu::always_inline]] uint32_t total_without(size_t part) const { return total + only_total[part]; }
  // Word `i` of what the other parts have in common.
  [[gnu::always_inline]] uint64_t without(size_t part, size_t i) const {
    return only[part] ? all[i] | only[part][i] : all[i];
  }
};
Masks intersect(const Columns& columns, const Parts& parts, Arena& arena);

// The size of what the parts have in common, leaving out the parts whose bit is set in `left_out`.
uint32_t count_common(const Columns& columns, const Parts& parts, uint32_t left_out);

}  // namespace catalogue
