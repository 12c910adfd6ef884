// SPDX-License-Identifier: MIT
// Ways out of an empty answer, and text matches that filters hide.
#pragma once

#include <span>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "filter/selection.h"

namespace catalogue {

inline constexpr size_t kMaxExits = 12;

// The smallest changes that give results, each with its exact total: a corrected text, a wider range or a dropped
// value; if none of these helps, the fewest keys to drop. For a query without results: `canonical`, its parts and their
// masks.
std::span<const Exit> find_exits(const Catalogue& catalogue, std::string_view canonical, const Parts& parts,
                                 const Masks& masks, Arena& arena);

// Per facet with a selection: how many more trainings match without it.
std::span<const Hidden> find_hidden(std::string_view canonical, const Masks& masks, Arena& arena);

}  // namespace catalogue
