// SPDX-License-Identifier: MIT
// The range of minutes: histogram, slider, and two fields that say the same in words.
#include <algorithm>

#include "catalogue/minutes.h"
#include "render/panel.h"

namespace catalogue {
namespace {

constexpr uint32_t kBarHeight = 40;

// The one range that is asked for; everything when none or several are.
MinuteRange shown_range(const Query& query) {
  return query.durations.size() == 1 ? query.durations[0] : MinuteRange{};
}

// Where bar `i` starts, as round minutes: the end of the one before.
int32_t edge(std::span<const HistogramBar> bars, uint32_t i) { return i == 0 ? 0 : bars[i - 1].max; }

// "3 de 30 min à 1 h, 2 de 4 h et plus": what the drawing says, in words (RGAA 1.1).
std::string describe(const Page& page, std::span<const HistogramBar> bars) {
  std::string out;
  for (uint32_t i = 0; i < bars.size(); ++i) {
    const HistogramBar& bar = bars[i];
    if (bar.count == 0) continue;
    if (!out.empty()) out += ", ";
    const std::string min = minutes_text(page.language, edge(bars, i));
    if (bar.max == MinuteRange::kOpenEnd) {
      out += text_of(page.language, Text::kHistogramLast, {.n = bar.count, .x = min});
    } else {
      const std::string max = minutes_text(page.language, bar.max);
      out += text_of(page.language, Text::kHistogramBar, {.n = bar.count, .x = min, .y = max});
    }
  }
  return text_of(page.language, Text::kHistogram, {.x = out});
}

void write_histogram(Page& page, std::span<const HistogramBar> bars, MinuteRange range) {
  uint32_t highest = 1;
  for (const HistogramBar& bar : bars) highest = std::max(highest, bar.count);
  page.open_tag("svg", role::kHistogram).raw(" viewBox=\"0 0 ");
  page.out.number(static_cast<uint32_t>(bars.size() * 10)).raw(" ").number(kBarHeight);
  page.raw("\" preserveAspectRatio=\"none\" role=\"img\" focusable=\"false\"");
  page.attribute("aria-label", describe(page, bars)).end();
  for (uint32_t i = 0; i < bars.size(); ++i) {
    const auto height = static_cast<uint32_t>(uint64_t{bars[i].count} * kBarHeight / highest);
    const bool is_in = bars[i].min <= range.max && bars[i].max >= range.min;
    page.raw("<rect x=\"").out.number(i * 10 + 1).raw("\" y=\"").number(kBarHeight - height);
    page.raw("\" width=\"8\" height=\"").out.number(height);
    page.raw(is_in ? "\" class=\"catalogue-in\"/>" : "\"/>");
  }
  page.raw("</svg>");
}

// The words of a stop of the slider: the edges of the bars, then no limit at all.
std::string stop_text(const Page& page, std::span<const HistogramBar> bars, uint32_t stop) {
  if (stop >= bars.size()) return text_of(page.language, Text::kUnlimited);
  return minutes_text(page.language, edge(bars, stop));
}

uint32_t stop_of(std::span<const HistogramBar> bars, int32_t minutes) {
  uint32_t stop = 0;
  while (stop < bars.size() && edge(bars, stop) < minutes) ++stop;
  return stop;
}

void write_stops(Page& page, std::span<const HistogramBar> bars) {
  page.raw(" data-stops=\"");
  for (uint32_t i = 0; i <= bars.size(); ++i) page.raw(i ? "|" : "").text(stop_text(page, bars, i));
  page.raw("\"");
}

void write_thumb(Page& page, std::span<const HistogramBar> bars, std::string_view key, Text label,
                 int32_t minutes) {
  const uint32_t stop = stop_of(bars, minutes);
  page.raw("<input type=\"range\" min=\"0\" max=\"").out.number(static_cast<uint32_t>(bars.size()));
  page.raw("\" value=\"").out.number(stop);
  page.raw("\"").id_in("id", "slider", key).attribute("data-bound", key).say_in("aria-label", label);
  page.attribute("aria-valuetext", stop_text(page, bars, stop)).end();
}

// What was typed and not understood stays in its field, beside the form that is expected (RGAA 11.10).
const Warning* find_warning(const Query& query, std::string_view key) {
  for (const Warning& warning : query.warnings) {
    if (warning.key == key) return &warning;
  }
  return nullptr;
}

void write_bound(Page& page, const Query& query, std::string_view key, Text label, std::string_view words) {
  const Warning* warning = find_warning(query, key);
  page.open("div", role::kBound).open_tag("label", role::kLabel).id_in("for", key).end();
  page.say(label).close("label");
  page.open_tag("input", role::kInput).raw(" type=\"text\" autocomplete=\"off\"").attribute("name", key);
  page.id_in("id", key).attribute("value", warning ? warning->value : words);
  page.id_in("aria-describedby", warning ? "error" : "minutes-hint", warning ? key : std::string_view());
  page.raw(warning ? " aria-invalid=\"true\">" : ">");
  if (warning) {
    page.open_tag("p", role::kError).id_in("id", "error", key).end();
    page.say(Text::kWarnBadRange, {.x = warning->value}).close("p");
  }
  page.close("div");
}

}  // namespace

void write_range(Page& page, const Query& query, const Answer& answer) {
  const MinuteRange range = shown_range(query);
  const std::string min = range.min > 0 ? minutes_text(page.language, range.min) : std::string();
  const bool is_open = range.max == MinuteRange::kOpenEnd;
  const std::string max = is_open ? std::string() : minutes_text(page.language, range.max);
  page.open_tag("fieldset", role::kRange).id_in("id", "range").end();
  page.open("legend", role::kLegend).say(Text::kPreciseDuration).close("legend");
  write_histogram(page, answer.duration, range);
  page.open("div", role::kRangeGroup).open_tag("div", role::kSlider);
  write_stops(page, answer.duration);
  page.end();
  write_thumb(page, answer.duration, "duree-min", Text::kAtLeast, range.min);
  write_thumb(page, answer.duration, "duree-max", Text::kAtMost, range.max);
  page.raw("</div></div>").open("div", role::kBounds);
  write_bound(page, query, "duree-min", Text::kAtLeast, min);
  write_bound(page, query, "duree-max", Text::kAtMost, max);
  page.open_tag("button", role::kButton).raw(" type=\"submit\"").end().say(Text::kApply).close("button");
  page.close("div").open_tag("p", role::kHint).id_in("id", "minutes-hint").end().say(Text::kMinutesHint).close("p").close("fieldset");
}

}  // namespace catalogue
