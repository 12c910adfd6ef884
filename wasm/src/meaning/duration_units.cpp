// SPDX-License-Identifier: MIT
// Units of time, in minutes.
#include "meaning/duration_units.h"

namespace catalogue {
namespace {

constexpr int64_t kMinutesPerHour = 60;
constexpr int64_t kMinutesPerDay = 24 * kMinutesPerHour;

}  // namespace

int64_t unit_size(DurationUnit unit, const DurationConvention& convention) {
  switch (unit) {
    case DurationUnit::kMinute:
      return 1;
    case DurationUnit::kHour:
    case DurationUnit::kClocklessHour:
      return kMinutesPerHour;
    case DurationUnit::kHalfDay:
      return convention.minutes_per_half_day;
    case DurationUnit::kDay:
      return convention.minutes_per_day;
    case DurationUnit::kWeek:
      return 7 * kMinutesPerDay;
    case DurationUnit::kMonth:
      return 30 * kMinutesPerDay;
    case DurationUnit::kYear:
      return 365 * kMinutesPerDay;
    default:
      return 0;
  }
}

int64_t minutes_of(int64_t count, DurationUnit unit, const DurationConvention& convention) {
  if (unit == DurationUnit::kSecond) return count / 60;
  const bool is_half_day = unit == DurationUnit::kDay && count == kOne / 2;
  return is_half_day ? unit_size(DurationUnit::kHalfDay, convention) * kOne : count * unit_size(unit, convention);
}

bool fills_days(int64_t hours_minutes, int64_t days) {
  constexpr int64_t kFewestHours = 5;
  constexpr int64_t kMostHours = 10;
  const int64_t per_thousand_days = kMinutesPerHour * days;
  return days > 0 && hours_minutes >= kFewestHours * per_thousand_days &&
         hours_minutes <= kMostHours * per_thousand_days;
}

int64_t days_of(int64_t count, DurationUnit unit) { return unit == DurationUnit::kHalfDay ? count / 2 : count; }

}  // namespace catalogue
