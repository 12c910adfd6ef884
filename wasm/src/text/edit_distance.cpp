// SPDX-License-Identifier: MIT
// Edit distance, for limits of a few mistakes.
#include "text/edit_distance.h"

namespace catalogue {

// A common beginning costs nothing. At the first difference, each kind of mistake is tried.
uint32_t edit_distance(std::string_view a, std::string_view b, uint32_t limit) {
  const char* from = a.data();
  const char* to = b.data();
  auto from_size = static_cast<uint32_t>(a.size());
  auto to_size = static_cast<uint32_t>(b.size());
  for (; from_size > 0 && to_size > 0 && *from == *to; ++from, ++to, --from_size, --to_size) {
  }
  const uint32_t shorter = from_size < to_size ? from_size : to_size;
  const uint32_t difference = from_size + to_size - 2 * shorter;
  if (shorter == 0 || difference > limit) return difference;
  const bool is_swap = shorter > 1 && from[0] == to[1] && from[1] == to[0];
  constexpr uint8_t kWays[][2] = {{1, 1}, {1, 0}, {0, 1}, {2, 2}};
  uint32_t best = limit + 1;
  for (int way = 0; way < 3 + is_swap && best > 1; ++way) {
    const auto [taken, given] = kWays[way];
    const uint32_t distance =
        1 + edit_distance({from + taken, from_size - taken}, {to + given, to_size - given}, best - 2);
    if (distance < best) best = distance;
  }
  return best;
}

}  // namespace catalogue
