// SPDX-License-Identifier: MIT
// Groups minutes by how many durations they hold.
#include "model/minute_groups.h"

#include "catalogue/minute_range.h"

namespace catalogue {
namespace {

constexpr int32_t kMinutes = 1 << 14;  // 273 hours

}  // namespace

Column<uint32_t> count_minutes(const Column<int32_t>& minutes) {
  Column<uint32_t> counts(kMinutes);
  for (const int32_t each : minutes) ++counts[each < kMinutes ? each : kMinutes - 1];
  return counts;
}

void group_minutes(const Column<uint32_t>& counts, size_t share, Column<MinuteGroup>& groups) {
  groups.clear();
  size_t held = share;
  for (int32_t i = 0; i < kMinutes; ++i) {
    if (!counts[i]) continue;
    held += counts[i];
    if (held > share) {
      held = counts[i];
      groups.push_back({i, i});
    }
    groups.back().last = i < kMinutes - 1 ? i : MinuteRange::kOpenEnd;
  }
}

}  // namespace catalogue
