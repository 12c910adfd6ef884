// SPDX-License-Identifier: MIT
// The range of minutes: a histogram, a slider, and two fields with the same values.
#include "model/buckets.h"
#include "model/columns.h"
#include "model/overlap.h"
#include "render/scene.h"

namespace catalogue {
namespace {

// Units of the drawing (range.html): stops lie kStep apart. A bar stands on the stop of its upper end: a range includes
// both its ends, so the bars between the thumbs are those that the query includes.
constexpr uint32_t kStep = 10;
constexpr uint32_t kHalfBar = 2;
constexpr uint32_t kBarHeight = 40;  // at most
// Fewer bars would be too wide to read.
constexpr size_t kFewestBars = 4;

// The number of bars up to the longest duration of the catalogue.
size_t bars_of(int32_t longest) {
  size_t bars = kFewestBars;
  while (bars < kHistogramBars.size() && kHistogramBars[bars - 1].max < longest) ++bars;
  return bars;
}

bool is_asked_for(const MinuteRange& bar, const Query& query) {
  if (query.durations.empty()) return !query.unknown_duration;
  for (const MinuteRange& range : query.durations) {
    if (overlaps(bar.min, bar.max, range)) return true;
  }
  return false;
}

void show_bars(Scene& scene) {
  const auto& counts = scene.answer.bars;
  uint32_t highest = 1;
  for (const uint32_t count : counts) {
    if (count > highest) highest = count;
  }
  const size_t bars = bars_of(scene.catalogue.columns().longest_minutes);
  BarView* const views = scene.arena.make_first<BarView>(bars);
  Minutes edge;  // the start of a bar, rounded: the end of the bar before it
  bool follows = false;
  for (size_t i = 0; i < bars; ++i) {
    const MinuteRange& bar = kHistogramBars[i];
    BarView& view = views[i];
    view.x = static_cast<uint32_t>(i + 1) * kStep - kHalfBar;
    view.height = counts[i] * kBarHeight / highest;
    view.y = kBarHeight - view.height;
    view.is_in = is_asked_for(bar, scene.query);
    view.follows = follows;
    view.text = i + 1 == bars ? Text::kHistogramLast : Text::kHistogramBar;
    view.count = counts[i];
    view.from = edge;
    view.to = edge = {static_cast<uint32_t>(bar.max)};
    follows |= counts[i] > 0;
  }
  scene.page.bars = {views, bars};
  scene.page.last_stop = static_cast<uint32_t>(bars);
  scene.page.track_width = scene.page.last_stop * kStep;
}

// The stops of the slider are the ends of the bars. The last stop sets no limit.
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
    bound.error = warning.code == WarningCode::kReversedRange ? Text::kWarnReversedRange : Text::kWarnBadRange;
  }
}

}  // namespace

void show_range(Scene& scene) {
  show_bars(scene);
  // The query's range; when it has none or several: no limit.
  const auto& ranges = scene.query.durations;
  const MinuteRange range = ranges.size() == 1 ? ranges[0] : MinuteRange{};
  BoundView* const bounds = scene.arena.make_first<BoundView>(2);
  for (size_t i = 0; i < 2; ++i) {
    bounds[i].key = kQueryKeys[kMinKey + i];
    bounds[i].label = i == 0 ? Text::kAtLeast : Text::kAtMost;
    show_bound(scene, bounds[i], static_cast<uint32_t>(i == 0 ? range.min : range.max));
  }
  PageView& page = scene.page;
  page.bounds = {bounds, 2};
  page.chosen_x = bounds[0].stop * kStep;
  page.chosen_width = bounds[1].stop * kStep - page.chosen_x;
}

}  // namespace catalogue
