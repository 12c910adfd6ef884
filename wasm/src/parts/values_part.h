// SPDX-License-Identifier: MIT
// The values of the trainings that hold some term of a group (search/term_groups.h): what the counts of a text alone
// need, while the columns of all trainings are not there.
#pragma once

#include <string_view>

#include "filter/counts.h"
#include "model/columns_builder.h"

namespace catalogue {

// In a part: how many trainings it tells of; in planes (lists.h), how many trainings lie between each and the one
// before it; then the lists of each facet but rights, as in the columns (columns_part.h), durations as the presets and
// bars that a training holds.
//
// Adds to `columns.known`. Returns null, or the code of a refusal.
const char* read_values_part(std::string_view part, Columns& columns, const ColumnsBuilder& builder);

// As count_choices(), by `columns.known`, for a query of a text alone. Sets `lacks_some`.
Counts count_known(const Columns& columns, const Query& query, const Masks& masks, Arena& arena);

}  // namespace catalogue
