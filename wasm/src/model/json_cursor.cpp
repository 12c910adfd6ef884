// SPDX-License-Identifier: MIT
// Strings and numbers of JSON, read in place.
#include "model/json_cursor.h"

#include <cstring>

#include "catalogue/limits.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

constexpr uint64_t kOnes = 0x0101010101010101;
constexpr uint64_t kHighBits = 0x8080808080808080;

// Whether none of eight bytes ends a plain run: a quote, a backslash, a control, a non-ASCII byte.
bool is_plain(uint64_t bytes) {
  const uint64_t quote = bytes ^ (kOnes * '"');
  const uint64_t backslash = bytes ^ (kOnes * '\\');
  const uint64_t stops = ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) |
                         (bytes - kOnes * 0x20) | bytes;
  return (stops & kHighBits) == 0;
}

const char* skip_plain(const char* at, const char* end) {
  uint64_t bytes;
  while (end - at >= 8) {
    std::memcpy(&bytes, at, 8);
    if (!is_plain(bytes)) break;
    at += 8;
  }
  while (at < end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at - 0x20) < 0x60) {
    ++at;
  }
  return at;
}

// Four hexadecimal digits, or -1.
int32_t read_hex(const char* at, const char* end) {
  if (end - at < 4) return -1;
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
  const size_t found = kLetters.find(letter);
  return found == std::string_view::npos ? '\0' : kMeanings[found];
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void JsonCursor::skip_space() {
  while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
}

bool JsonCursor::take(char expected) {
  skip_space();
  if (at_ == end_ || *at_ != expected) return false;
  ++at_;
  return true;
}

bool JsonCursor::take_string() { return take('"') && read_string(); }

// Reads the escape after the backslash at `from`, writes what it means at `to` and moves it.
// Gives the byte after the escape, or null.
char* JsonCursor::read_escape(char* from, char*& to) {
  if (end_ - from < 2) return nullptr;
  if (from[1] != 'u') {
    *to = simple_escape(from[1]);
    return *to++ ? from + 2 : nullptr;
  }
  const int32_t unit = read_hex(from + 2, end_);
  if (unit < 0) return nullptr;
  char* after = from + 6;
  char32_t code_point = static_cast<char32_t>(unit);
  if (is_high_surrogate(unit) && end_ - after >= 6 && after[0] == '\\' && after[1] == 'u') {
    const int32_t low = read_hex(after + 2, end_);
    if (is_low_surrogate(low)) {
      code_point = 0x10000u + ((code_point - 0xD800u) << 10) + (static_cast<char32_t>(low) - 0xDC00u);
      after += 6;
    }
  }
  if (code_point == 0 || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  to = put_utf8(to, code_point);
  return after;
}

bool JsonCursor::read_string() {
  char* const first = at_;
  char* to = at_;
  while (true) {
    const char* stop = skip_plain(at_, end_);
    const size_t run = static_cast<size_t>(stop - at_);
    if (to != at_) std::memmove(to, at_, run);
    to += run;
    at_ += run;
    if (at_ == end_) return fail("invalid-json");
    if (*at_ == '"') break;
    if (*at_ == '\\') {
      char* after = read_escape(at_, to);
      if (!after) return fail("invalid-json");
      at_ = after;
      continue;
    }
    if (static_cast<unsigned char>(*at_) < 0x20) return fail("invalid-json");
    size_t length = 0;
    const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
    if (next_code_point(rest, length) == kNoCodePoint) return fail("invalid-utf8");
    std::memmove(to, at_, length);
    to += length;
    at_ += length;
  }
  if (at_ - first > static_cast<std::ptrdiff_t>(kMaxStringBytes)) return fail("string-too-long");
  ++at_;
  string_ = {first, static_cast<size_t>(to - first)};
  return true;
}

// The grammar of RFC 8259: -? (0|[1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)?
bool JsonCursor::take_number() {
  const bool is_negative = *at_ == '-';
  if (is_negative) ++at_;
  const char* const digits = at_;
  int64_t value = 0;
  while (at_ < end_ && is_digit(*at_)) {
    if (value < INT64_MAX / 16) value = value * 10 + (*at_ - '0');
    ++at_;
  }
  if (at_ == digits || (*digits == '0' && at_ - digits > 1)) return fail("invalid-json");
  bool is_small = at_ - digits <= 15;
  if (at_ < end_ && *at_ == '.') {
    const char* const fraction = ++at_;
    while (at_ < end_ && is_digit(*at_)) is_small &= *at_++ == '0';
    if (at_ == fraction) return fail("invalid-json");
  }
  if (at_ < end_ && (*at_ | 0x20) == 'e') {
    is_small = false;
    ++at_;
    if (at_ < end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    const char* const exponent = at_;
    while (at_ < end_ && is_digit(*at_)) ++at_;
    if (at_ == exponent) return fail("invalid-json");
  }
  number_ = !is_small ? kNotSmallInteger : is_negative ? -value : value;
  return true;
}

}  // namespace catalogue
