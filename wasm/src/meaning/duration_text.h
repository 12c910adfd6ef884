// SPDX-License-Identifier: MIT
// Durations written back in words: "2 h 30", "30 min ou 4 h", "about 5 h".
#pragma once

#include <span>
#include <string>

#include "catalogue/catalogue.h"
#include "meaning/duration_reading.h"

namespace catalogue {

// The alternatives in words, UTF-8 with no-break spaces; "" when none of them is known at all.
// read_durations of the result gives the same min, max, span and approx (under a thousand hours,
// and for spans of whole days).
std::string durations_text(Language language, std::span<const DurationAlternative> alternatives);

}  // namespace catalogue
