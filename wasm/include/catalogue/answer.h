// SPDX-License-Identifier: MIT
// The answer to a query: which trainings, how many for each choice, and the ways out of nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/limits.h"
#include "catalogue/query.h"

namespace catalogue {

class Catalogue;

// kDrop: without one value, or without all that some keys say. kWiden: a wider range of minutes. kCorrect: another
// word in the text.
enum class ExitKind : uint8_t { kDrop, kWiden, kCorrect };

// What users of the core see, by ExitKind.
inline constexpr std::array<std::string_view, 3> kExitNames = {"drop", "widen", "correct"};

// A smallest change to a query without results that gives some.
struct Exit {
  ExitKind kind = ExitKind::kDrop;
  std::string_view key;    // the query key that changes; a drop may have several, with spaces between
  std::string_view value;  // the value dropped, widened or corrected; "" for all that the keys say
  std::string_view to;     // what replaces it, "" for a drop
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
// of all the other facets; for rights, where each is needed, the other chosen rights count too.
//
// A plain value: everything that it points to lives in the arena it was made in, or in the catalogue.
struct Answer {
  std::string_view query;  // canonical
  uint32_t total = 0;
  uint32_t page = 1;
  uint32_t pages = 1;
  std::span<const uint32_t> rows;  // this page's trainings, in order
  std::array<std::span<const uint32_t>, kFacetCount> counts;
  std::span<const uint32_t>
      bars;  // of the duration histogram (kHistogramBars): trainings with an alternative that overlaps each
  std::span<const Exit> exits;
  std::span<const Hidden> hidden;
  std::span<const Warning> warnings;  // the query's, and what cut the page
};

// page_size: 1 to kMaxPageSize, less where that many of the catalogue's longest trainings hold more than kMaxPageBytes;
// a larger one is cut with the warning "too-long" under "page". A page past the last gives the last one.
Answer answer_query(const Catalogue& catalogue, const Query& query, uint32_t page_size, Arena& arena);

}  // namespace catalogue
