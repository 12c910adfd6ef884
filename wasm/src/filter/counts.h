// SPDX-License-Identifier: MIT
// How many matching trainings hold each value of each facet.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "catalogue/answer.h"
#include "filter/selection.h"
#include "model/columns.h"

namespace catalogue {

// As in Answer.
struct Counts {
  std::array<std::span<const uint32_t>, kFacetCount> facets;
  std::span<const uint32_t> bars;
};

// The counts live in the arena or in the catalogue.
Counts count_choices(const Columns& columns, const Query& query, const Masks& masks, Arena& arena);

// Keeps the totals of the facets' values as the counts over all trainings. False when count_choices would not keep
// them.
bool keep_totals(const Columns& columns);

}  // namespace catalogue
