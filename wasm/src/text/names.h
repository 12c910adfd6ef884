// SPDX-License-Identifier: MIT
// Short lists of names, as an array or in one text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace catalogue {

// Where `name` stands in `names`, or their number.
size_t index_of(std::span<const std::string_view> names, const std::string_view& name);

// Where `letter` stands in `letters`, or their number. For lists of a few: less code than memchr.
constexpr size_t index_of(const std::string_view& letters, char letter) {
  size_t i = 0;
  while (i < letters.size() && letters[i] != letter) ++i;
  return i;
}

// A name of a list that is one text: each name in it ends with U+0000, and one without letters ends it.
struct ListedName {
  const char* words = "";  // "" behind the last one
  uint32_t index = 0;

  void step() {
    words += std::strlen(words) + 1;
    ++index;
  }
  // Goes on to `name`, or behind the last one.
  void find(const std::string_view& name);
};

// Takes what stands before the first `separator` off the front of `rest`, and the separator with it; all
// when there is none.
std::string_view take_name(std::string_view& rest, char separator);

}  // namespace catalogue
