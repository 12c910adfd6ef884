// SPDX-License-Identifier: MIT
// Numbers of a duration, in digits and in words.
#include "meaning/duration_quantity.h"

namespace catalogue {
namespace {

bool is_whole(const Token& token) { return token.thousandths % kOne == 0 && !token.is_fraction; }

// "1 200": a space or thin space between thousands.
bool is_thousands_group(const DurationWords& words, size_t i) {
  if (!words.is_number(i) || !words.is_number(i + 1)) return false;
  const Tokens& tokens = words.tokens();
  return tokens.folded(i).size() <= 3 && tokens.folded(i + 1).size() == 3 && is_whole(tokens[i]) &&
         is_whole(tokens[i + 1]) && words.is(i + 2, DurationWord::kUnit);
}

// "1/2", "1/4", "3/4", unless another "/" follows: less than one, so not a list of choices.
std::optional<Number> read_written_fraction(const DurationWords& words, size_t i) {
  if (!words.is_symbol(i + 1, '/') || !words.is_number(i + 2) || words.is_symbol(i + 3, '/')) return {};
  const int64_t top = words.tokens()[i].thousandths;
  const int64_t bottom = words.tokens()[i + 2].thousandths;
  if (top == kOne && (bottom == 2 * kOne || bottom == 4 * kOne)) return Number{kOne * kOne / bottom, i + 3};
  if (top == 3 * kOne && bottom == 4 * kOne) return Number{750, i + 3};
  return {};
}

// The token after the words that link a part to its unit: "quart d'heure", "half an hour".
size_t skip_links(const DurationWords& words, size_t i) {
  for (int steps = 0; steps < 4; ++steps) {
    const DurationWord kind = words.kind(i);
    const bool is_link = kind == DurationWord::kFrom || kind == DurationWord::kArticle ||
                         kind == DurationWord::kArticleOrYear || words.is_symbol(i, '\'') || words.is_symbol(i, '-');
    if (!is_link) return i;
    ++i;
  }
  return i;
}

// "3/4 d'heure": moves the end to the unit, when one follows.
Number before_unit(const DurationWords& words, Number number) {
  const size_t unit = skip_links(words, number.end);
  if (words.is(unit, DurationWord::kUnit)) number.end = unit;
  return number;
}

Number read_digits(const DurationWords& words, size_t i) {
  if (const auto fraction = read_written_fraction(words, i)) return before_unit(words, *fraction);
  const Token& token = words.tokens()[i];
  if (token.is_fraction) return before_unit(words, {token.thousandths, i + 1});  // "¾ d'heure"
  if (is_thousands_group(words, i)) return {token.thousandths * kOne + words.tokens()[i + 1].thousandths, i + 2};
  if (words.is_number(i + 1) && words.tokens()[i + 1].is_fraction && is_whole(token))  // "1 ½"
    return {token.thousandths + words.tokens()[i + 1].thousandths, i + 2};
  // "3 1/2 hours"; "3 1/2 journées" are three half-days to some.
  const auto fraction = words.is_number(i + 1) ? read_written_fraction(words, i + 1) : std::nullopt;
  const bool is_of_hours = fraction && (words.is_unit(fraction->end, DurationUnit::kHour) ||
                                        words.is_unit(fraction->end, DurationUnit::kClocklessHour));
  if (is_of_hours) return {token.thousandths + fraction->thousandths, fraction->end};
  return {token.thousandths, i + 1};
}

// "vingt-cinq", "vingt et un", "twenty-five", "cent vingt": each word is smaller than the one before.
Number read_number_words(const DurationWords& words, size_t i) {
  Number number{words.value(i), words.end(i)};
  int64_t room = number.thousandths % (10 * kOne) == 0 ? number.thousandths : 0;
  for (size_t next = number.end; room >= 20 * kOne; next = number.end) {
    if (words.is_symbol(next, '-') || words.is(next, DurationWord::kAnd)) ++next;
    const int64_t limit = room == 100 * kOne ? room : 20 * kOne;
    if (!words.is(next, DurationWord::kNumber) || words.value(next) >= limit || words.value(next) == 0) break;
    room = words.value(next);
    number.thousandths += room;
    number.end = words.end(next);
  }
  return number;
}

// What may follow a whole number: "demi-heure", "quarts d'heure", "dizaine de minutes", "couple of hours".
Number with_part(const DurationWords& words, Number number) {
  size_t i = number.end;
  if (words.is_symbol(i, '-')) ++i;
  const bool is_tens = words.is(i, DurationWord::kTens);
  if (!is_tens && !words.is(i, DurationWord::kPart)) return number;
  const size_t unit = skip_links(words, words.end(i));
  if (!words.is(unit, DurationWord::kUnit)) return number;
  return {number.thousandths * words.value(i) / kOne, unit, is_tens};
}

// "one and a half hours", "2 et demi jours"
Number with_added_part(const DurationWords& words, Number number) {
  size_t i = number.end;
  if (!words.is(i, DurationWord::kAnd)) return number;
  i = skip_links(words, i + 1);
  if (!words.is(i, DurationWord::kPart) || !words.is(words.end(i), DurationWord::kUnit)) return number;
  return {number.thousandths + words.value(i), words.end(i), number.is_approx};
}

// "1,200": three digits after the comma, and no zero first.
bool has_comma_before_three_digits(const DurationWords& words, size_t i) {
  const Token& token = words.tokens()[i];
  const std::string_view digits = words.tokens().folded(i);
  const bool has_three_decimals = digits.size() > 4 && digits[digits.size() - 4] == '.';
  return has_three_decimals && digits[0] != '0' && token.end - token.begin == digits.size() &&
         words.tokens().source()[token.end - 4] == ',';
}

// "1,200 hours" is over a thousand in English; "1,200 heures" may be a little over one.
std::optional<Number> read_comma_thousands(const DurationWords& words, size_t i) {
  if (!words.is_unit(i + 1, DurationUnit::kClocklessHour)) return {};
  return Number{words.tokens()[i].thousandths * kOne, i + 1};
}

}  // namespace

std::optional<Number> read_number(const DurationWords& words, size_t i) {
  if (words.is_number(i) && has_comma_before_three_digits(words, i)) return read_comma_thousands(words, i);
  if (words.is_number(i)) return with_added_part(words, with_part(words, read_digits(words, i)));
  const DurationWord kind = words.kind(i);
  if (kind == DurationWord::kNumber) return with_added_part(words, with_part(words, read_number_words(words, i)));
  const bool is_article = kind == DurationWord::kArticle || kind == DurationWord::kArticleOrYear;
  if (is_article) {  // "an hour", "a half-day"; French "à" never stands right before a unit
    const Number one{kOne, i + 1};
    if (words.is(i + 1, DurationWord::kUnit)) return one;
    const Number part = with_part(words, one);
    if (part.end > i + 1) return part;
  }
  if (kind == DurationWord::kPart || kind == DurationWord::kTens) {  // "demi-heure", "half an hour"
    const Number part = with_part(words, {kOne, i});
    if (part.end > i) return part;
  }
  return {};
}

}  // namespace catalogue
