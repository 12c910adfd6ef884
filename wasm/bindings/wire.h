// SPDX-License-Identifier: MIT
// How an answer crosses to JavaScript: numbers in one array, words in one text. Nothing is parsed
// on either side; web/core/wire.ts reads it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "memory/column.h"
#include "text/output.h"

namespace catalogue {

// The array starts with its own length, and the address and the size of the text. A word is its size among the numbers,
// in bytes, and its bytes (UTF-8) in the text: any character may be in it.
class Wire {
 public:
  void number(uint32_t number) { numbers_.push_back(number); }
  void numbers(std::span<const uint32_t> numbers) { numbers_.append(numbers.data(), numbers.size()); }
  void word(const std::string_view& word) {
    number(static_cast<uint32_t>(word.size()));
    text_.write(word);
  }
  // A long text, left where it lies: its address and its size. It outlives the message.
  void view(const std::string_view& text);

  // Begins a message. The one before is no more.
  void start();
  // The finished array; JavaScript reads it before the next message begins.
  const uint32_t* finish();

 private:
  Column<uint32_t> numbers_;
  Output text_;
};

}  // namespace catalogue
