// SPDX-License-Identifier: MIT
// Which choices of a facet are shown, and their labels.
#pragma once

#include <string_view>

#include "render/scene.h"

namespace catalogue {

// A catalogue of at most this many trainings is read faster than searched or sorted.
inline constexpr uint32_t kFewTrainings = 6;

// The facets that the style sheet can filter by, in the panel's order.
inline constexpr Facet kStaticFacets[] = {Facet::kDuration, Facet::kRight,         Facet::kLicence,      Facet::kLevel,
                                          Facet::kAudience, Facet::kCertification, Facet::kAccessibility};
constexpr bool is_static(Facet facet) { return facet <= Facet::kRight || facet >= Facet::kLevel; }

// Fills `group` with the choices that some but not all trainings have, and with the selected ones, in the
// facet's order. Empty when the facet would help nobody (RGESN 1.1). Durations start with "any" (its value is "")
// when one at most is selected, and end with the query's ranges that are no bucket.
void list_choices(const Scene& scene, Facet facet, Choices& group);

// What a visitor reads for a value of a facet or of the text: "CC BY-SA 4.0", "1 h au plus", or the value itself.
Label label_of(const Scene& scene, size_t query_key, std::string_view value);

}  // namespace catalogue
