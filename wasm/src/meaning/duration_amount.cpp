// SPDX-License-Identifier: MIT
// One amount of time: a number, its unit, and what follows them.
#include "meaning/duration_amount.h"

#include <algorithm>

namespace catalogue {
namespace {

constexpr int64_t kMinutesPerHour = 60;
constexpr int64_t kMaxThousandthsOfMinutes = int64_t{100'000'000} * kOne;
constexpr int64_t kMaxCount = 10'000'000 * kOne;

bool is_hour(DurationUnit unit) { return unit == DurationUnit::kHour || unit == DurationUnit::kClocklessHour; }

// Larger units rank higher: "2 h 30 min" descends, "30 min 2 h" does not.
int rank(DurationUnit unit) {
  return unit == DurationUnit::kClocklessHour ? static_cast<int>(DurationUnit::kHour) : static_cast<int>(unit);
}

int64_t times(int64_t count, int64_t unit_minutes) {
  return std::min(kMaxThousandthsOfMinutes, std::min(count, kMaxCount) * unit_minutes);
}

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

// "2 h ½", "2 jours 1/2"
void add_fraction(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  const auto number = read_number(words, amount.end);
  const bool is_fraction = number && number->thousandths < kOne && number->thousandths > 0 &&
                           (words.tokens()[amount.end].is_fraction || words.is_symbol(amount.end + 1, '/'));
  if (!is_fraction || unit_after(words, number->end) != kNowhere) return;
  amount.minutes += minutes_of(number->thousandths, amount.unit, convention);
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
  amount.minutes += minutes_of(words.value(part), amount.unit, convention);
  amount.count += words.value(part);
  amount.end = words.end(part);
  return true;
}

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

}  // namespace

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

void complete(const DurationWords& words, Amount& amount, const DurationConvention& convention) {
  add_bare_minutes(words, amount);
  add_fraction(words, amount, convention);
  if (add_part(words, amount, convention)) return;
  for (int i = 0; i < 3 && add_smaller(words, amount, convention); ++i) continue;
}

std::optional<Amount> read_amount(const DurationWords& words, size_t i, const DurationConvention& convention) {
  if (const auto iso = read_iso_duration(words, i, convention)) return iso;
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

bool is_rate_sign(const DurationWords& words, size_t i) {
  return words.is_symbol(i, '/') || words.is(i, DurationWord::kPer) || words.is(i, DurationWord::kPerWeek) ||
         words.is(i, DurationWord::kPerDay) || words.is(i, DurationWord::kPerMonth);
}

}  // namespace catalogue
