// SPDX-License-Identifier: MIT
// Reads days, as editors write them.
#include "meaning/date.h"

#include <array>
#include <charconv>

#include "meaning/phrase_table.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

enum class DateWord : uint8_t { kMonth, kSkipped };

#include "date_phrases.h"

std::span<const Phrase<DateWord>> date_words() { return phrase_table<kDateWords>(); }

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2099;
constexpr size_t kYearDigits = 4;
constexpr size_t kMaxDigits = 4;

struct Number {
  int value = 0;
  bool is_year = false;
};

// The numbers of a text, in its order, and its month. `is_clear`: nothing else is in it.
struct Fields {
  std::array<Number, 3> numbers;
  size_t count = 0;
  int month = 0;
  bool is_clear = true;

  void add(std::string_view digits) {
    if (count == numbers.size() || digits.size() > kMaxDigits) {
      is_clear = false;
      return;
    }
    Number& number = numbers[count++];
    std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    number.is_year = digits.size() == kYearDigits;
  }
};

// "03.03" is one token, and two numbers.
void add_numbers(std::string_view text, Fields& fields) {
  while (!text.empty()) {
    size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    if (size > 0) fields.add(text.substr(0, size));
    text.remove_prefix(size == 0 ? 1 : size);
  }
}

Fields fields_of(const Tokens& tokens) {
  Fields fields;
  for (size_t i = 0; i < tokens.size() && fields.is_clear;) {
    const auto match = find_phrase(date_words(), tokens, i);
    if (match.phrase) {
      const bool is_month = match.phrase->kind == DateWord::kMonth;
      fields.is_clear = !is_month || fields.month == 0;
      if (is_month) fields.month = match.phrase->value;
      i = match.end;
      continue;
    }
    if (tokens.is(i, TokenKind::kWord)) fields.is_clear = false;
    if (tokens.is(i, TokenKind::kNumber)) add_numbers(tokens.text(i, i + 1), fields);
    ++i;
  }
  return fields;
}

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

// False where the fields are no day.
bool find_day(const Fields& fields, Day& day) {
  const auto& [first, second, third] = fields.numbers;
  if (!fields.is_clear) return false;
  if (fields.month != 0) {
    if (fields.count != 2 || first.is_year == second.is_year) return false;
    day = {first.is_year ? first.value : second.value, fields.month, first.is_year ? second.value : first.value};
    return true;
  }
  if (fields.count != 3 || second.is_year || first.is_year == third.is_year) return false;
  day = first.is_year ? Day{first.value, second.value, third.value} : Day{third.value, second.value, first.value};
  return true;
}

bool exists(const Day& day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day.month < 1 || day.month > 12 || day.day < 1) return false;
  const bool is_leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
  return day.day <= kDays[day.month - 1] + (day.month == 2 && is_leap);
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// "2026-03-03T10:00:00Z" is "2026-03-03": the time of day goes.
std::string_view without_time(std::string_view text) {
  constexpr size_t kIsoSize = 10;
  if (text.size() <= kIsoSize || (text[kIsoSize] != 'T' && text[kIsoSize] != ' ')) return text;
  return text[4] == '-' && text[7] == '-' && is_digit(text[0]) ? text.substr(0, kIsoSize) : text;
}

}  // namespace

DateReading read_date(std::string_view text) {
  Day day;
  if (!find_day(fields_of(Tokens(without_time(text))), day)) return {"", "checked-not-understood"};
  if (!exists(day)) return {"", "checked-impossible"};
  if (day.year < kFirstYear || day.year > kLastYear) return {"", "checked-century"};
  return {std::to_string(day.year) + "-" + two_digits(day.month) + "-" + two_digits(day.day), ""};
}

bool starts_date(const Tokens& tokens, size_t i) {
  if (tokens.is(i, TokenKind::kNumber)) return true;
  const auto match = find_phrase(date_words(), tokens, i);
  return match.phrase && match.phrase->kind == DateWord::kMonth;
}

std::string write_date(std::string_view iso) {
  if (iso.empty() || read_date(iso).iso != iso) return std::string(iso);
  return std::string(iso.substr(8)).append("/").append(iso.substr(5, 2)).append("/").append(iso.substr(0, 4));
}

}  // namespace catalogue
