// SPDX-License-Identifier: MIT
// Ways out of an empty answer, and what a text finds behind the filters.
#pragma once

#include <span>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "filter/selection.h"

namespace catalogue {

inline constexpr size_t kMaxExits = 12;

// The smallest changes that give results, each with its exact total: one word corrected, one range
// widened, or one value dropped; when no single one is enough, all that the fewest keys say. The query
// gives no result; `parts` are its sets, `masks` what they have in common.
std::span<const Exit> find_exits(const Catalogue& catalogue, std::string_view canonical, const Parts& parts,
                                 const Masks& masks, Arena& arena);

// Per facet with a selection: how many more trainings match without it.
std::span<const Hidden> find_hidden(std::string_view canonical, const Masks& masks, Arena& arena);

}  // namespace catalogue
