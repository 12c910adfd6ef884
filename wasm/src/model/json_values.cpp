// SPDX-License-Identifier: MIT
// Numbers of JSON, and skipped values.
#include "model/json_cursor.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

constexpr std::ptrdiff_t kSmallDigits = 9;

}  // namespace

// Skips digits, at least one. Clears are_zeroes if one is not 0.
bool JsonCursor::skip_digits(bool& are_zeroes) {
  const char* const first = at_;
  while (is_digit(*at_)) are_zeroes &= *at_++ == '0';
  return at_ != first || fail("invalid-json", at_);
}

// The grammar of RFC 8259: -? (0|[1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)?
bool JsonCursor::take_number(int32_t& number) {
  skip_space();
  const bool is_negative = *at_ == '-';
  if (!is_negative && !is_digit(*at_)) return false;
  if (is_negative) ++at_;
  const char* const digits = at_;
  int32_t value = 0;
  for (; is_digit(*at_); ++at_) {
    if (at_ - digits < kSmallDigits) value = value * 10 + (*at_ - '0');
  }
  if (at_ == digits || (*digits == '0' && at_ - digits > 1)) return fail("invalid-json", at_);
  bool is_small = at_ - digits <= kSmallDigits;
  if (*at_ == '.') {
    ++at_;
    if (!skip_digits(is_small)) return false;
  }
  if (to_lower(*at_) == 'e') {
    is_small = false;
    ++at_;
    if (*at_ == '+' || *at_ == '-') ++at_;
    if (!skip_digits(is_small)) return false;
  }
  number = !is_small ? kNotSmallInteger : is_negative ? -value : value;
  return true;
}

bool JsonCursor::skip_value(uint32_t depth) {
  skip_space();
  std::string_view string;
  int32_t number;
  if (*at_ == '"') return take_string(string);
  if (*at_ == '{' || *at_ == '[') return skip_nested(depth);
  return take_number(number) || (!fault_ && (skip("true") || skip("false") || skip("null")));
}

bool JsonCursor::skip_nested(uint32_t depth) {
  if (depth == 0) return fail(kTooDeep, at_);
  const bool is_object = *at_++ == '{';
  const char end = is_object ? '}' : ']';
  if (take(end)) return true;
  std::string_view name;
  do {
    if (is_object && !(take_string(name) && take(':'))) return false;
    if (!skip_value(depth - 1)) return false;
  } while (take(','));
  return take(end);
}

}  // namespace catalogue
