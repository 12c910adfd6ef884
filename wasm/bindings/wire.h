// SPDX-License-Identifier: MIT
// Messages to JavaScript: an array of numbers and a text. web/core/wire.ts reads them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "memory/column.h"
#include "text/output.h"

namespace catalogue {

// The array starts with its own length, the address of the text and its size in bytes. A string is its size in bytes,
// in the array, and its UTF-8, in the text.
class Wire {
 public:
  void number(uint32_t number) { numbers_.push_back(number); }
  void numbers(std::span<const uint32_t> numbers) { numbers_.append(numbers.data(), numbers.size()); }
  void string(const std::string_view& string) {
    number(static_cast<uint32_t>(string.size()));
    text_.write(string);
  }
  // A long text, not copied: its address and its size in bytes. It outlives the message.
  void view(const std::string_view& text);

  // Starts a new message, and discards the previous one.
  void start();
  // The finished array. JavaScript reads it before the next start().
  const uint32_t* finish();

 private:
  Column<uint32_t> numbers_;
  Output text_;
};

}  // namespace catalogue
