// SPDX-License-Identifier: MIT
// Values of JSON, read in place.
#include "model/json_cursor.h"

#include <bit>
#include <cstring>

#include "catalogue/limits.h"
#include "text/names.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

static_assert(std::endian::native == std::endian::little, "eight bytes are looked at as one number");

constexpr uint64_t kOnes = 0x0101010101010101;
constexpr uint64_t kHighBits = 0x8080808080808080;

// Which of eight bytes end a plain run: a quote, a backslash, a control. Their high bits; exact up to
// the first of them.
uint64_t stops_among(uint64_t bytes) {
  const uint64_t quote = bytes ^ (kOnes * '"');
  const uint64_t backslash = bytes ^ (kOnes * '\\');
  const uint64_t stops = ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) |
                         ((bytes - kOnes * 0x20) & ~bytes);
  return stops & kHighBits;
}

// Passes what needs no look at single bytes; stops at the latest in the padding.
char* skip_plain(char* at) {
  while (true) {
    uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const uint64_t stops = stops_among(bytes);
    if (((stops | bytes) & kHighBits) == 0) {
      at += sizeof bytes;
      continue;
    }
    const size_t plain = stops ? 0 : plain_bytes(bytes);
    at += plain;
    if (plain == 0) return at + __builtin_ctzll(stops | (bytes & kHighBits)) / 8;
  }
}

// Whether a character of two bytes, as most accented letters are, begins at `at`.
bool is_two_byte(const char* at) {
  return static_cast<unsigned char>(*at - 0xC2) < 0x1E && (at[1] & 0xC0) == 0x80;
}

// Moves the bytes from `run` to `end` down to `to`. Gives what follows them there.
char* move_run(char* to, const char* run, const char* end) {
  const auto size = static_cast<size_t>(end - run);
  if (to != run) std::memmove(to, run, size);
  return to + size;
}

// Four hexadecimal digits, or -1.
int32_t read_hex(const char* at) {
  int32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    const unsigned char c = static_cast<unsigned char>(at[i]);
    const unsigned char letter = (c | 0x20) - 'a';
    if (static_cast<unsigned char>(c - '0') > 9 && letter > 5) return -1;
    value = value * 16 + (letter <= 5 ? letter + 10 : c - '0');
  }
  return value;
}

bool is_high_surrogate(int32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(int32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// What a one-letter escape stands for, or 0.
char simple_escape(char letter) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const size_t found = index_of(kLetters, letter);
  return found == kLetters.size() ? '\0' : kMeanings[found];
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// Reads the escape after the backslash at `from`, writes what it means at `to` and moves it.
// Gives the byte after the escape, or null.
char* JsonCursor::read_escape(char* from, char*& to) {
  if (from[1] != 'u') {
    *to = simple_escape(from[1]);
    return *to++ ? from + 2 : nullptr;
  }
  const int32_t unit = read_hex(from + 2);
  if (unit < 0) return nullptr;
  char* after = from + 6;
  char32_t code_point = static_cast<char32_t>(unit);
  if (is_high_surrogate(unit) && after[0] == '\\' && after[1] == 'u') {
    const int32_t low = read_hex(after + 2);
    if (is_low_surrogate(low)) {
      code_point = 0x10000u + ((code_point - 0xD800u) << 10) + (static_cast<char32_t>(low) - 0xDC00u);
      after += 6;
    }
  }
  if (code_point == 0 || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  to = put_utf8(to, code_point);
  return after;
}

// Reads the rest of a string whose first quote was passed.
bool JsonCursor::read_string(std::string_view& string) {
  char* const first = at_;
  char* at = first;
  char* run = first;  // what follows the last escape: it moves down when the next one comes
  char* to = first;
  while (true) {
    at = skip_plain(at);
    if (*at == '"') break;
    if (is_two_byte(at)) {
      at += 2;
    } else if (*at == '\\') {
      to = move_run(to, run, at);
      run = read_escape(at, to);
      if (!run) return fail("invalid-json", at);
      at = run;
    } else if (static_cast<unsigned char>(*at) < 0x20) {
      return fail("invalid-json", at);
    } else {
      size_t length = 0;
      const std::string_view rest(at, static_cast<size_t>(end_ - at));
      if (next_code_point(rest, length) == kNoCodePoint) return fail("invalid-utf8", at);
      at += length;
    }
  }
  if (at - first > static_cast<std::ptrdiff_t>(kMaxStringBytes)) return fail("string-too-long", at);
  to = move_run(to, run, at);
  at_ = at + 1;
  string = {first, static_cast<size_t>(to - first)};
  return true;
}

// The grammar of RFC 8259: -? (0|[1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)?
bool JsonCursor::take_number(int64_t& number) {
  skip_space();
  const bool is_negative = *at_ == '-';
  if (!is_negative && !is_digit(*at_)) return false;
  if (is_negative) ++at_;
  const char* const digits = at_;
  int64_t value = 0;
  while (is_digit(*at_)) {
    if (value < INT64_MAX / 16) value = value * 10 + (*at_ - '0');
    ++at_;
  }
  if (at_ == digits || (*digits == '0' && at_ - digits > 1)) return fail("invalid-json", at_);
  bool is_small = at_ - digits <= 15;
  if (*at_ == '.') {
    const char* const fraction = ++at_;
    while (is_digit(*at_)) is_small &= *at_++ == '0';
    if (at_ == fraction) return fail("invalid-json", at_);
  }
  if ((*at_ | 0x20) == 'e') {
    is_small = false;
    ++at_;
    if ((*at_ == '+' || *at_ == '-')) ++at_;
    const char* const exponent = at_;
    while (is_digit(*at_)) ++at_;
    if (at_ == exponent) return fail("invalid-json", at_);
  }
  number = !is_small ? kNotSmallInteger : is_negative ? -value : value;
  return true;
}

bool JsonCursor::skip_value(uint32_t depth) {
  skip_space();
  std::string_view string;
  int64_t number;
  if (*at_ == '"') return take_string(string);
  if (*at_ == '{' || *at_ == '[') return skip_nested(depth);
  return take_number(number) || (fault_.empty() && (skip("true") || skip("false") || skip("null")));
}

bool JsonCursor::skip_nested(uint32_t depth) {
  if (depth == 0) return fail("too-deep", at_);
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
