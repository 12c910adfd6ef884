// SPDX-License-Identifier: MIT
// Insertion, compiled once for all types.
#include "filter/list.h"

#include <cstring>

namespace catalogue {

const void* insert(const Items& items, size_t at, const void* added, Arena& arena) {
  const auto [start, count, size] = items;
  const char* const from = static_cast<const char*>(start);
  auto* const to = arena.take<char>((count + 1) * size);
  char* const place = to + at * size;
  if (at > 0) std::memcpy(to, from, at * size);
  std::memcpy(place, added, size);
  if (at < count) std::memcpy(place + size, from + at * size, (count - at) * size);
  return to;
}

}  // namespace catalogue
