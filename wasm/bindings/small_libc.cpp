// SPDX-License-Identifier: MIT
// Stands in for the C library functions that the JSON lexer calls, in the module that visitors
// download: the library's own bring printf and 128-bit floats, a fifth of that module (docs/size.md).
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <limits>

#include "small_numbers.h"

namespace {

template <typename Number, typename Read>
Number convert(const char* text, char** end, Read read) {
  const auto reading = read(text);
  if (!reading.fits) errno = ERANGE;
  if (end) *end = const_cast<char*>(reading.end);
  return static_cast<Number>(reading.value);
}

// Cuts a wide whole number to a 32-bit `long`, as the C library does.
template <typename Narrow, typename Wide>
Narrow narrow(Wide value) {
  const Wide cut = std::clamp<Wide>(value, std::numeric_limits<Narrow>::min(), std::numeric_limits<Narrow>::max());
  if (cut != value) errno = ERANGE;
  return static_cast<Narrow>(cut);
}

}  // namespace

extern "C" {

// Base 10 whatever `base` says: JSON has no other.
unsigned long long strtoull(const char* text, char** end, int /*base*/) {
  return convert<unsigned long long>(text, end, catalogue::small::read_unsigned);
}

long long strtoll(const char* text, char** end, int /*base*/) {
  return convert<long long>(text, end, catalogue::small::read_signed);
}

unsigned long strtoul(const char* text, char** end, int base) { return narrow<unsigned long>(strtoull(text, end, base)); }

long strtol(const char* text, char** end, int base) { return narrow<long>(strtoll(text, end, base)); }

double strtod(const char* text, char** end) { return convert<double>(text, end, catalogue::small::read_double); }

float strtof(const char* text, char** end) { return convert<float>(text, end, catalogue::small::read_double); }

long double strtold(const char* text, char** end) {
  return convert<long double>(text, end, catalogue::small::read_double);
}

// The lexer's one format, "<U+%.4X>", names a control character in an error message. Another is a
// mistake of ours, found by the first test that meets it.
int snprintf(char* out, size_t capacity, const char* format, ...) {
  constexpr int kLength = 8;
  if (format[0] != '<' || format[3] != '%' || capacity <= kLength) abort();
  va_list arguments;
  va_start(arguments, format);
  const unsigned code = va_arg(arguments, unsigned);
  va_end(arguments);
  const char* const prefix = "<U+";
  for (int i = 0; i < 3; ++i) out[i] = prefix[i];
  for (int i = 0; i < 4; ++i) out[3 + i] = "0123456789ABCDEF"[(code >> (12 - 4 * i)) & 15];
  out[7] = '>';
  out[kLength] = '\0';
  return kLength;
}

}  // extern "C"
