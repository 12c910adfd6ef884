// SPDX-License-Identifier: MIT
// What the terms of one alternative come to together.
#include "meaning/duration_clause.h"

#include <algorithm>

namespace catalogue {
namespace {

constexpr int64_t kOne = 1000;
constexpr int64_t kMaxMinutes = 10 * 365 * 24 * 60;  // ten years: past it, a slip of the pen
constexpr int64_t kMinutesPerDay = 24 * 60;
constexpr int64_t kMostHoursPerDay = 12;

// The terms of a clause by what they are. `each` is how long one of the counted sessions lasts.
struct Sorted {
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
struct Amount {
  int64_t lo = 0;
  int64_t hi = 0;
  DurationBasis basis = DurationBasis::kStated;
};

// The effort that a count multiplies: "3 séances de 2 h", "2 h each", "1 h x 5".
const Term* find_each(const Clause& clause, const Sorted& sorted) {
  if (sorted.counts.size() != 1) return nullptr;
  const Term* const count = sorted.counts[0];
  const auto is_plain = [](const Term& term) { return term.kind == TermKind::kEffort && !term.is_rate(); };
  if (count->link == TermLink::kTimes && count != clause.terms.data() && is_plain(count[-1])) return count - 1;
  for (const Term& term : clause.terms)
    if (is_plain(term) && term.multiplies()) return &term;
  return nullptr;
}

Sorted sort_terms(const Clause& clause) {
  Sorted sorted;
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

int32_t minutes(int64_t thousandths) { return static_cast<int32_t>((thousandths + kOne / 2) / kOne); }

// A product of thousandths, kept in range.
int64_t product(int64_t a, int64_t b) {
  constexpr int64_t kMax = (kMaxMinutes + 1) * kOne;
  const int64_t whole = std::min(a, kMax) / kOne;
  const int64_t rest = std::min(a, kMax) % kOne;
  return std::min(kMax, whole * std::min(b, kMax) + rest * std::min(b, kMax) / kOne);
}

// How many times the rate's unit fits in the elapsed time, in thousandths. A year has 12 months.
int64_t times_in(int64_t span_thousandths, DurationUnit span_unit, int64_t span_count, DurationUnit unit) {
  if (span_unit == DurationUnit::kYear && unit == DurationUnit::kMonth) return span_count * 12;
  const DurationConvention elapsed{kMinutesPerDay, kMinutesPerDay / 2};
  const int64_t size = unit_size(unit, elapsed);
  return size == 0 ? 0 : span_thousandths / size;
}

// Concludes one clause. A function that finds no amount sets the clause's problem.
class Conclusion {
 public:
  explicit Conclusion(Clause& clause) : clause_(clause), sorted_(sort_terms(clause)) {}

  DurationAlternative run() {
    if (sorted_.is_at_least && sorted_.is_at_most) return bounded();
    if (sorted_.spans.size() > 1) return fail("duration-ambiguous");
    std::optional<Amount> computed;
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

  static Amount amount_of(const Term& term) {
    return {term.quantity.lo, term.quantity.hi,
            term.quantity.is_convention ? DurationBasis::kConvention : DurationBasis::kStated};
  }

  // "min 2 h, max 4 h"
  DurationAlternative bounded() {
    const bool is_pair = clause_.terms.size() == 2 && sorted_.efforts.size() == 2 &&
                         sorted_.efforts[0]->bound == TermBound::kAtLeast &&
                         sorted_.efforts[1]->bound == TermBound::kAtMost;
    if (!is_pair) return fail("duration-ambiguous");
    Amount range = amount_of(*sorted_.efforts[0]);
    range.hi = sorted_.efforts[1]->quantity.hi;
    sorted_.is_at_least = sorted_.is_at_most = sorted_.has_no_least = false;
    return effort(range);
  }

  DurationAlternative effort(const Amount& amount) {
    if (amount.hi <= 0 || amount.lo > amount.hi) return fail("duration-not-understood");
    if (amount.hi > kMaxMinutes * kOne) return fail("duration-too-long");
    DurationAlternative known;
    known.min = std::max(1, minutes(amount.lo));
    known.max = std::max(1, minutes(amount.hi));
    if (sorted_.has_no_least) known.min = 0;
    if (sorted_.is_at_least) known.max = kUnknownMinutes;
    known.approx = clause_.is_approx;
    known.basis = amount.basis;
    return known;
  }

  // Sets the rate's product where something says how many times; false at a problem.
  bool compute_rate(std::optional<Amount>& computed) {
    const Term& rate = *sorted_.rates[0];
    const bool is_counted_rate = rate.kind == TermKind::kCount && sorted_.each == nullptr;
    if (sorted_.rates.size() > 1 || sorted_.counts.size() > 1 || rate.kind == TermKind::kSpan) {
      fail("duration-ambiguous");
      return false;
    }
    if (is_counted_rate) return compute_counted_rate(rate, computed);
    const Term* const days = days_of_rate(rate);
    Amount times = times_of(rate, days);
    if (times.hi == 0) {
      if (sorted_.efforts.empty()) fail("duration-rate-without-count");
      return !sorted_.efforts.empty();
    }
    if (rate.rate != DurationUnit::kSession && rate.multiplies() && sorted_.counts.size() == 1) {
      times.lo = product(times.lo, sorted_.counts[0]->quantity.count_lo);
      times.hi = product(times.hi, sorted_.counts[0]->quantity.count_hi);
    }
    computed =
        Amount{product(rate.quantity.lo, times.lo), product(rate.quantity.hi, times.hi), DurationBasis::kComputed};
    if (days) {
      sorted_.efforts.erase(std::find(sorted_.efforts.begin(), sorted_.efforts.end(), days));
      span_ = days_of(days->quantity.count_hi, days->quantity.unit) * kMinutesPerDay;
    }
    return true;
  }

  // "1 séance de 2 h par semaine" said as "1 séance par semaine, 2 h": the effort is that of a session.
  bool compute_counted_rate(const Term& rate, std::optional<Amount>& computed) {
    const bool is_clear = sorted_.efforts.size() == 1 && sorted_.spans.size() == 1 && sorted_.efforts[0]->multiplies();
    if (!is_clear) {
      fail("duration-ambiguous");
      return false;
    }
    const Quantity& span = sorted_.spans[0]->quantity;
    const Quantity& each = sorted_.efforts[0]->quantity;
    const int64_t lo = product(times_in(span.lo, span.unit, span.count_lo, rate.rate), rate.quantity.count_lo);
    const int64_t hi = product(times_in(span.hi, span.unit, span.count_hi, rate.rate), rate.quantity.count_hi);
    computed = Amount{product(each.lo, lo), product(each.hi, hi), DurationBasis::kComputed};
    sorted_.efforts.clear();
    return hi > 0;
  }

  // "3 h par jour" and "2 jours": the days that the rate goes on.
  const Term* days_of_rate(const Term& rate) const {
    if (rate.rate != DurationUnit::kDay && rate.rate != DurationUnit::kHalfDay) return nullptr;
    for (const Term* term : sorted_.efforts)
      if (term->counts_days() && term->quantity.unit == rate.rate) return term;
    return nullptr;
  }

  // How many times the rate goes, in thousandths; nothing where no term says it.
  Amount times_of(const Term& rate, const Term* days) {
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
  Amount compute_product() const {
    const Quantity& each = sorted_.each->quantity;
    const Quantity& count = sorted_.counts[0]->quantity;
    return {product(each.lo, count.count_lo), product(each.hi, count.count_hi),
            each.is_convention ? DurationBasis::kConvention : DurationBasis::kComputed};
  }

  // The stated total, which what was computed must not contradict; else what was computed.
  DurationAlternative total(const std::optional<Amount>& computed) {
    const auto stated = stated_total(computed.has_value());
    if (!clause_.problem.empty()) return {};
    if (!stated && !computed) return {};
    if (!stated) return effort(*computed);
    // "2 jours (2 x 6 h)": hours say more than days.
    const bool is_closer = stated->basis == DurationBasis::kConvention && computed &&
                           computed->basis == DurationBasis::kComputed && !differ(*computed, *stated);
    if (is_closer) return effort(*computed);
    if (computed && differ(*stated, *computed)) return fail("duration-contradictory");
    return effort(*stated);
  }

  bool differ(const Amount& stated, const Amount& computed) const {
    const bool is_rough =
        clause_.is_approx || computed.basis == DurationBasis::kConvention || sorted_.is_at_least || sorted_.is_at_most;
    const int64_t margin = is_rough ? computed.hi / 2 : 0;
    return stated.lo > computed.hi + margin || stated.hi < computed.lo - margin;
  }

  std::optional<Amount> stated_total(bool is_computed) {
    if (sorted_.efforts.empty()) {
      if (!sorted_.counts.empty() && !is_computed) fail("duration-rate-without-count");
      return {};
    }
    if (!sorted_.counts.empty() && !is_computed && !is_whole_said()) {
      fail("duration-ambiguous");
      return {};
    }
    if (sorted_.efforts.size() == 1) return single(*sorted_.efforts[0]);
    if (const auto whole = whole_of_parts()) return whole;
    if (!clause_.problem.empty()) return {};
    if (const auto sum = sum_of_efforts()) return sum;
    if (sorted_.efforts.size() == 2) return same_twice(*sorted_.efforts[0], *sorted_.efforts[1]);
    fail("duration-ambiguous");
    return {};
  }

  // "2 h en 3 séances", "3 modules, 2 h au total": the hours are the whole, not those of a session.
  bool is_whole_said() const {
    const Term& first = *sorted_.efforts[0];
    return &first < sorted_.counts[0] || first.link == TermLink::kEquals;
  }

  // "6 semaines x 2 h"; "6 semaines de 2 h" may be two hours in each of the weeks, or in all.
  std::optional<Amount> single(const Term& term) {
    const bool is_of_weeks = term.multiplies() && !sorted_.spans.empty() &&
                             sorted_.spans[0]->quantity.count_hi > kOne && &term > sorted_.spans[0];
    if (!is_of_weeks) return amount_of(term);
    const Quantity& span = sorted_.spans[0]->quantity;
    if (term.link != TermLink::kOf)
      return Amount{product(term.quantity.lo, span.count_lo), product(term.quantity.hi, span.count_hi),
                    DurationBasis::kComputed};
    fail("duration-ambiguous");
    return {};
  }

  // "3 h (1 h de vidéo, 2 h d'exercices)", "1 h + 2 h, soit 3 h", "1 jour + 1 jour (14 h)": one effort
  // is what the others come to. A total that is said to be one must be.
  std::optional<Amount> whole_of_parts() {
    if (sorted_.efforts.size() < 3) return {};
    const Term* const first = sorted_.efforts.front();
    const Term* const last = sorted_.efforts.back();
    Amount sum;
    for (const Term* term : sorted_.efforts) {
      sum.lo += term->quantity.lo;
      sum.hi += term->quantity.hi;
    }
    if (sum.lo == 2 * first->quantity.lo && sum.hi == 2 * first->quantity.hi) return amount_of(*first);
    if (is_product(*first)) return amount_of(*first);
    if (last->link != TermLink::kEquals && last->link != TermLink::kParentheses) return {};
    bool have_days = false;
    bool are_added = true;
    for (size_t i = 0; i + 1 < sorted_.efforts.size(); ++i) {
      have_days |= sorted_.efforts[i]->counts_days();
      are_added &= i == 0 || sorted_.efforts[i]->link == TermLink::kPlus;
    }
    const Amount parts{sum.lo - last->quantity.lo, sum.hi - last->quantity.hi,
                       have_days ? DurationBasis::kConvention : DurationBasis::kComputed};
    const bool is_total = are_added || last->link == TermLink::kEquals;
    if (!is_total) return {};
    if (differ(amount_of(*last), parts)) {
      fail("duration-contradictory");
      return {};
    }
    return amount_of(*last);
  }

  // "6 h (2 jours de 3 h)": two more efforts, days and hours of each, whose product is the first one.
  bool is_product(const Term& whole) const {
    if (sorted_.efforts.size() != 3) return false;
    const Quantity& days = sorted_.efforts[1]->quantity;
    const Term& each = *sorted_.efforts[2];
    return sorted_.efforts[1]->counts_days() && !each.counts_days() && each.multiplies() &&
           product(each.quantity.lo, days.count_lo) == whole.quantity.lo &&
           product(each.quantity.hi, days.count_hi) == whole.quantity.hi;
  }

  // "4 h + 2 h", "2 h de cours, 1 h d'exercices et 30 min de quiz".
  std::optional<Amount> sum_of_efforts() const {
    bool has_plus = false;
    bool have_nouns = true;
    bool are_joined = true;
    Amount sum;
    for (const Term* term : sorted_.efforts) {
      const bool is_first = term == sorted_.efforts[0];
      has_plus |= term->link == TermLink::kPlus;
      have_nouns &= term->has_noun;
      are_joined &=
          is_first || term->link == TermLink::kPlus || term->link == TermLink::kAnd || term->link == TermLink::kComma;
      sum.lo += term->quantity.lo;
      sum.hi += term->quantity.hi;
      sum.basis = term->counts_days() || sum.basis == DurationBasis::kConvention ? DurationBasis::kConvention
                                                                                 : DurationBasis::kComputed;
    }
    const bool ends_with_and = sorted_.efforts.back()->link == TermLink::kAnd;
    const bool are_all_plus = has_plus && std::all_of(sorted_.efforts.begin() + 1, sorted_.efforts.end(),
                                                      [](const Term* term) { return term->link == TermLink::kPlus; });
    if (are_all_plus || (are_joined && have_nouns && (ends_with_and || has_plus))) return sum;
    return {};
  }

  // Hours of each of some days ("2 jours de 7 h"), hours over days ("14 h sur 2 jours"), or the same
  // time said twice.
  std::optional<Amount> same_twice(const Term& first, const Term& second) {
    if (first.counts_days() != second.counts_days()) return hours_and_days(first, second);
    const bool is_same = first.quantity.lo == second.quantity.lo && first.quantity.hi == second.quantity.hi &&
                         second.link != TermLink::kAnd;
    if (is_same) return amount_of(first);
    fail("duration-ambiguous");
    return {};
  }

  std::optional<Amount> hours_and_days(const Term& first, const Term& second) {
    const Term& hours = first.counts_days() ? second : first;
    const Term& days = first.counts_days() ? first : second;
    const int64_t count_lo = days_of(days.quantity.count_lo, days.quantity.unit);
    const int64_t count_hi = days_of(days.quantity.count_hi, days.quantity.unit);
    const bool fits_each = hours.quantity.hi <= kMostHoursPerDay * 60 * days_of(kOne, days.quantity.unit);
    if (&hours == &second && second.multiplies()) {
      if (fits_each)
        return Amount{product(hours.quantity.lo, days.quantity.count_lo),
                      product(hours.quantity.hi, days.quantity.count_hi), DurationBasis::kComputed};
      fail("duration-ambiguous");
      return {};
    }
    const bool is_said =
        second.link == TermLink::kEquals || second.link == TermLink::kParentheses || second.link == TermLink::kOver;
    const bool fills = fills_days(hours.quantity.lo, count_lo) && fills_days(hours.quantity.hi, count_hi);
    if (!is_said && !fills) {
      fail("duration-ambiguous");
      return {};
    }
    if (hours.quantity.lo > kMostHoursPerDay * 60 * count_hi) {
      fail("duration-contradictory");
      return {};
    }
    if (days.link == TermLink::kOver) span_ = count_hi * kMinutesPerDay;
    return amount_of(hours);
  }

  DurationAlternative with_span(DurationAlternative known) {
    if (!clause_.problem.empty()) return {};
    const bool is_open_span = !known.is_known() && sorted_.is_at_least;
    if (is_open_span) return fail("duration-open-ended");
    if (!sorted_.spans.empty()) span_ = sorted_.spans[0]->quantity.hi;
    if (span_ > kMaxMinutes * kOne) return fail("duration-too-long");
    if (span_ > 0) known.span = minutes(span_);
    known.approx |= clause_.is_approx;
    return known;
  }

  Clause& clause_;
  Sorted sorted_;
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
    // "2 h, 30 min" may be one amount in two units; "2 jours, 14 heures" one time said twice.
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
