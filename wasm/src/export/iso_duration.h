// SPDX-License-Identifier: MIT
// Durations as ISO 8601 writes them.
#pragma once

#include <cstdint>
#include <string>

namespace catalogue {

// ISO 8601 in hours and minutes: "PT2H30M". Whole days of elapsed time are days of 24 hours: "P42D".
// minutes: more than 0.
std::string iso_duration(int32_t minutes, bool is_elapsed);

}  // namespace catalogue
