// SPDX-License-Identifier: MIT
// Stands in for functions of the C library that the visitors' module links and never needs.
//
// nlohmann's lexer refers to number conversions and to printf. Here it is fed 0 for every number
// (see json_cursor.h) and its messages are not shown: Error codes are. The real functions would
// bring printf and 128-bit floats, a fifth of the module.
#include <cstdarg>
#include <cstddef>
#include <cstring>

extern "C" {

int snprintf(char* out, size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}

// Every conversion is defined, used or not: the library keeps them in two files, and one that is
// missing here would bring its file, which defines the others a second time.
#define CATALOGUE_NO_INTEGER(type, name)                    \
  type name(const char* text, char** end, int) {            \
    *end = const_cast<char*>(text) + std::strlen(text);     \
    return 0;                                               \
  }
CATALOGUE_NO_INTEGER(long, strtol)
CATALOGUE_NO_INTEGER(long long, strtoll)
CATALOGUE_NO_INTEGER(unsigned long, strtoul)
CATALOGUE_NO_INTEGER(unsigned long long, strtoull)

#define CATALOGUE_NO_FLOAT(type, name)                      \
  type name(const char* text, char** end) {                 \
    *end = const_cast<char*>(text) + std::strlen(text);     \
    return 0;                                               \
  }
CATALOGUE_NO_FLOAT(float, strtof)
CATALOGUE_NO_FLOAT(double, strtod)
CATALOGUE_NO_FLOAT(long double, strtold)

}  // extern "C"
