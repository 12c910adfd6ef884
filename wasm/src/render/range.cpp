// SPDX-License-Identifier: MIT
// The range of minutes: histogram, slider, and two fields that say the same in words.
#include "render/scene.h"

namespace catalogue {
namespace {

// The unit is the drawing's: bars lie 10 apart, and are at most kBarHeight high (range.html).
constexpr uint32_t kBarWidth = 10;
constexpr uint32_t kBarHeight = 40;

// Where bar `i` starts, as round minutes: the end of the one before.
uint32_t edge(const Answer& answer, size_t i) {
  return i == 0 ? 0 : static_cast<uint32_t>(answer.duration[i - 1].max);
}

void show_bars(Scene& scene, MinuteRange range) {
  const auto& bars = scene.answer.duration;
  uint32_t highest = 1;
  for (const HistogramBar& bar : bars) {
    if (bar.count > highest) highest = bar.count;
  }
  BarView* const views = scene.arena.make<BarView>(bars.size()).data();
  bool follows = false;
  for (size_t i = 0; i < bars.size(); ++i) {
    const HistogramBar& bar = bars[i];
    BarView& view = views[i];
    view.x = static_cast<uint32_t>(i) * kBarWidth + 1;
    view.height = static_cast<uint32_t>(uint64_t{bar.count} * kBarHeight / highest);
    view.y = kBarHeight - view.height;
    view.is_in = bar.min <= range.max && bar.max >= range.min;
    view.follows = follows;
    view.is_open = bar.max == MinuteRange::kOpenEnd;
    view.count.count = bar.count;
    view.from.minutes = edge(scene.answer, i);
    view.to.minutes = static_cast<uint32_t>(bar.max);
    follows |= bar.count > 0;
  }
  scene.page.bars = {views, bars.size()};
  scene.page.last_stop = static_cast<uint32_t>(bars.size());
  scene.page.bars_width = scene.page.last_stop * kBarWidth;
}

// The stops of the slider are the edges of the bars, then no limit at all.
void show_bound(const Scene& scene, BoundView& bound, int32_t minutes) {
  const size_t last = scene.answer.duration.size();
  while (bound.stop < last && edge(scene.answer, bound.stop) < static_cast<uint32_t>(minutes)) ++bound.stop;
  bound.stop_words = Text::kUnlimited;
  if (bound.stop < last) bound.stop_words = Minutes{edge(scene.answer, bound.stop)};
  if (minutes > 0 && minutes < MinuteRange::kOpenEnd) bound.value = Minutes{static_cast<uint32_t>(minutes)};
  for (const Warning& warning : scene.query.warnings) {
    if (warning.key != bound.key || bound.is_wrong) continue;
    bound.value = std::string_view(warning.value);
    bound.is_wrong = true;
  }
}

}  // namespace

void show_range(Scene& scene) {
  // The one range that is asked for; everything when none or several are.
  const auto& ranges = scene.query.durations;
  const MinuteRange range = ranges.size() == 1 ? ranges[0] : MinuteRange{};
  show_bars(scene, range);
  BoundView* const bounds = scene.arena.make<BoundView>(2).data();
  bounds[0].key = kQueryKeys[kMinKey];
  bounds[0].label = Text::kAtLeast;
  show_bound(scene, bounds[0], range.min);
  bounds[1].key = kQueryKeys[kMaxKey];
  bounds[1].label = Text::kAtMost;
  show_bound(scene, bounds[1], range.max);
  scene.page.bounds = {bounds, 2};
}

}  // namespace catalogue
