// SPDX-License-Identifier: MIT
// What the terms of one alternative come to together.
#include "meaning/duration_clause.h"

#include <algorithm>

namespace catalogue {
namespace {

constexpr int64_t kOne = 1000;
constexpr int64_t kMaxMinutes = 10 * 365 * 24 * 60;  // ten years: past it, a slip of the pen
constexpr int64_t kMinutesPerDay = 24 * 60;

// The terms of a clause by what they are.
struct Sorted {
  std::vector<const Term*> efforts;
  std::vector<const Term*> rates;
  std::vector<const Term*> spans;
  std::vector<const Term*> counts;
};

bool counts_days(const Term& term) {
  return term.kind == TermKind::kEffort && term.quantity.is_convention &&
         (term.quantity.unit == DurationUnit::kDay || term.quantity.unit == DurationUnit::kHalfDay);
}

Sorted sort_terms(const Clause& clause) {
  Sorted sorted;
  for (const Term& term : clause.terms) {
    if (term.is_rate())
      sorted.rates.push_back(&term);
    else if (term.kind == TermKind::kCount)
      sorted.counts.push_back(&term);
    else if (term.kind == TermKind::kSpan)
      sorted.spans.push_back(&term);
    else
      sorted.efforts.push_back(&term);
  }
  return sorted;
}

int32_t minutes(int64_t thousandths) { return static_cast<int32_t>((thousandths + kOne / 2) / kOne); }

DurationAlternative fail(Clause& clause, std::string_view problem) {
  clause.problem = problem;
  return {};
}

DurationAlternative effort(Clause& clause, int64_t lo, int64_t hi, DurationBasis basis) {
  if (hi <= 0 || lo > hi) return fail(clause, "duration-not-understood");
  if (hi > kMaxMinutes * kOne) return fail(clause, "duration-too-long");
  DurationAlternative known;
  known.min = minutes(lo);
  known.max = std::max(1, minutes(hi));
  if (known.min == 0) known.min = 1;
  if (clause.is_at_most && lo == hi) known.min = 0;
  known.approx = clause.is_approx;
  known.basis = basis;
  return known;
}

DurationAlternative effort_of(Clause& clause, const Quantity& quantity) {
  return effort(clause, quantity.lo, quantity.hi,
                quantity.is_convention ? DurationBasis::kConvention : DurationBasis::kStated);
}

void set_span(Clause& clause, DurationAlternative& known, int64_t thousandths) {
  if (thousandths > kMaxMinutes * kOne)
    known = fail(clause, "duration-too-long");
  else
    known.span = minutes(thousandths);
}

// A product of thousandths, kept in range.
int64_t product(int64_t a, int64_t b) {
  constexpr int64_t kMax = (kMaxMinutes + 1) * kOne;
  const int64_t whole = std::min(a, kMax) / kOne;
  const int64_t rest = std::min(a, kMax) % kOne;
  return std::min(kMax, whole * std::min(b, kMax) + rest * std::min(b, kMax) / kOne);
}

// How many times the rate's unit fits in the elapsed time, in thousandths.
int64_t times_in(int64_t span_thousandths, DurationUnit unit) {
  const DurationConvention elapsed{kMinutesPerDay, kMinutesPerDay / 2};
  const int64_t size = unit_size(unit, elapsed);
  return size == 0 ? 0 : span_thousandths / size;
}

// "2 h par semaine" times "6 semaines", "3 h par jour" times "2 jours", "1 h par séance" times 5.
DurationAlternative conclude_rate(Clause& clause, const Sorted& sorted) {
  const Term& rate = *sorted.rates[0];
  const bool is_many = sorted.rates.size() > 1 || sorted.spans.size() > 1 || sorted.counts.size() > 1;
  if (is_many || rate.kind != TermKind::kEffort) return fail(clause, "duration-ambiguous");
  int64_t lo = 0;
  int64_t hi = 0;
  int64_t span = 0;
  if (rate.rate == DurationUnit::kSession && sorted.counts.size() == 1 && sorted.efforts.empty()) {
    lo = sorted.counts[0]->quantity.count_lo;
    hi = sorted.counts[0]->quantity.count_hi;
  } else if (rate.rate == DurationUnit::kDay && sorted.efforts.size() == 1 && counts_days(*sorted.efforts[0])) {
    lo = sorted.efforts[0]->quantity.count_lo;
    hi = sorted.efforts[0]->quantity.count_hi;
    span = hi * kMinutesPerDay;
  } else if (sorted.spans.size() == 1 && sorted.efforts.empty()) {
    lo = times_in(sorted.spans[0]->quantity.lo, rate.rate);
    hi = times_in(sorted.spans[0]->quantity.hi, rate.rate);
  }
  const bool has_total = sorted.efforts.size() == 1 && !counts_days(*sorted.efforts[0]);
  if (hi == 0 && !has_total) return fail(clause, "duration-rate-without-count");
  const Quantity& each = rate.quantity;
  DurationAlternative known =
      has_total ? effort_of(clause, sorted.efforts[0]->quantity)
                : effort(clause, product(each.lo, lo), product(each.hi, hi), DurationBasis::kComputed);
  if (!known.is_known()) return known;
  if (sorted.spans.size() == 1) span = sorted.spans[0]->quantity.hi;
  if (span > 0) set_span(clause, known, span);
  return known;
}

// "5 x 1h", "3 séances de 2 h", "2 h en 3 séances" (where the hours are the whole).
DurationAlternative conclude_count(Clause& clause, const Sorted& sorted) {
  if (sorted.counts.size() > 1 || sorted.efforts.size() != 1)
    return fail(clause, sorted.efforts.empty() ? "duration-rate-without-count" : "duration-ambiguous");
  const Term& count = *sorted.counts[0];
  const Term& each = *sorted.efforts[0];
  const bool is_product = each.link == TermLink::kTimes || count.link == TermLink::kTimes;
  if (!is_product) {
    const bool is_whole_first = &each < &count || each.link == TermLink::kEquals;
    return is_whole_first ? effort_of(clause, each.quantity) : fail(clause, "duration-ambiguous");
  }
  return effort(clause, product(each.quantity.lo, count.quantity.count_lo),
                product(each.quantity.hi, count.quantity.count_hi),
                each.quantity.is_convention ? DurationBasis::kConvention : DurationBasis::kComputed);
}

// Two amounts: a sum ("4 h + 2 h"), hours over days ("14 h sur 2 jours"), or the same time twice.
DurationAlternative conclude_two(Clause& clause, const Term& first, const Term& second) {
  const bool is_first_days = counts_days(first);
  const bool is_second_days = counts_days(second);
  if (second.link == TermLink::kPlus)
    return effort(clause, first.quantity.lo + second.quantity.lo, first.quantity.hi + second.quantity.hi,
                  is_first_days || is_second_days ? DurationBasis::kConvention : DurationBasis::kComputed);
  if (is_first_days != is_second_days) {
    const Term& hours = is_first_days ? second : first;
    const Term& days = is_first_days ? first : second;
    const bool is_said =
        second.link == TermLink::kEquals || second.link == TermLink::kParentheses || second.link == TermLink::kOver;
    if (!is_said) return fail(clause, "duration-ambiguous");
    DurationAlternative known = effort_of(clause, hours.quantity);
    if (known.is_known() && days.link == TermLink::kOver)
      set_span(clause, known, days.quantity.count_hi * kMinutesPerDay);
    return known;
  }
  const bool is_same = first.quantity.lo == second.quantity.lo && first.quantity.hi == second.quantity.hi;
  if (is_same) return effort_of(clause, first.quantity);
  return fail(clause, "duration-ambiguous");
}

DurationAlternative conclude_efforts(Clause& clause, const Sorted& sorted) {
  if (sorted.efforts.size() == 1) return effort_of(clause, sorted.efforts[0]->quantity);
  if (sorted.efforts.size() == 2) return conclude_two(clause, *sorted.efforts[0], *sorted.efforts[1]);
  const bool is_sum = std::all_of(sorted.efforts.begin() + 1, sorted.efforts.end(),
                                  [](const Term* term) { return term->link == TermLink::kPlus; });
  if (!is_sum) return fail(clause, "duration-ambiguous");
  int64_t lo = 0;
  int64_t hi = 0;
  for (const Term* term : sorted.efforts) {
    lo += term->quantity.lo;
    hi += term->quantity.hi;
  }
  return effort(clause, lo, hi, DurationBasis::kComputed);
}

DurationAlternative conclude_without_rate(Clause& clause, const Sorted& sorted) {
  if (sorted.spans.size() > 1) return fail(clause, "duration-ambiguous");
  DurationAlternative known;
  if (!sorted.counts.empty())
    known = conclude_count(clause, sorted);
  else if (!sorted.efforts.empty())
    known = conclude_efforts(clause, sorted);
  if (sorted.spans.empty() || !clause.problem.empty()) return known;
  set_span(clause, known, sorted.spans[0]->quantity.hi);
  known.approx |= clause.is_approx;
  return known;
}

}  // namespace

DurationAlternative conclude_clause(Clause& clause) {
  for (const Term& term : clause.terms) {
    clause.is_approx |= term.quantity.is_approx;
    if (!term.quantity.problem.empty()) clause.problem = term.quantity.problem;
  }
  if (!clause.problem.empty()) return {};
  if (clause.terms.empty())
    return fail(clause, clause.is_said_unknown ? "duration-unknown" : "duration-not-understood");
  const Sorted sorted = sort_terms(clause);
  return sorted.rates.empty() ? conclude_without_rate(clause, sorted) : conclude_rate(clause, sorted);
}

}  // namespace catalogue
