// SPDX-License-Identifier: MIT
// The bytes of a catalogue as they are read: strings and numbers, in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace catalogue {

// Reads JSON bytes that it may change: an escape is decoded where it stands, for it is never
// shorter than what it means. So a string is a view into the bytes, whatever is in it.
//
// Rules for strings: UTF-8 must be well formed; U+0000 and surrogates without their other half
// become U+FFFD; control characters must be escaped; at most kMaxStringBytes as written.
// Rules for numbers: any size is read; `number` says which value, when it is a small integer.
class JsonCursor {
 public:
  static constexpr int64_t kNotSmallInteger = INT64_MIN;

  JsonCursor(char* bytes, size_t size) : begin_(bytes), at_(bytes), end_(bytes + size) {}

  size_t position() const { return static_cast<size_t>(at_ - begin_); }
  bool is_at_end() const { return at_ == end_; }

  // The last string and number that were read.
  std::string_view string() const { return string_; }
  int64_t number() const { return number_; }

  // Code of what made a string or number unreadable, or "" ("invalid-utf8", "string-too-long",
  // "invalid-json").
  std::string_view fault() const { return fault_; }

  void skip_space();
  // Moves past `expected` if it comes next, spaces set aside.
  bool take(char expected);
  // Whether `expected`, or a number, comes next; no space is skipped.
  bool is_at(char expected) const { return at_ < end_ && *at_ == expected; }
  bool is_at_number() const { return at_ < end_ && (*at_ == '-' || (*at_ >= '0' && *at_ <= '9')); }
  // The next byte, which there is.
  char take_any() { return *at_++; }
  // Moves past `words` if these bytes come next.
  bool skip(std::string_view words) {
    if (!std::string_view(at_, static_cast<size_t>(end_ - at_)).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  // Reads a string, or a number, that begins at the next character, spaces set aside.
  bool take_string();
  bool take_number();

 private:
  bool read_string();
  char* read_escape(char* from, char*& to);
  bool fail(std::string_view fault) {
    fault_ = fault;
    return false;
  }

  char* begin_;
  char* at_;
  char* end_;
  std::string_view string_;
  int64_t number_ = kNotSmallInteger;
  std::string_view fault_;
};

}  // namespace catalogue
