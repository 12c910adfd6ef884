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
constexpr size_t kMaxListed = 16;  // numbers with one unit: "2/3/4/5 heures"
constexpr int64_t kMaxCount = 10'000'000 * kOne;
// From 7 h on, "10h à 12h" is two times of day, not a range of work.
constexpr int64_t kFirstClockHour = 7 * kMinutesPerHour * kOne;
constexpr int64_t kLastClockHour = kMinutesPerDay * kOne;

bool is_hour(DurationUnit unit) { return unit == DurationUnit::kHour || unit == DurationUnit::kClocklessHour; }

// Larger units rank higher: "2 h 30 min" descends, "30 min 2 h" does not.
int rank(DurationUnit unit) {
  return unit == DurationUnit::kClocklessHour ? static_cast<int>(DurationUnit::kHour) : static_cast<int>(unit);
}

// An amount in one unit. "30" or "et demie" may follow.
struct Amount {
  int64_t minutes = 0;
  int64_t count = 0;
  DurationUnit unit = DurationUnit::kMinute;
  bool is_approx = false;
  bool is_convention = false;
  bool is_spelled = true;
  bool has_minute_word = false;  // "10 h 30 min" is no time of day
  bool has_no_end = false;       // "2+ hours"
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

// Whether token `i` follows the one before without a space.
bool is_attached(const DurationWords& words, size_t i) { return i < words.size() && !words.tokens()[i].space_before; }

// "90'": an apostrophe right after a number; no letter or digit follows it.
bool is_minute_mark(const DurationWords& words, size_t i) {
  const bool is_alone = !is_attached(words, i + 1) || words.tokens().is(i + 1, TokenKind::kSymbol);
  return words.is_symbol(i, '\'') && is_attached(words, i) && is_alone;
}

// The token of the unit after a number, or kNowhere. A hyphen or an adjective may stand between: "2-hour", "2 full
// days".
constexpr size_t kNowhere = SIZE_MAX;
size_t unit_after(const DurationWords& words, size_t i) {
  if (is_unit_word(words, i) || is_minute_mark(words, i)) return i;
  if (words.is_symbol(i, '-') && is_attached(words, i) && is_attached(words, i + 1) &&
      words.is(i + 1, DurationWord::kUnit))
    return i + 1;
  if (words.is_symbol(i, '+') && words.is(i + 1, DurationWord::kUnit)) return i + 1;  // "2+ hours"
  const bool is_adjective = words.is(i, DurationWord::kAdjective) || words.is(i, DurationWord::kTotal);
  if (is_adjective && words.is(words.end(i), DurationWord::kUnit)) return words.end(i);
  return kNowhere;
}

// "2+1 jours", "2 + 1 + 1 h": the token of the unit of all the numbers, or kNowhere.
size_t unit_after_sum(const DurationWords& words, size_t i) {
  for (size_t steps = 0; steps < kMaxListed && words.is_symbol(i, '+'); ++steps) {
    const auto number = read_number(words, i + 1);
    if (!number) return kNowhere;
    i = number->end;
    if (const size_t unit = unit_after(words, i); unit != kNowhere && !words.is_symbol(i, '+')) return unit;
  }
  return kNowhere;
}

DurationUnit unit_of(const DurationWords& words, size_t unit_at) {
  if (words.is_symbol(unit_at, '\'')) return DurationUnit::kMinute;
  return words.is(unit_at, DurationWord::kUnit) ? static_cast<DurationUnit>(words.value(unit_at)) : DurationUnit::kYear;
}

// The token after a unit and its "(s)".
size_t end_of_unit(const DurationWords& words, size_t unit_at) {
  const size_t end = words.after(unit_at);
  const bool has_plural =
      words.is_symbol(end, '(') && words.tokens().folded(end + 1) == "s" && words.is_symbol(end + 2, ')');
  return has_plural ? end + 3 : end;
}

// "1.30 h" may be an hour and a half.
bool looks_like_minutes(std::string_view digits) {
  constexpr std::string_view kMinutes[] = {".10", ".15", ".20", ".30", ".40", ".45"};
  return std::any_of(std::begin(kMinutes), std::end(kMinutes),
                     [&](std::string_view end) { return digits.ends_with(end); });
}

Amount amount_of(const DurationWords& words, const Number& number, size_t unit_at,
                 const DurationConvention& convention) {
  Amount amount;
  amount.count = number.thousandths;
  amount.unit = unit_of(words, unit_at);
  if (amount.unit == DurationUnit::kDay && amount.count == kOne / 2) {
    amount.unit = DurationUnit::kHalfDay;
    amount.count = kOne;
  }
  amount.minutes = amount.unit == DurationUnit::kSecond ? std::min(amount.count, kMaxCount) / 60
                                                        : times(amount.count, unit_size(amount.unit, convention));
  amount.is_approx = number.is_approx;
  amount.is_convention = counts_days(amount.unit);
  amount.has_no_end = words.is_symbol(number.end, '+');
  const bool is_unclear =
      number.end > 0 && is_hour(amount.unit) && looks_like_minutes(words.tokens().folded(number.end - 1));
  if (is_unclear) amount.problem = "duration-ambiguous";
  amount.is_spelled = words.tokens().folded(unit_at).size() > 1;
  amount.end = end_of_unit(words, unit_at);
  return amount;
}

// "2 h ½", "2 jours 1/2"
void add_fraction(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  const auto number = read_number(words, amount.end);
  const bool is_fraction = number && number->thousandths < kOne && number->thousandths > 0 &&
                           (words.tokens()[amount.end].is_fraction || words.is_symbol(amount.end + 1, '/'));
  if (!is_fraction || unit_after(words, number->end) != kNowhere) return;
  const bool is_half_day = amount.unit == DurationUnit::kDay && number->thousandths == kOne / 2;
  amount.minutes += is_half_day ? unit_size(DurationUnit::kHalfDay, convention) * kOne
                                : unit_size(amount.unit, convention) * number->thousandths;
  amount.count += number->thousandths;
  amount.end = number->end;
}

// "1 h. 30", unless a word follows: "1 h. 30 participants".
size_t start_of_minutes(const DurationWords& words, size_t i) {
  const bool is_abbreviated =
      words.is_symbol(i, '.') && words.is_number(i + 1) && !words.tokens().is(i + 2, TokenKind::kWord);
  return is_abbreviated ? i + 1 : i;
}

// "2 h 30", "2 heures trente", "2 h 30 min": minutes, with or without their unit.
void add_bare_minutes(const DurationWords& words, Amount& amount) {
  if (!is_hour(amount.unit)) return;
  const size_t start = start_of_minutes(words, amount.end);
  const auto number = read_number(words, start);
  if (!number || number->thousandths >= 60 * kOne || number->thousandths % kOne != 0) return;
  const size_t next = number->end;
  const size_t unit = unit_after(words, next);
  const bool has_other_unit = unit != kNowhere && unit_of(words, unit) != DurationUnit::kMinute;
  const bool counts_next = words.is(next, DurationWord::kSession) || words.is_symbol(next, '/') ||
                           (words.is_times(next) && !words.is_number(next + 1));
  if (has_other_unit || (counts_next && !is_attached(words, start))) return;
  amount.minutes += number->thousandths;
  const bool has_unit = unit == next || words.is(next, DurationWord::kShortMinute);
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
         words.is(i, DurationWord::kPerDay) || words.is(i, DurationWord::kPerMonth);
}

bool is_elapsed(DurationUnit unit) { return unit >= DurationUnit::kWeek; }

// "1 hour, 30 minutes" is one amount in English; "4 heures, 30 minutes" may be two in French. With a third item it
// is a list.
bool is_hours_comma_minutes(const DurationWords& words, const Amount& amount, const Amount& smaller) {
  return amount.unit == DurationUnit::kClocklessHour && smaller.unit == DurationUnit::kMinute && smaller.is_spelled &&
         smaller.minutes < kMinutesPerHour * kOne && !words.is_symbol(smaller.end, ',') &&
         !words.is(smaller.end, DurationWord::kOr);
}

// "1 heure et 30 minutes", "2 jours et 3 heures": the next unit is smaller, of the same nature.
bool add_smaller(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  size_t next = amount.end;
  const bool has_and = words.is(next, DurationWord::kAnd);
  const bool has_comma = words.is_symbol(next, ',');
  if (has_and || has_comma) ++next;
  const auto number = read_number(words, next);
  if (!number || !words.is(number->end, DurationWord::kUnit)) return false;
  const Amount smaller = amount_of(words, *number, number->end, convention);
  if (has_comma && !is_hours_comma_minutes(words, amount, smaller)) return false;
  const bool is_same_time =
      !has_and && counts_days(amount.unit) && fills_days(smaller.minutes, days_of(amount.count, amount.unit));
  if (is_same_time) return false;
  const bool fits = rank(smaller.unit) < rank(amount.unit) && is_elapsed(smaller.unit) == is_elapsed(amount.unit);
  if (!fits || is_rate_sign(words, smaller.end)) return false;
  amount.minutes = std::min(kMaxThousandthsOfMinutes, amount.minutes + smaller.minutes);
  amount.is_convention |= smaller.is_convention;
  amount.end = smaller.end;
  return true;
}

void complete(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  add_bare_minutes(words, amount);
  add_fraction(words, amount, convention);
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

// "1:30:00": hours, minutes and seconds; "1:30 h". With one colon and no unit, it may be hours and minutes, minutes and
// seconds, or a time of day.
std::optional<Amount> read_timestamp(const DurationWords& words, size_t i) {
  const auto has_field = [&words](size_t colon) {
    return words.is_symbol(colon, ':') && words.is_number(colon + 1) && words.tokens().folded(colon + 1).size() == 2 &&
           words.tokens()[colon + 1].thousandths < 60 * kOne;
  };
  if (!words.is_number(i) || !has_field(i + 1)) return {};
  const Tokens& tokens = words.tokens();
  const bool has_hour_unit = words.is(i + 3, DurationWord::kUnit) && is_hour(unit_of(words, i + 3));
  if (!has_field(i + 3) && !has_hour_unit) return {};
  Amount amount;
  amount.count = tokens[i].thousandths;
  amount.unit = DurationUnit::kHour;
  amount.minutes = times(amount.count, kMinutesPerHour) + tokens[i + 2].thousandths;
  amount.has_minute_word = true;
  amount.end = i + 4;
  if (has_hour_unit) return amount;
  amount.minutes += tokens[i + 4].thousandths / 60;
  amount.end = i + 5;
  return amount;
}

// "30m" is minutes. "12m" may be months, and so may every number that is no multiple of 5: 18, 24, 36.
std::optional<Amount> read_short_minutes(const DurationWords& words, size_t i) {
  const bool is_attached_unit = words.is(i + 1, DurationWord::kShortMinute) && is_attached(words, i + 1);
  if (!words.is_number(i) || !is_attached_unit) return {};
  const int64_t count = words.tokens()[i].thousandths;
  if (count <= 12 * kOne || count % (5 * kOne) != 0) return {};
  Amount amount;
  amount.count = amount.minutes = std::min(count, kMaxCount);
  amount.is_spelled = false;
  amount.end = i + 2;
  return amount;
}

// "two and a half days": the token after it, or 0. "half days" is one unit in the table.
size_t end_of_half_days(const DurationWords& words, const Number& number) {
  if (!words.is(number.end, DurationWord::kAnd)) return 0;
  size_t half = number.end + 1;
  if (words.is(half, DurationWord::kArticle)) ++half;
  return words.is_unit(half, DurationUnit::kHalfDay) ? words.end(half) : 0;
}

std::optional<Amount> read_amount(const DurationWords& words, size_t i, const DurationConvention& convention) {
  if (const auto iso = read_iso_duration(words, i, convention)) return amount_of(*iso);
  if (const auto timestamp = read_timestamp(words, i)) return timestamp;
  if (words.is_unit(i, DurationUnit::kHalfDay))  // "matinée", "demi-journée" without a number
    return amount_of(words, {kOne, i}, i, convention);
  auto number = read_number(words, i);
  if (const size_t end = number ? end_of_half_days(words, *number) : 0) {
    number->thousandths += kOne / 2;
    Amount days = amount_of(words, *number, end - 1, convention);
    days.unit = DurationUnit::kDay;
    days.minutes = times(number->thousandths, convention.minutes_per_day);
    days.is_convention = true;
    days.end = end;
    return days;
  }
  if (!number) return {};
  if (const size_t unit = unit_after(words, number->end); unit != kNowhere) {
    Amount amount = amount_of(words, *number, unit, convention);
    complete(words, amount, convention);
    return amount;
  }
  if (const auto minutes = read_short_minutes(words, i)) return minutes;
  const size_t unit = unit_after_sum(words, number->end);
  if (unit == kNowhere) return {};
  Amount amount = amount_of(words, *number, unit, convention);  // the next numbers are amounts of their own
  amount.has_no_end = false;
  amount.end = number->end;
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

bool fills_days(int64_t hours_minutes, int64_t days) {
  constexpr int64_t kFewestHours = 5;
  constexpr int64_t kMostHours = 10;
  const int64_t per_thousand_days = kMinutesPerHour * days;
  return days > 0 && hours_minutes >= kFewestHours * per_thousand_days &&
         hours_minutes <= kMostHours * per_thousand_days;
}

int64_t days_of(int64_t count, DurationUnit unit) { return unit == DurationUnit::kHalfDay ? count / 2 : count; }

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
