// SPDX-License-Identifier: MIT
// A range of durations, as a visitor asks for it.
#pragma once

#include <cstdint>

namespace catalogue {

// Minutes, both ends included; an open end is 0 or kOpenEnd.
struct MinuteRange {
  static constexpr int32_t kOpenEnd = INT32_MAX;
  int32_t min = 0;
  int32_t max = kOpenEnd;

  bool operator==(const MinuteRange&) const = default;
  bool operator<(const MinuteRange& other) const { return min != other.min ? min < other.min : max < other.max; }
};

}  // namespace catalogue
