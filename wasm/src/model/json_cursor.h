// SPDX-License-Identifier: MIT
// Reads JSON (RFC 8259) in place, value by value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace catalogue {

// Decodes escapes in place: they are never shorter than what they mean. So every string is a view into the bytes.
//
// kPadding zeros follow the bytes. They end every loop, so that none checks for the end.
//
// Rules for strings: UTF-8 must be well formed; U+0000 and surrogates without their other half
// become U+FFFD; control characters must be escaped; at most kMaxStringBytes as written.
// Rules for numbers: all are accepted; one that is no integer of up to nine digits is kNotSmallInteger.
class JsonCursor {
 public:
  static constexpr int32_t kNotSmallInteger = INT32_MIN;
  static constexpr size_t kPadding = 8;

  JsonCursor(char* bytes, size_t size) : begin_(bytes), at_(bytes), end_(bytes + size) {
    std::memset(end_, 0, kPadding);
  }

  size_t position() const { return static_cast<size_t>(at_ - begin_); }
  bool is_at_end() const { return at_ == end_; }

  // The error code of an invalid value, or null ("invalid-utf8", "string-too-long", "invalid-json", kTooDeep).
  static constexpr char kTooDeep[] = "too-deep";
  const char* fault() const { return fault_; }

  void skip_space() {
    // One comparison without a space: most files have none.
    while (static_cast<unsigned char>(*at_) <= ' ' && is_space(*at_)) ++at_;
  }
  // The next byte, or 0 at the end.
  char next() const { return *at_; }
  // Moves past `expected` if it comes next, after spaces.
  bool take(char expected) {
    if (*at_ != expected) skip_space();
    if (*at_ != expected) return false;
    ++at_;
    return true;
  }
  // Moves past `expected` if it comes next.
  bool skip(const char* expected) {
    char* at = at_;
    for (; *expected; ++expected) {
      if (*at++ != *expected) return false;
    }
    at_ = at;
    return true;
  }
  // Moves past the string `expected`, written without escapes, if it comes next, after spaces. Returns the end of
  // `expected`, or null.
  const char* skip_string(const char* expected) {
    skip_space();
    char* at = at_;
    if (*at != '"') return nullptr;
    for (; *expected; ++expected) {
      if (*++at != *expected) return nullptr;
    }
    if (at[1] != '"') return nullptr;
    at_ = at + 2;
    return expected;
  }
  // Each reads a value of its type, after spaces. False for another type; also, with a fault, when it is ill-formed.
  bool take_string(std::string_view& string) { return take('"') && read_string(string); }
  bool take_number(int32_t& number);
  bool take_null() {
    skip_space();
    return *at_ == 'n' && skip("null");
  }
  // Skips a value of any type, with at most `depth` nested arrays and objects.
  bool skip_value(uint32_t depth);

 private:
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
  bool read_string(std::string_view& string);
  bool skip_nested(uint32_t depth);
  bool skip_digits(bool& are_zeroes);
  // Moves to the invalid byte.
  bool fail(const char* fault, char* at) {
    fault_ = fault;
    at_ = at;
    return false;
  }

  char* begin_;
  char* at_;
  char* end_;
  const char* fault_ = nullptr;
};

}  // namespace catalogue
