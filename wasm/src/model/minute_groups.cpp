// SPDX-License-Identifier: MIT
// Groups minutes by how many durations they hold.
#include "model/minute_groups.h"

#include <algorithm>

#include "catalogue/minute_range.h"

namespace catalogue {

Column<uint32_t> count_minutes(const Column<int32_t>& minutes) {
  Column<uint32_t> counts(kLongestMinutes + 1);
  for (const int32_t each : minutes) ++counts[std::min(each, kLongestMinutes)];
  return counts;
}

void group_minutes(const Column<uint32_t>& counts, size_t share, Column<MinuteGroup>& groups) {
  groups.clear();
  size_t held = share;
  for (int32_t i = 0; i <= kLongestMinutes; ++i) {
    if (!counts[i]) continue;
    held += counts[i];
    if (held > share) {
      held = counts[i];
      groups.push_back({i, i});
    }
    groups.back().last = i < kLongestMinutes ? i : MinuteRange::kOpenEnd;
  }
}

}  // namespace catalogue
