// SPDX-License-Identifier: MIT
// Searches short lists of names.
#include "text/names.h"

namespace catalogue {

size_t index_of(std::span<const std::string_view> names, const std::string_view& name) {
  size_t i = 0;
  while (i < names.size() && names[i] != name) ++i;
  return i;
}

void ListedName::find(const std::string_view& wanted) {
  while (*name && name != wanted) step();
}

std::string_view take_name(std::string_view& rest, char separator) {
  const std::string_view all = rest;
  const size_t end = index_of(all, separator);
  rest.remove_prefix(end < all.size() ? end + 1 : end);
  return {all.data(), end};
}

}  // namespace catalogue
