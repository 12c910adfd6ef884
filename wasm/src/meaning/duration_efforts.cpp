// SPDX-License-Identifier: MIT
// The total of the amounts of work of one clause.
#include "meaning/duration_efforts.h"

#include <algorithm>

namespace catalogue {
namespace {

constexpr int64_t kMostMinutes = (kMaxPlausibleMinutes + 1) * kOne;
constexpr int64_t kMinutesPerDay = 24 * 60;
constexpr int64_t kMostHoursPerDay = 12;

// Finds the total. What has none sets the problem.
class Efforts {
 public:
  Efforts(const Clause& clause, const SortedTerms& sorted) : clause_(clause), sorted_(sorted) {}

  EffortTotal run(bool is_computed) {
    total_.effort = stated_total(is_computed);
    return total_;
  }

 private:
  void fail(std::string_view problem) { total_.problem = problem; }

  std::optional<Effort> stated_total(bool is_computed) {
    if (sorted_.efforts.empty()) {
      if (!sorted_.counts.empty() && !is_computed) fail("duration-rate-without-count");
      return {};
    }
    if (!sorted_.counts.empty() && !is_computed && !is_whole_said()) {
      if (are_counted_parts()) return sum_of_parts();
      fail(sorted_.efforts.size() == 1 ? "duration-total-or-each" : "duration-ambiguous");
      return {};
    }
    if (sorted_.efforts.size() == 1) return single(*sorted_.efforts[0]);
    if (const auto whole = whole_of_parts()) return whole;
    if (!total_.problem.empty()) return {};
    if (const auto sum = sum_of_efforts()) return sum;
    if (sorted_.efforts.size() == 2) return same_twice(*sorted_.efforts[0], *sorted_.efforts[1]);
    fail("duration-ambiguous");
    return {};
  }

  // "2 h en 3 séances", "3 modules, 2 h au total": the hours are the total, not per session.
  bool is_whole_said() const {
    const Term& first = *sorted_.efforts[0];
    return &first < sorted_.counts[0] || first.link == TermLink::kEquals;
  }

  // "3 sessions (2h, 2h et 1h)": one amount per session. The last is no total of the others.
  bool are_counted_parts() const {
    const auto& efforts = sorted_.efforts;
    const Quantity& count = sorted_.counts[0]->quantity;
    const bool is_one_each = sorted_.counts.size() == 1 && efforts.size() > 1 && count.count_lo == count.count_hi &&
                             static_cast<int64_t>(efforts.size()) * kOne == count.count_lo;
    if (!is_one_each || sorted_.counts[0] > efforts[0] || efforts.back()->link != TermLink::kAnd) return false;
    return std::all_of(efforts.begin() + 1, efforts.end() - 1,
                       [](const Term* term) { return term->link == TermLink::kComma; });
  }

  Effort sum_of_parts() const {
    Effort sum;
    sum.basis = DurationBasis::kComputed;
    for (const Term* term : sorted_.efforts) {
      sum.lo += term->quantity.lo;
      sum.hi += term->quantity.hi;
      if (term->counts_days()) sum.basis = DurationBasis::kConvention;
    }
    return sum;
  }

  // "6 semaines x 2 h" is a product; "6 semaines de 2 h" may be 2 hours per week, or in all.
  std::optional<Effort> single(const Term& term) {
    const bool is_of_weeks = term.multiplies() && !sorted_.spans.empty() &&
                             sorted_.spans[0]->quantity.count_hi > kOne && &term > sorted_.spans[0];
    if (!is_of_weeks) return effort_of(term);
    const Quantity& span = sorted_.spans[0]->quantity;
    if (term.link != TermLink::kOf)
      return Effort{product(term.quantity.lo, span.count_lo), product(term.quantity.hi, span.count_hi),
                    DurationBasis::kComputed};
    fail("duration-ambiguous");
    return {};
  }

  // "3 h (1 h de vidéo, 2 h d'exercices)", "1 h + 2 h, soit 3 h", "1 jour + 1 jour (14 h)": one effort
  // is the sum of the others. A stated total must equal that sum.
  std::optional<Effort> whole_of_parts() {
    if (sorted_.efforts.size() < 3) return {};
    const Term* const first = sorted_.efforts.front();
    const Term* const last = sorted_.efforts.back();
    Effort sum;
    for (const Term* term : sorted_.efforts) {
      sum.lo += term->quantity.lo;
      sum.hi += term->quantity.hi;
    }
    if (says_parts() && sum.lo == 2 * first->quantity.lo && sum.hi == 2 * first->quantity.hi) return effort_of(*first);
    if (is_product(*first)) return effort_of(*first);
    if (are_added_in_parentheses()) return whole_before_parts(*first, sum);
    if (last->link != TermLink::kEquals && last->link != TermLink::kParentheses) return {};
    return whole_behind_parts(*last, sum);
  }

  // "(1 h + 1 h)" after the first effort.
  bool are_added_in_parentheses() const {
    return sorted_.efforts[1]->link == TermLink::kParentheses &&
           std::all_of(sorted_.efforts.begin() + 2, sorted_.efforts.end(),
                       [](const Term* term) { return term->link == TermLink::kPlus; });
  }

  // "3 h (1 h + 1 h)" contradicts itself; "2 jours (6 h + 6 h)" does not, and hours say more than days.
  std::optional<Effort> whole_before_parts(const Term& whole, const Effort& sum) {
    const Effort parts{sum.lo - whole.quantity.lo, sum.hi - whole.quantity.hi, DurationBasis::kComputed};
    const bool fills =
        whole.counts_days() && fills_days(parts.lo, days_of(whole.quantity.count_lo, whole.quantity.unit));
    if (fills) return parts;
    fail("duration-contradictory");
    return {};
  }

  std::optional<Effort> whole_behind_parts(const Term& whole, const Effort& sum) {
    bool have_days = false;
    bool are_added = true;
    for (size_t i = 0; i + 1 < sorted_.efforts.size(); ++i) {
      have_days |= sorted_.efforts[i]->counts_days();
      are_added &= i == 0 || sorted_.efforts[i]->link == TermLink::kPlus;
    }
    const Effort parts{sum.lo - whole.quantity.lo, sum.hi - whole.quantity.hi,
                       have_days ? DurationBasis::kConvention : DurationBasis::kComputed};
    const bool is_total = are_added || whole.link == TermLink::kEquals;
    if (!is_total) return {};
    if (differ(effort_of(whole), parts, is_rough(clause_, sorted_))) {
      fail("duration-contradictory");
      return {};
    }
    return effort_of(whole);
  }

  // Whether the second effort starts the parts of the first: "2 h (1 h, 1 h)", "60 h, 40 h + 20 h".
  bool says_parts() const {
    const auto& efforts = sorted_.efforts;
    const TermLink link = efforts[1]->link;
    if (link != TermLink::kComma)
      return link == TermLink::kParentheses || link == TermLink::kEquals || link == TermLink::kNone;
    return std::all_of(efforts.begin() + 2, efforts.end(),
                       [](const Term* term) { return term->link == TermLink::kPlus; });
  }

  // "6 h (2 jours de 3 h)": the first effort is the second, days, times the third, hours per day.
  bool is_product(const Term& whole) const {
    if (sorted_.efforts.size() != 3) return false;
    const Quantity& days = sorted_.efforts[1]->quantity;
    const Term& each = *sorted_.efforts[2];
    return sorted_.efforts[1]->counts_days() && !each.counts_days() && each.multiplies() &&
           product(each.quantity.lo, days.count_lo) == whole.quantity.lo &&
           product(each.quantity.hi, days.count_hi) == whole.quantity.hi;
  }

  // "4 h + 2 h", "2 h de cours, 1 h d'exercices et 30 min de quiz".
  std::optional<Effort> sum_of_efforts() const {
    bool has_plus = false;
    bool have_nouns = true;
    bool are_joined = true;
    Effort sum;
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
    const bool are_kinds = clause_.teaching_kinds == sorted_.efforts.size();
    if (are_all_plus || (are_joined && (are_kinds || (have_nouns && (ends_with_and || has_plus))))) return sum;
    return {};
  }

  // Days and hours per day ("2 jours de 7 h"), hours over days ("14 h sur 2 jours"), or the same time stated twice.
  std::optional<Effort> same_twice(const Term& first, const Term& second) {
    if (first.counts_days() != second.counts_days()) return hours_and_days(first, second);
    const bool is_same = first.quantity.lo == second.quantity.lo && first.quantity.hi == second.quantity.hi &&
                         second.link != TermLink::kAnd;
    if (is_same) return effort_of(first);
    fail("duration-ambiguous");
    return {};
  }

  std::optional<Effort> hours_and_days(const Term& first, const Term& second) {
    const Term& hours = first.counts_days() ? second : first;
    const Term& days = first.counts_days() ? first : second;
    const int64_t count_lo = days_of(days.quantity.count_lo, days.quantity.unit);
    const int64_t count_hi = days_of(days.quantity.count_hi, days.quantity.unit);
    const bool fits_each = hours.quantity.hi <= kMostHoursPerDay * 60 * days_of(kOne, days.quantity.unit);
    if (&hours == &second && second.multiplies()) {
      if (fits_each)
        return Effort{product(hours.quantity.lo, days.quantity.count_lo),
                      product(hours.quantity.hi, days.quantity.count_hi), DurationBasis::kComputed};
      fail("duration-ambiguous");
      return {};
    }
    const bool is_said =
        second.link == TermLink::kEquals || second.link == TermLink::kParentheses || second.link == TermLink::kOver;
    const bool fills = fills_days(hours.quantity.lo, count_lo) && fills_days(hours.quantity.hi, count_hi);
    const bool are_parts = first.has_noun && second.has_noun;  // "2 jours en présentiel, 14 h en ligne"
    if (!is_said && (!fills || are_parts)) {
      fail("duration-ambiguous");
      return {};
    }
    if (hours.quantity.lo > kMostHoursPerDay * 60 * count_hi) {
      fail("duration-contradictory");
      return {};
    }
    if (days.link == TermLink::kOver) total_.span = count_hi * kMinutesPerDay;
    return effort_of(hours);
  }

  const Clause& clause_;
  const SortedTerms& sorted_;
  EffortTotal total_;
};

}  // namespace

Effort effort_of(const Term& term) {
  return {term.quantity.lo, term.quantity.hi,
          term.quantity.is_convention ? DurationBasis::kConvention : DurationBasis::kStated};
}

int64_t product(int64_t a, int64_t b) {
  const int64_t whole = std::min(a, kMostMinutes) / kOne;
  const int64_t rest = std::min(a, kMostMinutes) % kOne;
  return std::min(kMostMinutes, whole * std::min(b, kMostMinutes) + rest * std::min(b, kMostMinutes) / kOne);
}

bool is_rough(const Clause& clause, const SortedTerms& sorted) {
  return clause.is_approx || sorted.is_at_least || sorted.is_at_most;
}

bool differ(const Effort& stated, const Effort& computed, bool is_rough) {
  const int64_t margin = is_rough || computed.basis == DurationBasis::kConvention ? computed.hi / 2 : 0;
  return stated.lo > computed.hi + margin || stated.hi < computed.lo - margin;
}

EffortTotal total_efforts(const Clause& clause, const SortedTerms& sorted, bool is_computed) {
  return Efforts(clause, sorted).run(is_computed);
}

}  // namespace catalogue
