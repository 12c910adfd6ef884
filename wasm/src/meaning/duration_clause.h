// SPDX-License-Identifier: MIT
// What one alternative of a duration says, term by term, and what the terms come to together.
#pragma once

#include <vector>

#include "meaning/duration_quantity.h"
#include "meaning/duration_reading.h"

namespace catalogue {

enum class TermKind : uint8_t {
  kEffort,  // an amount of work
  kSpan,    // elapsed time
  kCount,   // sessions, modules: count_lo, count_hi of the quantity
};

// How a term stands to the one before it.
enum class TermLink : uint8_t { kNone, kComma, kPlus, kEquals, kParentheses, kOver, kTimes };

// rate: the unit of "par semaine", "/séance"; kMinute when the term is no rate.
struct Term {
  TermKind kind = TermKind::kEffort;
  TermLink link = TermLink::kNone;
  Quantity quantity;
  DurationUnit rate = DurationUnit::kMinute;

  bool is_rate() const { return rate != DurationUnit::kMinute; }
};

struct Clause {
  std::vector<Term> terms;
  bool is_approx = false;
  bool is_at_most = false;
  bool is_said_unknown = false;  // "à votre rythme"
  std::string_view problem;
  size_t first = 0;  // tokens of the clause: [first, last)
  size_t last = 0;
};

// The minutes that the clause's terms come to; unknown, with clause.problem set, when they do not
// fix them. Does not set the text.
DurationAlternative conclude_clause(Clause& clause);

}  // namespace catalogue
