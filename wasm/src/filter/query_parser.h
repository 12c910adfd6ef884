// SPDX-License-Identifier: MIT
// Ranges of minutes in a query.
#pragma once

#include <vector>

#include "catalogue/query.h"

namespace catalogue {

// Adds a range to an ascending list, unless it is there.
void add_range(std::vector<MinuteRange>& ranges, const MinuteRange& range);

}  // namespace catalogue
