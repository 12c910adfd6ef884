// SPDX-License-Identifier: MIT
// Writes JSON: the commas are its business, the shape its caller's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalogue {

class JsonWriter {
 public:
  JsonWriter& open(char bracket) {
    comma();
    out_ += bracket;
    needs_comma_ = false;
    return *this;
  }
  JsonWriter& close(char bracket) {
    out_ += bracket;
    needs_comma_ = true;
    return *this;
  }
  JsonWriter& key(std::string_view name) {
    string(name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
  }
  // Valid UTF-8.
  JsonWriter& string(std::string_view words);
  JsonWriter& number(uint32_t number);
  JsonWriter& null();

  std::string take() { return std::move(out_); }

 private:
  void comma() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
  }

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace catalogue
