// SPDX-License-Identifier: MIT
// The total of the terms of one alternative.
#include "meaning/duration_clause.h"

#include <algorithm>

#include "meaning/duration_efforts.h"

namespace catalogue {
namespace {

constexpr int64_t kMinutesPerDay = 24 * 60;

int32_t minutes(int64_t thousandths) { return static_cast<int32_t>((thousandths + kOne / 2) / kOne); }

// The effort that a count multiplies: "3 séances de 2 h", "2 h each", "1 h x 5".
const Term* find_each(const Clause& clause, const SortedTerms& sorted) {
  if (sorted.counts.size() != 1) return nullptr;
  const Term* const count = sorted.counts[0];
  const auto is_plain = [](const Term& term) { return term.kind == TermKind::kEffort && !term.is_rate(); };
  if (count->link == TermLink::kTimes && count != clause.terms.data() && is_plain(count[-1])) return count - 1;
  for (const Term& term : clause.terms)
    if (is_plain(term) && term.multiplies()) return &term;
  return nullptr;
}

SortedTerms sort_terms(const Clause& clause) {
  SortedTerms sorted;
  for (const Term& term : clause.terms)
    if (term.kind == TermKind::kCount && !term.is_rate()) sorted.counts.push_back(&term);
  sorted.each = find_each(clause, sorted);
  for (const Term& term : clause.terms) {
    sorted.is_at_least |= term.bound == TermBound::kAtLeast;
    sorted.is_at_most |= term.bound == TermBound::kAtMost;
    sorted.has_no_least |= term.bound == TermBound::kAtMost && term.quantity.lo == term.quantity.hi &&
                           term.quantity.count_lo == term.quantity.count_hi;
    if (term.is_rate())
      sorted.rates.push_back(&term);
    else if (term.kind == TermKind::kSpan)
      sorted.spans.push_back(&term);
    else if (term.kind == TermKind::kEffort && &term != sorted.each)
      sorted.efforts.push_back(&term);
  }
  return sorted;
}

// Units in an elapsed time, in thousandths: weeks in 3 months. A year has 12 months.
int64_t times_in(int64_t span_thousandths, DurationUnit span_unit, int64_t span_count, DurationUnit unit) {
  if (span_unit == DurationUnit::kYear && unit == DurationUnit::kMonth) return span_count * 12;
  const DurationConvention elapsed{kMinutesPerDay, kMinutesPerDay / 2};
  const int64_t size = unit_size(unit, elapsed);
  return size == 0 ? 0 : span_thousandths / size;
}

// Finds the total of one clause. What has none sets the clause's problem.
class Conclusion {
 public:
  explicit Conclusion(Clause& clause) : clause_(clause), sorted_(sort_terms(clause)) {}

  DurationAlternative run() {
    if (sorted_.is_at_least && sorted_.is_at_most) return bounded();
    if (sorted_.spans.size() > 1) return fail("duration-ambiguous");
    std::optional<Effort> computed;
    if (!sorted_.rates.empty()) {
      if (!compute_rate(computed)) return {};
    } else if (sorted_.each) {
      computed = compute_product();
    }
    return with_span(total(computed));
  }

 private:
  DurationAlternative fail(std::string_view problem) {
    clause_.problem = problem;
    return {};
  }

  // "min 2 h, max 4 h"
  DurationAlternative bounded() {
    const bool is_pair = clause_.terms.size() == 2 && sorted_.efforts.size() == 2 &&
                         sorted_.efforts[0]->bound == TermBound::kAtLeast &&
                         sorted_.efforts[1]->bound == TermBound::kAtMost;
    if (!is_pair) return fail("duration-ambiguous");
    Effort range = effort_of(*sorted_.efforts[0]);
    range.hi = sorted_.efforts[1]->quantity.hi;
    sorted_.is_at_least = sorted_.is_at_most = sorted_.has_no_least = false;
    return effort(range);
  }

  DurationAlternative effort(const Effort& amount) {
    if (amount.hi <= 0 || amount.lo > amount.hi) return fail("duration-not-understood");
    if (amount.hi > kMaxPlausibleMinutes * kOne) return fail("duration-too-long");
    DurationAlternative known;
    known.min = std::max(1, minutes(amount.lo));
    known.max = std::max(1, minutes(amount.hi));
    if (sorted_.has_no_least) known.min = 0;
    if (sorted_.is_at_least) known.max = kUnknownMinutes;
    known.approx = clause_.is_approx;
    known.basis = amount.basis;
    return known;
  }

  // Sets `computed` to the rate times its repetitions, where a term gives them. False when no total is left.
  bool compute_rate(std::optional<Effort>& computed) {
    const Term& rate = *sorted_.rates[0];
    const bool is_counted_rate = rate.kind == TermKind::kCount && sorted_.each == nullptr;
    if (sorted_.rates.size() > 1 || sorted_.counts.size() > 1 || rate.kind == TermKind::kSpan) {
      fail("duration-ambiguous");
      return false;
    }
    const auto is_added = [](const Term* term) {
      return term->link == TermLink::kPlus || term->link == TermLink::kAnd;
    };
    // "1 h + 30 min par semaine": the rate may apply to both amounts, or to the last one.
    const bool is_unclear = !sorted_.efforts.empty() && rate.kind == TermKind::kEffort && is_added(&rate);
    if (is_unclear) {
      fail("duration-ambiguous");
      return false;
    }
    if (is_counted_rate) return compute_counted_rate(rate, computed);
    const Term* const days = days_of_rate(rate);
    Effort times = times_of(rate, days);
    if (times.hi == 0) {
      if (sorted_.efforts.empty()) fail("duration-rate-without-count");
      return !sorted_.efforts.empty();
    }
    if (rate.rate != DurationUnit::kSession && rate.multiplies() && sorted_.counts.size() == 1) {
      times.lo = product(times.lo, sorted_.counts[0]->quantity.count_lo);
      times.hi = product(times.hi, sorted_.counts[0]->quantity.count_hi);
    }
    computed =
        Effort{product(rate.quantity.lo, times.lo), product(rate.quantity.hi, times.hi), DurationBasis::kComputed};
    if (days) {
      sorted_.efforts.erase(std::find(sorted_.efforts.begin(), sorted_.efforts.end(), days));
      span_ = days_of(days->quantity.count_hi, days->quantity.unit) * kMinutesPerDay;
    }
    return true;
  }

  // "1 séance par semaine, 2 h" for "1 séance de 2 h par semaine": the effort is per session.
  bool compute_counted_rate(const Term& rate, std::optional<Effort>& computed) {
    const bool is_clear = sorted_.efforts.size() == 1 && sorted_.spans.size() == 1 && sorted_.efforts[0]->multiplies();
    if (!is_clear) {
      fail("duration-ambiguous");
      return false;
    }
    const Quantity& span = sorted_.spans[0]->quantity;
    const Quantity& each = sorted_.efforts[0]->quantity;
    const int64_t lo = product(times_in(span.lo, span.unit, span.count_lo, rate.rate), rate.quantity.count_lo);
    const int64_t hi = product(times_in(span.hi, span.unit, span.count_hi, rate.rate), rate.quantity.count_hi);
    computed = Effort{product(each.lo, lo), product(each.hi, hi), DurationBasis::kComputed};
    sorted_.efforts.clear();
    return hi > 0;
  }

  // "3 h par jour" and "2 jours": the days on which the rate applies.
  const Term* days_of_rate(const Term& rate) const {
    if (rate.rate != DurationUnit::kDay && rate.rate != DurationUnit::kHalfDay) return nullptr;
    for (const Term* term : sorted_.efforts)
      if (term->counts_days() && term->quantity.unit == rate.rate) return term;
    return nullptr;
  }

  // Repetitions of the rate, in thousandths; zeroes when no term gives them.
  Effort times_of(const Term& rate, const Term* days) {
    if (rate.rate == DurationUnit::kSession && sorted_.counts.size() == 1)
      return {sorted_.counts[0]->quantity.count_lo, sorted_.counts[0]->quantity.count_hi};
    if (days) return {days->quantity.count_lo, days->quantity.count_hi};
    if (sorted_.spans.empty()) return {};
    const Quantity& span = sorted_.spans[0]->quantity;
    // A month has no whole number of weeks.
    clause_.is_approx |= span.unit >= DurationUnit::kMonth && rate.rate == DurationUnit::kWeek;
    return {times_in(span.lo, span.unit, span.count_lo, rate.rate),
            times_in(span.hi, span.unit, span.count_hi, rate.rate)};
  }

  // "5 x 1h", "3 séances de 2 h".
  Effort compute_product() const {
    const Quantity& each = sorted_.each->quantity;
    const Quantity& count = sorted_.counts[0]->quantity;
    return {product(each.lo, count.count_lo), product(each.hi, count.count_hi),
            each.is_convention ? DurationBasis::kConvention : DurationBasis::kComputed};
  }

  // The stated total, when there is one: a computed total must agree with it. Else the computed total.
  DurationAlternative total(std::optional<Effort> computed) {
    if (sorted_.each && computed && is_added_to_product()) return add_to_product(*computed);
    const EffortTotal said = total_efforts(clause_, sorted_, computed.has_value());
    if (!said.problem.empty()) return fail(said.problem);
    if (said.span > 0) span_ = said.span;
    const auto& stated = said.effort;
    if (!stated && !computed) return {};
    if (!stated) return effort(*computed);
    // "2 jours (2 x 6 h)": hours are more exact than days.
    const bool is_closer = stated->basis == DurationBasis::kConvention && computed &&
                           computed->basis == DurationBasis::kComputed &&
                           !differ(*computed, *stated, is_rough(clause_, sorted_));
    if (is_closer) return effort(*computed);
    if (is_product_added()) {
      const bool is_convention = stated->basis == DurationBasis::kConvention;
      return effort({stated->lo + computed->lo, stated->hi + computed->hi,
                     is_convention ? DurationBasis::kConvention : computed->basis});
    }
    if (computed && differ(*stated, *computed, is_rough(clause_, sorted_))) return fail("duration-contradictory");
    return effort(*stated);
  }

  // "4 h + 2 x 1 h", "2 jours (12 h) + 1 classe virtuelle de 2 h"
  bool is_product_added() const {
    return sorted_.each && sorted_.rates.empty() && sorted_.counts[0]->link == TermLink::kPlus;
  }

  // "3 x 2 h + 1 h", "1 classe de 2 h et 3 h de travail". "3 séances de 2 h et 1 h" may mean 3 h in each.
  bool is_added_to_product() const {
    if (sorted_.efforts.size() != 1 || sorted_.efforts[0] < sorted_.each) return false;
    const Term& added = *sorted_.efforts[0];
    const bool is_plus = added.link == TermLink::kPlus;
    return is_plus || (added.link == TermLink::kAnd && added.has_noun);
  }

  DurationAlternative add_to_product(Effort product) {
    const bool is_clear = sorted_.each->link == TermLink::kTimes || sorted_.counts[0]->quantity.count_hi == kOne;
    if (!is_clear) return fail("duration-ambiguous");
    product.lo += sorted_.efforts[0]->quantity.lo;
    product.hi += sorted_.efforts[0]->quantity.hi;
    if (sorted_.efforts[0]->counts_days()) product.basis = DurationBasis::kConvention;
    return effort(product);
  }

  DurationAlternative with_span(DurationAlternative known) {
    if (!clause_.problem.empty()) return {};
    const bool is_open_span = !known.is_known() && sorted_.is_at_least;
    if (is_open_span) return fail("duration-open-ended");
    if (!sorted_.spans.empty()) span_ = sorted_.spans[0]->quantity.hi;
    if (span_ > kMaxPlausibleMinutes * kOne) return fail("duration-too-long");
    if (span_ > 0) known.span = minutes(span_);
    known.approx |= clause_.is_approx;
    return known;
  }

  Clause& clause_;
  SortedTerms sorted_;
  int64_t span_ = 0;
};

}  // namespace

DurationAlternative conclude_clause(Clause& clause) {
  for (const Term& term : clause.terms) {
    clause.is_approx |= term.quantity.is_approx;
    if (!term.quantity.problem.empty()) clause.problem = term.quantity.problem;
  }
  if (!clause.problem.empty()) return {};
  if (clause.terms.empty()) {
    clause.problem = clause.is_said_unknown ? "duration-unknown" : "duration-not-understood";
    return {};
  }
  return Conclusion(clause).run();
}

bool contradicts(const DurationAlternative& total, const Clause& parts, bool is_whole) {
  Clause own = parts;
  bool is_plain = true;
  int64_t sum = 0;
  int64_t efforts = 0;
  for (const Term& term : own.terms) {
    is_plain &= term.kind != TermKind::kSpan && !term.is_rate() && !term.is_each;
    if (term.kind != TermKind::kEffort) continue;
    sum += term.quantity.lo;
    ++efforts;
  }
  DurationAlternative known;
  if (is_plain && is_whole && efforts > 1) {  // "2 modules lasting 6 and 5 hours"
    known.min = known.max = minutes(sum);
  } else {
    known = conclude_clause(own);
  }
  if (!known.is_known() || !total.is_known() || !known.has_end() || total.approx || known.approx) return false;
  const bool is_too_long = total.has_end() && known.min > total.max;
  return is_too_long || (is_whole && known.max < total.min);
}

bool is_list(const Clause& clause, bool has_or) {
  if (clause.terms.size() < 2) return false;
  for (size_t i = 0; i < clause.terms.size(); ++i) {
    const Term& term = clause.terms[i];
    const bool is_effort = term.kind == TermKind::kEffort && !term.is_rate() && !term.is_each && !term.has_noun &&
                           term.bound == TermBound::kExact && term.quantity.lo == term.quantity.hi;
    if (!is_effort || (i > 0 && term.link != TermLink::kComma)) return false;
    if (i == 0) continue;
    const Term& before = clause.terms[i - 1];
    const bool rises = before.quantity.lo < term.quantity.lo;
    // "2 h, 30 min" may be one amount in two units; "2 jours, 14 heures" may be one duration stated twice.
    const bool is_smaller_unit = before.quantity.unit > term.quantity.unit;
    const bool is_mixed = before.counts_days() != term.counts_days();
    if (is_mixed &&
        fills_days(std::max(before.counts_days() ? 0 : before.quantity.lo, term.counts_days() ? 0 : term.quantity.lo),
                   days_of(before.counts_days() ? before.quantity.count_lo : term.quantity.count_lo,
                           before.counts_days() ? before.quantity.unit : term.quantity.unit)))
      return false;
    if (!rises && (is_smaller_unit || !has_or)) return false;
  }
  return true;
}

}  // namespace catalogue
