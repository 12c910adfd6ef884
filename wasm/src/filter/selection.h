// SPDX-License-Identifier: MIT
// Which trainings a query selects. A query has parts: one per facet, and the text.
#pragma once

#include <array>
#include <cstdint>

#include "catalogue/query.h"
#include "model/buckets.h"
#include "model/columns.h"

namespace catalogue {

inline constexpr size_t kTextPart = kFacetCount;
inline constexpr size_t kPartCount = kFacetCount + 1;

// Bit sets of the trainings that match each part; null for a part that restricts nothing.
using Parts = std::array<const uint64_t*, kPartCount>;

// The index in kDurationBuckets of this range; kDurationBuckets.size() when it is none of them.
uint32_t bucket_of(const MinuteRange& range);
inline bool is_bucket(const MinuteRange& range) { return bucket_of(range) < kDurationBuckets.size(); }

// The trainings that match the selection in one facet, which must have one. For one value, this is its set in the
// catalogue; for several, a new set in the arena.
const uint64_t* select_facet(const Columns& columns, const Query& query, Facet facet, Arena& arena);

// The parts of all facets. The caller adds the part of the text.
Parts select_parts(const Columns& columns, const Query& query, Arena& arena);

// The intersection of the parts, and the trainings that a single part excludes.
struct Masks {
  Parts parts = {};
  size_t blocks = 0;  // of each set
  const uint64_t* all = nullptr;
  uint32_t total = 0;
  Parts only = {};  // trainings that miss this part alone; null for a part that restricts nothing
  std::array<uint32_t, kPartCount> only_total = {};

  [[gnu::always_inline]] uint32_t total_without(size_t part) const { return total + only_total[part]; }
  // Block `i` of the intersection of the other parts.
  [[gnu::always_inline]] uint64_t without(size_t part, size_t i) const {
    return only[part] ? all[i] | only[part][i] : all[i];
  }
};
Masks intersect(const Columns& columns, const Parts& parts, Arena& arena);

// The size of the intersection without the parts whose bit is set in `ignored`.
uint32_t count_common(const Columns& columns, const Parts& parts, uint32_t ignored);

}  // namespace catalogue
