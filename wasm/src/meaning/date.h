// SPDX-License-Identifier: MIT
// Reads days, as editors write them.
#pragma once

#include <string>
#include <string_view>

#include "meaning/tokens.h"

namespace catalogue {

// iso: "2026-03-03", or "" with a problem.
// problem: code of a diagnostic, or "": "checked-not-understood", "checked-impossible" (31 February),
// "checked-century" (a year that no list of trainings has: before 2000, or after 2099).
struct DateReading {
  std::string iso;
  std::string_view problem;
};

// text: UTF-8: "3 mars 2026", "03/03/2026" (the day first), "2026-03-03", "March 3, 2026". Cost: linear.
DateReading read_date(std::string_view text);

// Whether a day may start at token `i`: a number or the name of a month.
bool starts_date(const Tokens& tokens, size_t i);

// "03/03/2026" for "2026-03-03"; any other text as it is.
std::string write_date(std::string_view iso);

}  // namespace catalogue
