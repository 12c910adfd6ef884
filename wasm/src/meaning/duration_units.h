// SPDX-License-Identifier: MIT
// Units of time, in minutes.
#pragma once

#include "meaning/duration_reading.h"
#include "meaning/duration_words.h"

namespace catalogue {

inline constexpr int64_t kOne = 1000;  // one, in thousandths

// Days or half-days: the convention gives their minutes of work.
inline bool counts_days(DurationUnit unit) { return unit == DurationUnit::kDay || unit == DurationUnit::kHalfDay; }

// Weeks or more: elapsed time rather than work.
inline bool is_elapsed(DurationUnit unit) { return unit >= DurationUnit::kWeek; }

// Minutes of one unit; 0 where it has no size.
int64_t unit_size(DurationUnit unit, const DurationConvention& convention);

// Thousandths of minutes in `count` thousandths of the unit. Half a day is that of the convention.
int64_t minutes_of(int64_t count, DurationUnit unit, const DurationConvention& convention);

// A count of days or half-days, as days. Both in thousandths.
int64_t days_of(int64_t count, DurationUnit unit);

// Whether the hours are plausible work for that many days: "2 jours - 14 heures" states one duration twice.
// hours_minutes: thousandths of minutes; days: thousandths of days.
bool fills_days(int64_t hours_minutes, int64_t days);

}  // namespace catalogue
