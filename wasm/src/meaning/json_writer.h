// SPDX-License-Identifier: MIT
// Writes JSON (RFC 8259), compact, in UTF-8: the catalogue, without a library that visitors would download.
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

class JsonWriter {
 public:
  // Opens an object or an array, as a value.
  JsonWriter& open(char bracket) {
    separate();
    text_ += bracket;
    is_first_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    text_ += bracket;
    is_first_ = false;
    return *this;
  }
  // The name of the next value.
  JsonWriter& name(std::string_view name) {
    string(name);
    text_ += ':';
    is_first_ = true;
    return *this;
  }
  // Ill-formed bytes become U+FFFD.
  JsonWriter& string(std::string_view value);
  JsonWriter& number(int32_t value) { return literal(std::to_string(value)); }
  // A value as it is written: `true`.
  JsonWriter& literal(std::string_view value) {
    separate();
    text_ += value;
    return *this;
  }

  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
  }

  std::string text_;
  bool is_first_ = true;
};

}  // namespace catalogue
