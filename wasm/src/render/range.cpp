// SPDX-License-Identifier: MIT
// The range of minutes: histogram, slider, and two fields that say the same in words.
#include "model/buckets.h"
#include "model/overlap.h"
#include "render/scene.h"

namespace catalogue {
namespace {

// The unit is the drawing's: bars lie 10 apart, and are at most kBarHeight high (range.html).
constexpr uint32_t kBarWidth = 10;
constexpr uint32_t kBarHeight = 40;

void show_bars(Scene& scene, MinuteRange range) {
  const auto& counts = scene.answer.bars;
  uint32_t highest = 1;
  for (const uint32_t count : counts) {
    if (count > highest) highest = count;
  }
  constexpr size_t kBars = kHistogramBars.size();
  BarView* const views = scene.arena.make_first<BarView>(kBars);
  Minutes edge;  // where a bar starts, as round minutes: the end of the one before
  bool follows = false;
  for (size_t i = 0; i < kBars; ++i) {
    const MinuteRange& bar = kHistogramBars[i];
    BarView& view = views[i];
    view.x = static_cast<uint32_t>(i) * kBarWidth + 1;
    view.height = counts[i] * kBarHeight / highest;
    view.y = kBarHeight - view.height;
    view.is_in = overlaps(bar.min, bar.max, range);
    view.follows = follows;
    view.text = bar.max == MinuteRange::kOpenEnd ? Text::kHistogramLast : Text::kHistogramBar;
    view.count = counts[i];
    view.from = edge;
    view.to = edge = {static_cast<uint32_t>(bar.max)};
    follows |= counts[i] > 0;
  }
  scene.page.bars = {views, kBars};
  scene.page.last_stop = kBars;
  scene.page.bars_width = scene.page.last_stop * kBarWidth;
}

// The stops of the slider are the edges of the bars, then no limit at all.
void show_bound(const Scene& scene, BoundView& bound, uint32_t minutes) {
  bound.stop_words = Text::kUnlimited;
  for (const BarView& bar : scene.page.bars) {
    if (bar.from.minutes >= minutes) {
      bound.stop_words = bar.from;
      break;
    }
    ++bound.stop;
  }
  if (minutes > 0 && minutes < MinuteRange::kOpenEnd) bound.value = Minutes{minutes};
  for (const Warning& warning : scene.query.warnings) {
    if (warning.key != bound.key || bound.is_wrong) continue;
    bound.value = warning.value;
    bound.is_wrong = true;
  }
}

}  // namespace

void show_range(Scene& scene) {
  // The one range that is asked for; everything when none or several are.
  const auto& ranges = scene.query.durations;
  const MinuteRange range = ranges.size() == 1 ? ranges[0] : MinuteRange{};
  show_bars(scene, range);
  BoundView* const bounds = scene.arena.make_first<BoundView>(2);
  for (size_t i = 0; i < 2; ++i) {
    bounds[i].key = kQueryKeys[kMinKey + i];
    bounds[i].label = i == 0 ? Text::kAtLeast : Text::kAtMost;
    show_bound(scene, bounds[i], static_cast<uint32_t>(i == 0 ? range.min : range.max));
  }
  scene.page.bounds = {bounds, 2};
}

}  // namespace catalogue
