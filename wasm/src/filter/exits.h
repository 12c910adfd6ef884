// SPDX-License-Identifier: MIT
// Ways out of an empty answer, and what a text finds behind the filters.
#pragma once

#include <vector>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "filter/selection.h"

namespace catalogue {

inline constexpr size_t kMaxExits = 12;

// The smallest changes that give results, each with its exact total: one word corrected, one range
// widened, or one value dropped; when no single one is enough, one whole key dropped; at last,
// everything. `query` gives no result; `parts` are its sets.
std::vector<Exit> find_exits(const Catalogue& catalogue, const Query& query, const Parts& parts);

// Per facet with a selection: how many more trainings match without it.
std::vector<Hidden> find_hidden(const Catalogue& catalogue, const Query& query, const Masks& masks);

}  // namespace catalogue
