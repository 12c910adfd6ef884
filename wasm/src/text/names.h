// SPDX-License-Identifier: MIT
// Short lists of names: an array of strings, or one string with separators.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace catalogue {

// The index of `name`, or names.size().
size_t index_of(std::span<const std::string_view> names, const std::string_view& name);

// The index of `letter`, or letters.size(). Less code than memchr.
constexpr size_t index_of(const std::string_view& letters, char letter) {
  size_t i = 0;
  while (i < letters.size() && letters[i] != letter) ++i;
  return i;
}

// A position in a list of names, each ended by NUL; an empty name ends the list.
struct ListedName {
  const char* name = "";  // "" past the end
  uint32_t index = 0;

  void step() {
    name += std::strlen(name) + 1;
    ++index;
  }
  // Moves to `wanted`, or past the end.
  void find(const std::string_view& wanted);
};

// Removes from `rest` what precedes the first `separator` (everything when there is none), and the separator. Returns
// what preceded it.
std::string_view take_name(std::string_view& rest, char separator);

}  // namespace catalogue
