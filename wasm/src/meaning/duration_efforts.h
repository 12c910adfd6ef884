// SPDX-License-Identifier: MIT
// The terms of a clause by kind, and what its amounts of work come to together.
#pragma once

#include <optional>
#include <vector>

#include "meaning/duration_clause.h"

namespace catalogue {

inline constexpr int64_t kMaxMinutes = 10 * 365 * 24 * 60;  // ten years: past it, a slip of the pen

// The terms of a clause by what they are. `each` is how long one of the counted sessions lasts.
struct SortedTerms {
  std::vector<const Term*> efforts;
  std::vector<const Term*> rates;
  std::vector<const Term*> spans;
  std::vector<const Term*> counts;
  const Term* each = nullptr;
  bool is_at_least = false;
  bool is_at_most = false;
  bool has_no_least = false;  // at most, and of one number: "2 h max", not "2 à 3 h max"
};

// Thousandths of minutes, and where they come from.
struct Effort {
  int64_t lo = 0;
  int64_t hi = 0;
  DurationBasis basis = DurationBasis::kStated;
};

// What the efforts come to. problem: a code as in DurationReading, where it is not clear. span: elapsed time
// that they say, in thousandths of minutes, or 0.
struct EffortTotal {
  std::optional<Effort> effort;
  std::string_view problem;
  int64_t span = 0;
};

Effort effort_of(const Term& term);

// A product of thousandths, kept in range.
int64_t product(int64_t a, int64_t b);

// Whether the numbers of the clause are round: "environ", "au moins", "au plus".
bool is_rough(const Clause& clause, const SortedTerms& sorted);

// Whether the two cannot be the same time; rough numbers may differ by half.
bool differ(const Effort& stated, const Effort& computed, bool is_rough);

// The total that the efforts state. is_computed: the counts of the clause have been multiplied already.
EffortTotal total_efforts(const Clause& clause, const SortedTerms& sorted, bool is_computed);

}  // namespace catalogue
