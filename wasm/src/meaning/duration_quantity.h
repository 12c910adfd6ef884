// SPDX-License-Identifier: MIT
// One amount of time in an editor's words: "2 h 30", "une demi-journée", "30 min à 1 h", "PT4H".
#pragma once

#include <optional>
#include <vector>

#include "meaning/duration_reading.h"
#include "meaning/duration_units.h"
#include "meaning/duration_words.h"

namespace catalogue {

// What "and" between two numbers means.
enum class AndMeaning : uint8_t { kNothing, kRange, kList };

// An amount. lo, hi: thousandths of minutes. `unit`: the largest unit of the text.
// is_span: weeks or more, elapsed time rather than work. count_lo, count_hi: thousandths of `unit`.
// list: further values of "2/3/4 heures", in thousandths of minutes. is_spelled: every unit has more
// than one letter. has_no_end: "2 h à non défini". Ends before token `end`.
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
  bool has_no_end = false;
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

std::optional<Quantity> read_quantity(const DurationWords& words, size_t i, AndMeaning and_means,
                                      const DurationConvention& convention);

}  // namespace catalogue
