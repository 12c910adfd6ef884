// SPDX-License-Identifier: MIT
// The form that filters: every control is named by a query key and valued as in a query.
#pragma once

#include <vector>

#include "catalogue/answer.h"
#include "catalogue/query.h"
#include "render/choices.h"
#include "render/page.h"

namespace catalogue {

// kStatic: what the style sheet can filter by, counts of the whole catalogue. kLive: everything.
enum class PanelKind : uint8_t { kStatic, kLive };

// The facets that the style sheet can filter by, in the panel's order.
inline constexpr Facet kStaticFacets[] = {Facet::kDuration, Facet::kRight, Facet::kLicence};

void write_panel(Page& page, const Query& query, const Answer& answer, PanelKind kind);

// The range of minutes: histogram, slider, and two fields that say the same in words.
void write_range(Page& page, const Query& query, const Answer& answer);

}  // namespace catalogue
