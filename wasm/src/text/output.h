// SPDX-License-Identifier: MIT
// A growing buffer of UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/arena.h"
#include "memory/column.h"

namespace catalogue {

class Output {
 public:
  Output& write(const std::string_view& text) {
    bytes_.append(text.data(), text.size());
    return *this;
  }
  Output& write(char c) {
    bytes_.push_back(c);
    return *this;
  }
  // In decimal digits.
  Output& number(uint32_t number);
  // A Unicode scalar value, as UTF-8.
  Output& code_point(char32_t code_point);

  // Space for `count` more bytes; end_at() keeps those before `end`.
  char* room(size_t count) { return bytes_.room(count); }
  void end_at(const char* end) { bytes_.add(static_cast<size_t>(end - bytes_.end())); }

  bool empty() const { return bytes_.empty(); }
  size_t size() const { return bytes_.size(); }
  void clear() { bytes_.clear(); }
  // Valid until the next write.
  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
  // A copy that lives as long as the arena.
  std::string_view keep(Arena& arena) const { return arena.keep(view()); }

 private:
  Column<char> bytes_;
};

// A copy of `text` with U+FFFD in place of each ill-formed byte.
std::string_view repair_utf8(const std::string_view& text, Arena& arena);

}  // namespace catalogue
