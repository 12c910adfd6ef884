// SPDX-License-Identifier: MIT
// One copy for the lists of every type.
#include "filter/list.h"

#include <cstring>

namespace catalogue {

const void* splice(const void* items, size_t count, size_t size, size_t at, const void* added,
                   size_t left_out, Arena& arena) {
  const char* const from = static_cast<const char*>(items);
  char* const to = static_cast<char*>(arena.take((count + 1) * size));
  const size_t before = at * size;
  const size_t room = added ? size : 0;
  const size_t after = (at + left_out) * size;
  if (before) std::memcpy(to, from, before);
  if (added) std::memcpy(to + before, added, size);
  if (after < count * size) std::memcpy(to + before + room, from + after, count * size - after);
  return to;
}

}  // namespace catalogue
