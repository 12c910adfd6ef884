// SPDX-License-Identifier: MIT
// How many trainings of a set hold each value of a facet.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/answer.h"
#include "filter/bitset.h"
#include "model/columns.h"

namespace catalogue {

// counts[i]: trainings of `set`, which has `total` of them, that hold value i. Takes the cheapest
// of three exact ways: row by row, row by row over what the set leaves out, or set against set.
std::vector<uint32_t> count_values(const Columns& columns, const FacetColumn& facet,
                                   const Bitset& set, uint32_t total);

// The bars of the duration histogram over `set`.
std::vector<HistogramBar> count_bars(const Columns& columns, const Bitset& set);

}  // namespace catalogue
