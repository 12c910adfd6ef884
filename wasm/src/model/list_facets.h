// SPDX-License-Identifier: MIT
// The facets whose values a training lists.
#pragma once

#include <iterator>

#include "catalogue/facet.h"
#include "training_members.h"

namespace catalogue {

// By place in kTrainingLists, whose last list is that of the licence.
inline constexpr Facet kListFacets[] = {Facet::kModality,      Facet::kLanguage, Facet::kTheme,        Facet::kLevel,
                                        Facet::kCertification, Facet::kAudience, Facet::kAccessibility};
static_assert(std::size(kListFacets) + 1 == std::size(kTrainingLists));

}  // namespace catalogue
