// SPDX-License-Identifier: MIT
// One amount of time: a number, its unit, and what follows them.
#pragma once

#include <optional>

#include "meaning/duration_quantity.h"

namespace catalogue {

// minutes: thousandths of minutes. count: thousandths of `unit`. Ends before token `end`.
struct Amount {
  int64_t minutes = 0;
  int64_t count = 0;
  DurationUnit unit = DurationUnit::kMinute;
  bool is_approx = false;
  bool is_convention = false;
  bool is_spelled = true;
  bool has_minute_word = false;  // "10 h 30 min" is no time of day
  bool has_no_end = false;       // "2+ hours"
  std::string_view problem;
  size_t end = 0;
};

inline constexpr size_t kMaxListed = 16;  // numbers with one unit: "2/3/4/5 heures"
inline constexpr size_t kNowhere = SIZE_MAX;

// The token of the unit after a number, or kNowhere. A hyphen or an adjective may stand between: "2-hour", "2 full
// days".
size_t unit_after(const DurationWords& words, size_t i);

// The number in the unit at token `unit_at`, without what follows.
Amount amount_of(const DurationWords& words, const Number& number, size_t unit_at,
                 const DurationConvention& convention);

// Adds what follows the amount: "30", "½", "et demie", a smaller unit.
void complete(const DurationWords& words, Amount& amount, const DurationConvention& convention);

// The amount at token `i`: "2 h 30", "1:30:00", "PT4H", "matinée".
std::optional<Amount> read_amount(const DurationWords& words, size_t i, const DurationConvention& convention);

// The ISO 8601 duration at token `i` ("P3D", "PT1H25M").
std::optional<Amount> read_iso_duration(const DurationWords& words, size_t i, const DurationConvention& convention);

// Whether token `i` starts a rate: "/", "par", "hebdomadaire".
bool is_rate_sign(const DurationWords& words, size_t i);

}  // namespace catalogue
