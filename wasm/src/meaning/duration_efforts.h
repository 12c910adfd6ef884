// SPDX-License-Identifier: MIT
// The terms of a clause by kind, and the total of its amounts of work.
#pragma once

#include <optional>
#include <vector>

#include "meaning/duration_clause.h"

namespace catalogue {

inline constexpr int64_t kMaxPlausibleMinutes = 10 * 365 * 24 * 60;  // ten years: more is a slip of the pen

// The terms of a clause by kind. `each`: the length of one session, where sessions are counted.
struct SortedTerms {
  std::vector<const Term*> efforts;
  std::vector<const Term*> rates;
  std::vector<const Term*> spans;
  std::vector<const Term*> counts;
  const Term* each = nullptr;
  bool is_at_least = false;
  bool is_at_most = false;
  bool has_no_least = false;  // "at most" one number: "2 h max", not "2 à 3 h max"
};

// lo, hi: thousandths of minutes.
struct Effort {
  int64_t lo = 0;
  int64_t hi = 0;
  DurationBasis basis = DurationBasis::kStated;
};

// The total of the efforts. problem: a code of DurationReading when there is no clear total. span: their elapsed
// time in thousandths of minutes, or 0.
struct EffortTotal {
  std::optional<Effort> effort;
  std::string_view problem;
  int64_t span = 0;
};

Effort effort_of(const Term& term);

// a × b, all in thousandths; saturates.
int64_t product(int64_t a, int64_t b);

// Whether the clause says that its numbers are rough: "environ", "au moins", "au plus".
bool is_rough(const Clause& clause, const SortedTerms& sorted);

// Whether the two are different durations. Rough numbers may differ by half.
bool differ(const Effort& stated, const Effort& computed, bool is_rough);

// The total that the efforts state. is_computed: the counts of the clause are already multiplied.
EffortTotal total_efforts(const Clause& clause, const SortedTerms& sorted, bool is_computed);

}  // namespace catalogue
