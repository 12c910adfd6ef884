// SPDX-License-Identifier: MIT
// Reads numbers as JSON writes them, without the C library's 128-bit arithmetic and locales.
//
// Every function takes text that the JSON lexer has already found well-formed, and ends at the first
// character that does not belong to the number.
#pragma once

#include <cstdint>

namespace catalogue::small {

// What a conversion gives: `end` points past the number; `fits` is false when it was cut to the
// nearest value of the type.
template <typename Number>
struct Reading {
  Number value = 0;
  const char* end = nullptr;
  bool fits = true;
};

constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }

// Decimal digits only.
inline Reading<uint64_t> read_unsigned(const char* text) {
  Reading<uint64_t> reading;
  for (; is_digit(*text); ++text) {
    const uint64_t digit = static_cast<uint64_t>(*text - '0');
    if (reading.value > (UINT64_MAX - digit) / 10) {
      reading.value = UINT64_MAX;
      reading.fits = false;
    } else if (reading.fits) {
      reading.value = reading.value * 10 + digit;
    }
  }
  reading.end = text;
  return reading;
}

// A leading '-' or none, then digits.
inline Reading<int64_t> read_signed(const char* text) {
  const bool is_negative = *text == '-';
  const Reading<uint64_t> size = read_unsigned(text + is_negative);
  const uint64_t limit = static_cast<uint64_t>(INT64_MAX) + is_negative;
  const bool fits = size.fits && size.value <= limit;
  const uint64_t value = fits ? size.value : limit;
  return {static_cast<int64_t>(is_negative ? ~value + 1 : value), size.end, fits};
}

// value * 10^exponent. The exponent is small or the result is 0 or infinite.
inline double scale_by_ten(double value, int32_t exponent) {
  const bool is_negative = exponent < 0;
  double power = 10;
  for (uint32_t rest = static_cast<uint32_t>(is_negative ? -exponent : exponent); rest; rest >>= 1) {
    if (rest & 1) value = is_negative ? value / power : value * power;
    power *= power;
  }
  return value;
}

// A JSON number. Within a few units in the last place of the nearest double; a catalogue's numbers
// are whole minutes, so fractions are only met in members that the core ignores.
inline Reading<double> read_double(const char* text) {
  constexpr int32_t kLargestExponent = 100000;
  const bool is_negative = *text == '-';
  text += is_negative;
  double value = 0;
  int32_t exponent = 0;
  for (; is_digit(*text); ++text) value = value * 10 + (*text - '0');
  if (*text == '.') {
    for (++text; is_digit(*text); ++text, --exponent) value = value * 10 + (*text - '0');
  }
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool shrinks = *text == '-';
    if (shrinks || *text == '+') ++text;
    int32_t written = 0;
    for (; is_digit(*text); ++text) {
      if (written < kLargestExponent) written = written * 10 + (*text - '0');
    }
    exponent += shrinks ? -written : written;
  }
  if (value != 0) value = scale_by_ten(value, exponent);
  return {is_negative ? -value : value, text, true};
}

}  // namespace catalogue::small
