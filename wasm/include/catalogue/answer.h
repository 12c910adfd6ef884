// SPDX-License-Identifier: MIT
// The answer to a query: trainings, a count per choice, and exits from an empty result.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/limits.h"
#include "catalogue/query.h"

namespace catalogue {

class Catalogue;

// kDrop: remove one value, or all values of some keys. kWiden: a wider range of minutes. kCorrect: another word in the
// text.
enum class ExitKind : uint8_t { kDrop, kWiden, kCorrect };

// The public names, by ExitKind.
inline constexpr std::array<std::string_view, 3> kExitNames = {"drop", "widen", "correct"};

// A smallest change that gives results to a query without any.
struct Exit {
  ExitKind kind = ExitKind::kDrop;
  std::string_view key;    // the query key that changes; of a drop also several, separated by spaces
  std::string_view value;  // the value dropped, widened or corrected; "" for all values of the keys
  std::string_view to;     // the new value, "" for a drop
  std::string_view query;  // canonical, ready for a link
  uint32_t total = 0;
};

// Text matches that one facet's selection hides, and the query that shows them.
struct Hidden {
  std::string_view key;
  uint32_t count = 0;
  std::string_view query;
};

// counts[f][i] is the number of trainings that hold value i of facet f and match the selections
// of all the other facets. Rights are all needed at once: their counts match the other chosen rights too.
//
// A plain value: all that it points to lives in its arena or in the catalogue.
struct Answer {
  std::string_view query;  // canonical
  uint32_t total = 0;
  uint32_t page = 1;
  uint32_t pages = 1;
  std::span<const uint32_t> rows;  // this page's trainings, in order
  std::array<std::span<const uint32_t>, kFacetCount> counts;
  std::span<const uint32_t> bars;  // per bar of kHistogramBars: trainings with an alternative that overlaps it
  std::span<const Exit> exits;
  std::span<const Hidden> hidden;
  std::span<const Warning> warnings;  // of the query, and of a page_size that was reduced
};

// page_size: 1 to kMaxPageSize, or fewer where so many of the longest trainings would exceed kMaxPageBytes. A larger
// one is reduced, with the warning "too-long" for the key "page". A page past the last gives the last one.
Answer answer_query(const Catalogue& catalogue, const Query& query, uint32_t page_size, Arena& arena);

}  // namespace catalogue
