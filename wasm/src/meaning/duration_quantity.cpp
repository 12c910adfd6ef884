// SPDX-License-Identifier: MIT
// One amount of time in an editor's words, a range of it, or a list of values with one unit.
#include "meaning/duration_quantity.h"

#include "meaning/duration_amount.h"

namespace catalogue {
namespace {

// From 7 h on, "10h à 12h" is two times of day, not a range of work.
constexpr int64_t kFirstClockHour = 7 * 60 * kOne;
constexpr int64_t kLastClockHour = 24 * 60 * kOne;

Quantity quantity_of(const Amount& amount) {
  Quantity quantity;
  quantity.lo = quantity.hi = amount.minutes;
  quantity.count_lo = quantity.count_hi = amount.count;
  quantity.unit = amount.unit;
  quantity.is_span = is_elapsed(amount.unit);
  quantity.is_approx = amount.is_approx;
  quantity.is_convention = amount.is_convention;
  quantity.is_spelled = amount.is_spelled;
  quantity.has_minute_word = amount.has_minute_word;
  quantity.has_no_end = amount.has_no_end;
  quantity.problem = amount.problem;
  quantity.end = amount.end;
  return quantity;
}

// Whether `i` separates the two ends of a range.
bool is_range_sign(const DurationWords& words, size_t i, AndMeaning and_means) {
  return words.is_symbol(i, '-') || words.is(i, DurationWord::kTo) || words.is(i, DurationWord::kArticle) ||
         (and_means == AndMeaning::kRange && words.is(i, DurationWord::kAnd));
}

size_t range_start(const DurationWords& words, size_t i, AndMeaning and_means) {
  if (is_range_sign(words, i, and_means)) return i + 1;
  const bool is_until = words.is(i, DurationWord::kAtMost) && words.end(i) > i + 1;
  return is_until ? words.end(i) : 0;  // "de 30 min jusqu'à 1 h"
}

void widen(Quantity& quantity, const Amount& high) {
  quantity.hi = high.minutes;
  quantity.count_hi = high.count;
  quantity.is_approx |= high.is_approx;
  quantity.is_convention |= high.is_convention;
  quantity.is_spelled &= high.is_spelled;
  quantity.has_no_end |= high.has_no_end;
  quantity.end = high.end;
  if (quantity.lo > quantity.hi || quantity.is_span != is_elapsed(high.unit)) quantity.problem = "duration-ambiguous";
}

bool looks_like_clock(const Quantity& low, const Amount& high) {
  return !low.has_minute_word && !high.has_minute_word && low.unit == DurationUnit::kHour &&
         high.unit == DurationUnit::kHour && low.lo >= kFirstClockHour && high.minutes <= kLastClockHour &&
         low.lo < high.minutes;
}

// "2 h à non défini", "de 2 h à plus de 4 h": a range without an upper end.
bool read_no_end(const DurationWords& words, Quantity& quantity, size_t start, const DurationConvention& convention) {
  if (words.is(start, DurationWord::kAtLeast)) {
    const auto high = read_amount(words, words.end(start), convention);
    if (!high) return false;
    quantity.end = high->end;
  } else if (words.is(start, DurationWord::kUnknown) || words.is(start, DurationWord::kFew)) {
    quantity.end = words.end(start);
  } else {
    return false;
  }
  quantity.has_no_end = true;
  return true;
}

// "30 min à 1 h", "1h-1h30"
void read_second_end(const DurationWords& words, Quantity& quantity, AndMeaning and_means,
                     const DurationConvention& convention) {
  const size_t start = range_start(words, quantity.end, and_means);
  if (start == 0) return;
  if (!words.is_symbol(start - 1, '-') && read_no_end(words, quantity, start, convention)) return;
  const auto high = read_amount(words, start, convention);
  if (!high || is_rate_sign(words, quantity.end)) return;
  const bool is_dash = words.is_symbol(start - 1, '-');
  // "3 jours - 21 heures", "7 semaines - 3 h/semaine"
  const bool is_mixed =
      counts_days(quantity.unit) != counts_days(high->unit) || quantity.is_span != is_elapsed(high->unit);
  if (is_dash && is_mixed) return;
  // "8h à 10h de travail", "8h-10h/semaine" are no times of day.
  const bool is_of_work = words.is(high->end, DurationWord::kFrom) &&
                          words.tokens().is(high->end + 1, TokenKind::kWord) &&
                          words.is(high->end + 1, DurationWord::kNone);
  const bool is_clock = looks_like_clock(quantity, *high) && !is_of_work && !is_rate_sign(words, high->end);
  widen(quantity, *high);
  if (is_clock) quantity.problem = "duration-clock-time";
}

bool is_list_sign(const DurationWords& words, size_t i, AndMeaning and_means) {
  return words.is_symbol(i, '/') || words.is_symbol(i, ',') || words.is(i, DurationWord::kOr) ||
         (and_means == AndMeaning::kList && words.is(i, DurationWord::kAnd));
}

// "2 à 3 heures", "2/3/4 heures", "3, 4 ou 5 h": the last number has the unit of all.
std::optional<Quantity> read_shared_unit(const DurationWords& words, size_t i, AndMeaning and_means,
                                         const DurationConvention& convention) {
  std::vector<Number> numbers;
  auto number = read_number(words, i);
  bool is_range = false;
  while (number && numbers.size() < kMaxListed) {
    numbers.push_back(*number);
    size_t next = number->end;
    if (unit_after(words, next) != kNowhere) break;
    is_range = is_range_sign(words, next, and_means);
    if (!is_range && !is_list_sign(words, next, and_means)) return {};
    if (words.is_symbol(next, ',') && words.is(next + 1, DurationWord::kOr)) ++next;
    number = read_number(words, next + 1);
  }
  if (!number || numbers.size() < 2 || (is_range && numbers.size() > 2)) return {};
  const size_t unit = unit_after(words, numbers.back().end);
  if (unit == kNowhere) return {};  // the list is too long
  Amount last = amount_of(words, numbers.back(), unit, convention);
  const Amount first = amount_of(words, numbers.front(), unit, convention);
  if (is_range) complete(words, last, convention);
  Quantity quantity = quantity_of(first);
  if (is_range) {
    widen(quantity, last);
    return quantity;
  }
  for (size_t n = 1; n < numbers.size(); ++n)
    quantity.list.push_back(amount_of(words, numbers[n], unit, convention).minutes);
  quantity.end = last.end;
  return quantity;
}

}  // namespace

std::optional<Quantity> read_quantity(const DurationWords& words, size_t i, AndMeaning and_means,
                                      const DurationConvention& convention) {
  if (auto shared = read_shared_unit(words, i, and_means, convention)) return shared;
  const auto amount = read_amount(words, i, convention);
  if (!amount) return {};
  Quantity quantity = quantity_of(*amount);
  read_second_end(words, quantity, and_means, convention);
  return quantity;
}

}  // namespace catalogue
