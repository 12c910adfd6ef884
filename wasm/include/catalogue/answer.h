// SPDX-License-Identifier: MIT
// The answer to a query: which trainings, how many for each choice, and the ways out of nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/query.h"

namespace catalogue {

class Catalogue;

// One bar of the duration histogram: trainings with an alternative that overlaps [min, max].
struct HistogramBar {
  int32_t min = 0;
  int32_t max = 0;
  uint32_t count = 0;
};

// One smallest change that turns an empty answer into a full one.
// kind: "drop" (one value taken off), "widen" (one range), "correct" (one word of the text).
struct Exit {
  std::string_view kind;
  std::string key;    // the query key that changes
  std::string value;  // the value dropped, widened or corrected
  std::string to;     // what replaces it, "" for a drop
  std::string query;  // canonical, ready for a link
  uint32_t total = 0;
};

// Text matches that one facet's selection hides, and the query that shows them.
struct Hidden {
  std::string key;
  uint32_t count = 0;
  std::string query;
};

// counts[f][i] is the number of trainings that hold value i of facet f and match the selections
// of all the other facets; for rights, where each is needed, the other chosen rights count too.
struct Answer {
  std::string query;  // canonical
  uint32_t total = 0;
  uint32_t page = 1;
  uint32_t pages = 1;
  std::vector<uint32_t> rows;  // this page's trainings, in order
  std::array<std::vector<uint32_t>, kFacetCount> counts;
  std::vector<HistogramBar> duration;
  std::vector<Exit> exits;
  std::vector<Hidden> hidden;
};

inline constexpr uint32_t kDefaultPageSize = 20;
inline constexpr uint32_t kMaxPageSize = 1000;

// page_size: 1 to kMaxPageSize. A page past the last gives the last one.
Answer answer_query(const Catalogue& catalogue, const Query& query, uint32_t page_size);

}  // namespace catalogue
