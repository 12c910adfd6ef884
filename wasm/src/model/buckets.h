// SPDX-License-Identifier: MIT
// The fixed duration choices, and the bars of the histogram.
#pragma once

#include <array>
#include <string_view>

#include "catalogue/minute_range.h"
#include "catalogue/query_words.h"

namespace catalogue {

struct DurationBucket {
  std::string_view value;
  MinuteRange range;
};

// The choices of the duration facet: up to so long, or longer. "inconnue" follows them.
inline constexpr std::array<DurationBucket, 5> kDurationBuckets = {{
    {"-30", {0, 30}},
    {"-60", {0, 60}},
    {"-120", {0, 120}},
    {"-240", {0, 240}},
    {"240-", {240, MinuteRange::kOpenEnd}},
}};
inline constexpr uint32_t kUnknownDuration = kDurationBuckets.size();

// Bars of the duration histogram: adjacent; the last one has no upper end. They are values of the duration facet too,
// which visitors do not choose, from kFirstBar on.
inline constexpr uint16_t kFirstBar = kUnknownDuration + 1;
inline constexpr std::array<MinuteRange, 12> kHistogramBars = {{{0, 15},
                                                                {16, 30},
                                                                {31, 60},
                                                                {61, 90},
                                                                {91, 120},
                                                                {121, 180},
                                                                {181, 240},
                                                                {241, 360},
                                                                {361, 480},
                                                                {481, 840},
                                                                {841, 2100},
                                                                {2101, MinuteRange::kOpenEnd}}};

}  // namespace catalogue
