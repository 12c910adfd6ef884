// SPDX-License-Identifier: MIT
// The bytes of a catalogue as they are read: JSON of RFC 8259, value by value, in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace catalogue {

// Reads JSON bytes that it may change: an escape is decoded where it stands, for it is never
// shorter than what it means. So a string is a view into the bytes, whatever is in it.
//
// The bytes are followed by kPadding more that are the cursor's own: zeroes there end whatever runs
// on, so that no step asks where the end is.
//
// Rules for strings: UTF-8 must be well formed; U+0000 and surrogates without their other half
// become U+FFFD; control characters must be escaped; at most kMaxStringBytes as written.
// Rules for numbers: any size is read; what is no integer of up to nine digits is kNotSmallInteger.
class JsonCursor {
 public:
  static constexpr int32_t kNotSmallInteger = INT32_MIN;
  static constexpr size_t kPadding = 8;

  JsonCursor(char* bytes, size_t size) : begin_(bytes), at_(bytes), end_(bytes + size) {
    std::memset(end_, 0, kPadding);
  }

  size_t position() const { return static_cast<size_t>(at_ - begin_); }
  bool is_at_end() const { return at_ == end_; }

  // Code of what made a value unreadable, or null ("invalid-utf8", "string-too-long", "invalid-json", kTooDeep).
  static constexpr char kTooDeep[] = "too-deep";
  const char* fault() const { return fault_; }

  void skip_space() {
    // One comparison where there is no space: most files have none.
    while (static_cast<unsigned char>(*at_) <= ' ' && is_space(*at_)) ++at_;
  }
  // The next byte, or 0 at the end.
  char next() const { return *at_; }
  // Moves past `expected` if it comes next, spaces set aside.
  bool take(char expected) {
    if (*at_ != expected) skip_space();
    if (*at_ != expected) return false;
    ++at_;
    return true;
  }
  // Moves past `words` if these come next.
  bool skip(const char* words) {
    char* at = at_;
    for (; *words; ++words) {
      if (*at++ != *words) return false;
    }
    at_ = at;
    return true;
  }
  // Moves past a string of `words`, written without escapes, if it comes next, spaces set aside. Gives the end of
  // `words`, or null.
  const char* skip_string(const char* words) {
    skip_space();
    char* at = at_;
    if (*at != '"') return nullptr;
    for (; *words; ++words) {
      if (*++at != *words) return nullptr;
    }
    if (at[1] != '"') return nullptr;
    at_ = at + 2;
    return words;
  }
  // Each reads a value that comes next, spaces set aside. False when another one comes, or when it is
  // not well formed: then there is a fault.
  bool take_string(std::string_view& string) { return take('"') && read_string(string); }
  bool take_number(int32_t& number);
  bool take_null() {
    skip_space();
    return *at_ == 'n' && skip("null");
  }
  // Passes a value of any kind that nests at most `depth` arrays and objects.
  bool skip_value(uint32_t depth);

 private:
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
  bool read_string(std::string_view& string);
  bool skip_nested(uint32_t depth);
  bool skip_digits(bool& are_zeroes);
  // The cursor stays at the byte at fault.
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
