// SPDX-License-Identifier: MIT
// One amount of time in an editor's words.
#include "meaning/duration_quantity.h"

#include <algorithm>

namespace catalogue {
namespace {

constexpr int64_t kOne = 1000;
constexpr int64_t kMinutesPerHour = 60;
constexpr int64_t kMinutesPerDay = 24 * kMinutesPerHour;
constexpr int64_t kMaxThousandthsOfMinutes = int64_t{100'000'000} * kOne;
constexpr size_t kMaxListed = 16;  // numbers that share a unit: "2/3/4/5 heures"
constexpr int64_t kMaxCount = 10'000'000 * kOne;
// Two times of day, not two amounts of work, start at 7 h ("10h à 12h").
constexpr int64_t kFirstClockHour = 7 * kMinutesPerHour * kOne;
constexpr int64_t kLastClockHour = kMinutesPerDay * kOne;

bool is_hour(DurationUnit unit) { return unit == DurationUnit::kHour || unit == DurationUnit::kClocklessHour; }

// Larger units first, so that "2 h 30 min" descends and "30 min 2 h" does not.
int rank(DurationUnit unit) {
  return unit == DurationUnit::kClocklessHour ? static_cast<int>(DurationUnit::kHour) : static_cast<int>(unit);
}

// A quantity with one unit, still open to "30" or "et demie" after it.
struct Amount {
  int64_t minutes = 0;
  int64_t count = 0;
  DurationUnit unit = DurationUnit::kMinute;
  bool is_approx = false;
  bool is_convention = false;
  bool is_spelled = true;
  bool has_minute_word = false;  // "10 h 30 min", which no clock says
  std::string_view problem;
  size_t end = 0;
};

int64_t times(int64_t count, int64_t unit_minutes) {
  return std::min(kMaxThousandthsOfMinutes, std::min(count, kMaxCount) * unit_minutes);
}

bool counts_days(DurationUnit unit) { return unit == DurationUnit::kDay || unit == DurationUnit::kHalfDay; }

// "an" is a year after a number ("1 an"), an article before a unit ("an hour").
bool is_unit_word(const DurationWords& words, size_t i) {
  return words.is(i, DurationWord::kUnit) || words.is(i, DurationWord::kArticleOrYear);
}

Amount amount_of(const DurationWords& words, const Number& number, size_t unit_at,
                 const DurationConvention& convention) {
  Amount amount;
  amount.count = number.thousandths;
  amount.unit =
      words.is(unit_at, DurationWord::kUnit) ? static_cast<DurationUnit>(words.value(unit_at)) : DurationUnit::kYear;
  if (amount.unit == DurationUnit::kDay && amount.count == kOne / 2) {
    amount.unit = DurationUnit::kHalfDay;
    amount.count = kOne;
  }
  amount.minutes = amount.unit == DurationUnit::kSecond ? std::min(amount.count, kMaxCount) / 60
                                                        : times(amount.count, unit_size(amount.unit, convention));
  amount.is_approx = number.is_approx;
  amount.is_convention = counts_days(amount.unit);
  amount.is_spelled = words.tokens().folded(unit_at).size() > 1;
  amount.end = words.end(unit_at);
  return amount;
}

// "2 h ½"
void add_fraction_of_hour(const DurationWords& words, const Number& number, Amount& amount) {
  const bool is_fraction = number.end == amount.end + 1 && words.tokens()[amount.end].is_fraction;
  if (!is_fraction || words.is(number.end, DurationWord::kUnit)) return;
  amount.minutes += kMinutesPerHour * number.thousandths;
  amount.end = number.end;
}

// "2 h 30", "2 heures trente": minutes without their unit, or with it.
void add_bare_minutes(const DurationWords& words, Amount& amount) {
  if (!is_hour(amount.unit)) return;
  const auto number = read_number(words, amount.end);
  if (!number || number->thousandths >= 60 * kOne) return;
  if (number->thousandths % kOne != 0) return add_fraction_of_hour(words, *number, amount);
  const size_t next = number->end;
  const bool has_other_unit = words.is(next, DurationWord::kUnit) && !words.is_unit(next, DurationUnit::kMinute);
  const bool is_other = has_other_unit || words.is(next, DurationWord::kSession) ||
                        words.is(next, DurationWord::kTimes) || words.is_symbol(next, '/');
  if (is_other) return;
  amount.minutes += number->thousandths;
  const bool has_unit = words.is_unit(next, DurationUnit::kMinute) || words.is(next, DurationWord::kShortMinute);
  amount.has_minute_word = has_unit;
  amount.end = has_unit ? next + 1 : next;
}

// "une heure et demie", "2 heures et quart", "une journée et demie"
bool add_part(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  if (!words.is(amount.end, DurationWord::kAnd)) return false;
  size_t part = amount.end + 1;
  if (words.is(part, DurationWord::kArticle) || words.is(part, DurationWord::kNumber)) ++part;
  if (!words.is(part, DurationWord::kPart)) return false;
  const bool is_half_day = amount.unit == DurationUnit::kDay && words.value(part) == kOne / 2;
  amount.minutes += is_half_day ? unit_size(DurationUnit::kHalfDay, convention) * kOne
                                : unit_size(amount.unit, convention) * words.value(part);
  amount.count += words.value(part);
  amount.end = words.end(part);
  return true;
}

bool is_rate_sign(const DurationWords& words, size_t i) {
  return words.is_symbol(i, '/') || words.is(i, DurationWord::kPer) || words.is(i, DurationWord::kPerWeek) ||
         words.is(i, DurationWord::kPerDay);
}

bool is_elapsed(DurationUnit unit) { return unit >= DurationUnit::kWeek; }

// "1 heure et 30 minutes", "2 jours et 3 heures": the next unit is smaller, of the same nature.
bool add_smaller(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  size_t next = amount.end;
  if (words.is(next, DurationWord::kAnd)) ++next;
  const auto number = read_number(words, next);
  if (!number || !words.is(number->end, DurationWord::kUnit)) return false;
  const Amount smaller = amount_of(words, *number, number->end, convention);
  const bool fits = rank(smaller.unit) < rank(amount.unit) && is_elapsed(smaller.unit) == is_elapsed(amount.unit);
  if (!fits || is_rate_sign(words, smaller.end)) return false;
  amount.minutes = std::min(kMaxThousandthsOfMinutes, amount.minutes + smaller.minutes);
  amount.is_convention |= smaller.is_convention;
  amount.end = smaller.end;
  return true;
}

void complete(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  add_bare_minutes(words, amount);
  if (add_part(words, amount, convention)) return;
  for (int i = 0; i < 3 && add_smaller(words, amount, convention); ++i) continue;
}

Amount amount_of(const Quantity& iso) {
  Amount amount;
  amount.minutes = iso.lo;
  amount.count = iso.count_lo;
  amount.unit = iso.unit;
  amount.is_convention = iso.is_convention;
  amount.problem = iso.problem;
  amount.end = iso.end;
  return amount;
}

std::optional<Amount> read_amount(const DurationWords& words, size_t i, const DurationConvention& convention) {
  if (const auto iso = read_iso_duration(words, i, convention)) return amount_of(*iso);
  if (words.is_unit(i, DurationUnit::kHalfDay))  // "matinée", "demi-journée" without a number
    return amount_of(words, {kOne, i}, i, convention);
  const auto number = read_number(words, i);
  if (!number || !is_unit_word(words, number->end)) return {};
  Amount amount = amount_of(words, *number, number->end, convention);
  complete(words, amount, convention);
  return amount;
}

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
  quantity.problem = amount.problem;
  quantity.end = amount.end;
  return quantity;
}

// The words between the two ends of a range.
bool is_range_sign(const DurationWords& words, size_t i, bool has_between) {
  return words.is_symbol(i, '-') || words.is(i, DurationWord::kTo) || words.is(i, DurationWord::kArticle) ||
         (has_between && words.is(i, DurationWord::kAnd));
}

size_t range_start(const DurationWords& words, size_t i, bool has_between) {
  if (is_range_sign(words, i, has_between)) return i + 1;
  const bool is_until = words.is(i, DurationWord::kAtMost) && words.end(i) > i + 1;
  return is_until ? words.end(i) : 0;  // "de 30 min jusqu'à 1 h"
}

void widen(Quantity& quantity, const Amount& high) {
  quantity.hi = high.minutes;
  quantity.count_hi = high.count;
  quantity.is_approx |= high.is_approx;
  quantity.is_convention |= high.is_convention;
  quantity.is_spelled &= high.is_spelled;
  quantity.end = high.end;
  if (quantity.lo > quantity.hi || quantity.is_span != is_elapsed(high.unit)) quantity.problem = "duration-ambiguous";
}

bool looks_like_clock(const Quantity& low, const Amount& high) {
  return !low.has_minute_word && !high.has_minute_word && low.unit == DurationUnit::kHour &&
         high.unit == DurationUnit::kHour && low.lo >= kFirstClockHour && high.minutes <= kLastClockHour &&
         low.lo < high.minutes;
}

// "30 min à 1 h", "1h-1h30"
void read_second_end(const DurationWords& words, Quantity& quantity, bool has_between,
                     const DurationConvention& convention) {
  const size_t start = range_start(words, quantity.end, has_between);
  if (start == 0) return;
  const auto high = read_amount(words, start, convention);
  if (!high || is_rate_sign(words, quantity.end)) return;
  const bool is_clock = looks_like_clock(quantity, *high);
  widen(quantity, *high);
  if (is_clock) quantity.problem = "duration-clock-time";
}

bool is_list_sign(const DurationWords& words, size_t i) {
  return words.is_symbol(i, '/') || words.is_symbol(i, ',') || words.is(i, DurationWord::kOr);
}

// "2 à 3 heures", "2/3/4 heures", "3, 4 ou 5 h": numbers that share the unit of the last one.
std::optional<Quantity> read_shared_unit(const DurationWords& words, size_t i, bool has_between,
                                         const DurationConvention& convention) {
  std::vector<Number> numbers;
  auto number = read_number(words, i);
  bool is_range = false;
  while (number && numbers.size() < kMaxListed) {
    numbers.push_back(*number);
    size_t next = number->end;
    if (words.is(next, DurationWord::kUnit)) break;
    is_range = is_range_sign(words, next, has_between);
    if (!is_range && !is_list_sign(words, next)) return {};
    if (words.is_symbol(next, ',') && words.is(next + 1, DurationWord::kOr)) ++next;
    number = read_number(words, next + 1);
  }
  if (!number || numbers.size() < 2 || (is_range && numbers.size() > 2)) return {};
  if (!words.is(numbers.back().end, DurationWord::kUnit)) return {};  // too long a list
  Amount last = amount_of(words, numbers.back(), numbers.back().end, convention);
  const Amount first = amount_of(words, numbers.front(), numbers.back().end, convention);
  if (is_range) complete(words, last, convention);
  Quantity quantity = quantity_of(first);
  if (is_range) {
    widen(quantity, last);
    return quantity;
  }
  for (size_t n = 1; n < numbers.size(); ++n)
    quantity.list.push_back(amount_of(words, numbers[n], numbers.back().end, convention).minutes);
  quantity.end = last.end;
  return quantity;
}

}  // namespace

int64_t unit_size(DurationUnit unit, const DurationConvention& convention) {
  switch (unit) {
    case DurationUnit::kMinute:
      return 1;
    case DurationUnit::kHour:
    case DurationUnit::kClocklessHour:
      return kMinutesPerHour;
    case DurationUnit::kHalfDay:
      return convention.minutes_per_half_day;
    case DurationUnit::kDay:
      return convention.minutes_per_day;
    case DurationUnit::kWeek:
      return 7 * kMinutesPerDay;
    case DurationUnit::kMonth:
      return 30 * kMinutesPerDay;
    case DurationUnit::kYear:
      return 365 * kMinutesPerDay;
    default:
      return 0;
  }
}

std::optional<Quantity> read_quantity(const DurationWords& words, size_t i, bool has_between,
                                      const DurationConvention& convention) {
  if (auto shared = read_shared_unit(words, i, has_between, convention)) return shared;
  const auto amount = read_amount(words, i, convention);
  if (!amount) return {};
  Quantity quantity = quantity_of(*amount);
  read_second_end(words, quantity, has_between, convention);
  return quantity;
}

}  // namespace catalogue
