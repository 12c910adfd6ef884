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

class Wire {
 public:
  void number(uint32_t number) { numbers_.push_back(number); }
  void numbers(std::span<const uint32_t> numbers) { numbers_.append(numbers.data(), numbers.size()); }
  void words(const std::string_view& words) { text_.write(words).write('\0'); }
  // Calls the module's property `answer` with a Uint32Array and the bytes of the text (UTF-8, each
  // of its words ended by U+0000, which no data holds): views of what this object holds.
  void send() const;
  void clear() {
    numbers_.clear();
    text_.clear();
  }

 private:
  Column<uint32_t> numbers_;
  Output text_;
};

}  // namespace catalogue
