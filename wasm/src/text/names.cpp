// SPDX-License-Identifier: MIT
// Short lists of names.
#include "text/names.h"

namespace catalogue {

size_t index_of(std::span<const std::string_view> names, std::string_view name) {
  size_t i = 0;
  while (i < names.size() && names[i] != name) ++i;
  return i;
}

}  // namespace catalogue
