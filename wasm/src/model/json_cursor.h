// SPDX-License-Identifier: MIT
// The bytes of a catalogue on their way to nlohmann's parser: strings and numbers are read here,
// in place, and the parser, which checks the grammar, is handed "" and 0 in their stead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
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
  // Moves past `words` if these bytes come next.
  bool skip(std::string_view words) {
    if (!std::string_view(at_, static_cast<size_t>(end_ - at_)).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  // Reads a string that begins at the next character.
  bool take_string();
  // Steps back before the character that a parser read to see the end of a number.
  void step_back() { --at_; }

  // What the parser is fed: one character, or -1 at the end and after a fault.
  int next_for_parser();

 private:
  bool read_string();
  char* read_escape(char* from, char*& to);
  bool read_number();
  bool fail(std::string_view fault) {
    fault_ = fault;
    return false;
  }

  char* begin_;
  char* at_;
  char* end_;
  bool owes_quote_ = false;
  std::string_view string_;
  int64_t number_ = kNotSmallInteger;
  std::string_view fault_;
};

// The iterator that nlohmann's parser walks: every copy looks through the same cursor. It reads
// one character ahead at construction only when asked for it, so the cursor never runs too far.
class JsonIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  JsonIterator() = default;  // the end
  explicit JsonIterator(JsonCursor& cursor) : cursor_(&cursor) {}

  char operator*() const { return static_cast<char>(current_); }
  JsonIterator& operator++() { return *this; }
  JsonIterator operator++(int) { return *this; }
  // Asked once before each character: the moment to read it.
  bool operator!=(const JsonIterator&) { return (current_ = cursor_->next_for_parser()) >= 0; }
  bool operator==(const JsonIterator& other) { return !(*this != other); }

 private:
  JsonCursor* cursor_ = nullptr;
  int current_ = -1;
};

}  // namespace catalogue
