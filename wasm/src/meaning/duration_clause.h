// SPDX-License-Identifier: MIT
// One alternative of a duration: its terms, and their total.
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

// The relation of a term to the previous one. kEquals: it is their total.
// kOf: "3 séances de 2 h".
enum class TermLink : uint8_t { kNone, kComma, kAnd, kPlus, kEquals, kParentheses, kOver, kTimes, kOf };

enum class TermBound : uint8_t { kExact, kAtLeast, kAtMost };

// rate: the unit of "par semaine", "/séance"; kMinute when the term is no rate. is_each: "2 h each".
// has_noun: words that say nothing of time follow ("2 h de cours"). Tokens [first, last).
struct Term {
  TermKind kind = TermKind::kEffort;
  TermLink link = TermLink::kNone;
  TermBound bound = TermBound::kExact;
  Quantity quantity;
  DurationUnit rate = DurationUnit::kMinute;
  bool is_each = false;
  bool has_noun = false;
  size_t first = 0;
  size_t last = 0;

  bool multiplies() const { return link == TermLink::kTimes || link == TermLink::kOf || is_each; }
  bool is_rate() const { return rate != DurationUnit::kMinute; }
  // Days or half-days, which the site's convention turns into minutes.
  bool counts_days() const {
    return kind == TermKind::kEffort && quantity.is_convention &&
           (quantity.unit == DurationUnit::kDay || quantity.unit == DurationUnit::kHalfDay);
  }
};

// teaching_kinds: how many words say a kind of teaching ("CM", "TD"). has_noun: words name what it is about
// ("en présentiel"); is_variant: one way among several ("version courte").
struct Clause {
  std::vector<Term> terms;
  size_t teaching_kinds = 0;
  bool has_noun = false;
  bool is_variant = false;
  bool is_after_mark = false;  // ";", "|" or "/" before it, no "ou"
  bool is_approx = false;
  bool is_said_unknown = false;  // "à votre rythme"
  std::string_view problem;
  size_t first = 0;  // tokens of the clause: [first, last)
  size_t last = 0;
};

// The total of the terms. When they do not determine it: unknown, with clause.problem. Does not set the text.
DurationAlternative conclude_clause(Clause& clause);

// Whether `parts` cannot be parts of `total`. is_whole: they are all its parts.
bool contradicts(const DurationAlternative& total, const Clause& parts, bool is_whole);

// Whether the terms are alternatives, not parts of one amount: "1 h, 3 h" before "ou 6 h", or values that rise.
// has_or: the text has "ou".
bool is_list(const Clause& clause, bool has_or);

}  // namespace catalogue
