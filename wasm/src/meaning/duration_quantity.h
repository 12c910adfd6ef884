// SPDX-License-Identifier: MIT
// One amount of time in an editor's words: "2 h 30", "une demi-journée", "30 min à 1 h", "PT4H".
#pragma once

#include <optional>
#include <vector>

#include "meaning/duration_reading.h"
#include "meaning/duration_words.h"

namespace catalogue {

// An amount. lo, hi: thousandths of minutes. `unit` is the largest unit that was written.
// is_span: weeks or more, elapsed time rather than work. count_lo, count_hi: thousandths of `unit`.
// list: further values of "2/3/4 heures", in thousandths of minutes. is_spelled: no unit is cut
// down to one letter. Ends before token `end`.
struct Quantity {
  int64_t lo = 0;
  int64_t hi = 0;
  DurationUnit unit = DurationUnit::kMinute;
  int64_t count_lo = 0;
  int64_t count_hi = 0;
  std::vector<int64_t> list;
  bool is_span = false;
  bool is_approx = false;
  bool is_convention = false;
  bool is_spelled = true;
  bool has_minute_word = false;  // "10 h 30 min"
  std::string_view problem;
  size_t end = 0;
};

// A number in digits or words, in thousandths, and the token after it.
struct Number {
  int64_t thousandths = 0;
  size_t end = 0;
  bool is_approx = false;
};

// The number at token `i`: "1,5", "½", "1/2", "vingt-cinq", "une dizaine", "trois quarts".
std::optional<Number> read_number(const DurationWords& words, size_t i);

// The quantity at token `i`. has_between: "entre" came before, so that "et" joins the two ends.
std::optional<Quantity> read_quantity(const DurationWords& words, size_t i, bool has_between,
                                      const DurationConvention& convention);

// Minutes of one unit, in thousandths.
int64_t unit_size(DurationUnit unit, const DurationConvention& convention);

// The ISO 8601 duration at token `i` ("P3D", "PT1H25M").
std::optional<Quantity> read_iso_duration(const DurationWords& words, size_t i, const DurationConvention& convention);

}  // namespace catalogue
