// SPDX-License-Identifier: MIT
// How a query names a range of minutes.
#pragma once

#include <string>

#include "catalogue/query.h"

namespace catalogue {

// "30-60", "-30", "240-"; "0-" for every known duration.
std::string range_value(const MinuteRange& range);

}  // namespace catalogue
