// SPDX-License-Identifier: MIT
// Which trainings of a set come on a page, in the order asked for.
#pragma once

#include <cstdint>
#include <span>

#include "catalogue/query.h"
#include "filter/selection.h"
#include "model/columns.h"
#include "model/page_bounds.h"

namespace catalogue {

// The rows of a page of what matches, in the order of `sort` (kRelevance: that of the source). Ties keep the order of
// the source. An order is worked out at its first use and kept: n log n, once.
std::span<const uint32_t> page_rows(const Columns& columns, const Masks& masks, Sort sort, const PageBounds& bounds,
                                    Arena& arena);

}  // namespace catalogue
