// SPDX-License-Identifier: MIT
// How a query names a range of minutes.
#pragma once

#include "catalogue/query.h"
#include "text/output.h"

namespace catalogue {

// Writes "30-60", "-30", "240-"; "0-" for every known duration.
void write_range_value(Output& out, const MinuteRange& range);

// Reads what write_range_value writes: "MIN-MAX", either side may be empty but not both. False when `words`
// are no range.
bool read_range_value(std::string_view words, MinuteRange& range);

}  // namespace catalogue
