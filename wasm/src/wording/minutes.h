// SPDX-License-Identifier: MIT
// Reads and writes minutes in the visitor's language.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/language.h"
#include "catalogue/minute_range.h"
#include "text/output.h"

namespace catalogue {

// As many type them: "1h", "1h30", "45min".
void write_short_minutes(Output& out, int32_t minutes);

// Writes "45 min", "2 h", "1 h 30" ("1 h 30 min" in English); no-break spaces. minutes: 0 or more.
void write_minutes(Output& out, Language language, int32_t minutes);

// Writes "1 h au plus", "4 h et plus", "De 20 min à 1 h 30", in the visitor's language.
void write_range(Output& out, Language language, MinuteRange range);

// Reads minutes as typed: "90", "45 min", "1h30", "1 h 30 min", "2h", "1:30", "1,5 h". Ignores spaces and case.
// kNotMinutes for anything else.
inline constexpr int32_t kNotMinutes = -1;
int32_t read_typed_minutes(std::string_view typed);

}  // namespace catalogue
