// SPDX-License-Identifier: MIT
// Durations written back in words.
#include "meaning/duration_text.h"

#include <array>

#include "wording/minutes.h"

namespace catalogue {
namespace {

// Singular and plural of an elapsed unit.
struct Plural {
  std::string_view one, other;
};

struct DurationTemplates {
  std::string_view either, about, range, at_most, at_least, over;
  Plural units[4];  // day, week, month, year
};

#include "duration_templates.h"

constexpr std::array<int32_t, 4> kUnitMinutes = {24 * 60, 7 * 24 * 60, 30 * 24 * 60, 365 * 24 * 60};
constexpr int32_t kFirstClockHour = 7 * 60;

std::string fill(std::string_view pattern, std::string_view x, std::string_view y = "") {
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view rest = pattern.substr(i, 3);
    if (rest != "{x}" && rest != "{y}") {
      out += pattern[i];
      continue;
    }
    out += rest == "{x}" ? x : y;
    i += 2;
  }
  return out;
}

// The largest unit that divides the span: "6 semaines", "2 mois".
std::string span_text(const DurationTemplates& texts, int32_t span) {
  size_t unit = kUnitMinutes.size() - 1;
  while (unit > 0 && span % kUnitMinutes[unit] != 0) --unit;
  const int32_t count = (span + kUnitMinutes[unit] - 1) / kUnitMinutes[unit];
  return fill(count > 1 ? texts.units[unit].other : texts.units[unit].one, std::to_string(count));
}

std::string minutes_text(Language language, int32_t minutes) {
  Output out;
  write_minutes(out, language, minutes);
  return std::string(out.view());
}

// "2 à 3 h" where both ends are whole hours. Elsewhere both ends have their units; those that a
// reader could take for times of day say "min".
std::string range_words(const DurationTemplates& texts, Language language, int32_t min, int32_t max) {
  if (min % 60 == 0 && max % 60 == 0) return fill(texts.range, std::to_string(min / 60), minutes_text(language, max));
  const Language style = min >= kFirstClockHour ? Language::kEnglish : language;
  return fill(texts.range, minutes_text(style, min), minutes_text(style, max));
}

std::string effort_text(const DurationTemplates& texts, Language language, const DurationAlternative& each) {
  std::string words;
  if (!each.has_end())
    words = fill(texts.at_least, minutes_text(language, each.min));
  else if (each.min == each.max)
    words = minutes_text(language, each.max);
  else if (each.min == 0)
    words = fill(texts.at_most, minutes_text(language, each.max));
  else
    words = range_words(texts, language, each.min, each.max);
  return each.approx ? fill(texts.about, words) : words;
}

std::string alternative_text(const DurationTemplates& texts, Language language, const DurationAlternative& each) {
  const bool has_span = each.span != kUnknownMinutes;
  if (each.is_known() && has_span)
    return fill(texts.over, effort_text(texts, language, each), span_text(texts, each.span));
  if (each.is_known()) return effort_text(texts, language, each);
  if (!has_span) return {};
  const std::string words = span_text(texts, each.span);
  return each.approx ? fill(texts.about, words) : words;
}

}  // namespace

std::string durations_text(Language language, std::span<const DurationAlternative> alternatives) {
  const DurationTemplates& texts = kDurationTemplates[static_cast<size_t>(language)];
  std::string out;
  for (const DurationAlternative& each : alternatives) {
    const std::string words = alternative_text(texts, language, each);
    if (words.empty()) continue;
    out = out.empty() ? words : fill(texts.either, out, words);
  }
  return out;
}

}  // namespace catalogue
