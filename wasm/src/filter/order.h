// SPDX-License-Identifier: MIT
// The trainings of a page, in the order of a sort key.
#pragma once

#include <cstdint>
#include <span>

#include "catalogue/query.h"
#include "filter/selection.h"
#include "model/columns.h"
#include "model/page_bounds.h"

namespace catalogue {

// The matching rows of a page, in the order of `sort` (kRelevance: source order). Ties keep the source order.
// Each order is computed at its first use and cached: n log n, once.
std::span<const uint32_t> page_rows(const Columns& columns, const Masks& masks, Sort sort, const PageBounds& bounds,
                                    Arena& arena);

// All rows in the order of `sort`, which is not kSource or kRelevance.
const Column<uint32_t>& order_of(const Columns& columns, Sort sort);

}  // namespace catalogue
