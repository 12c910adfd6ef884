// SPDX-License-Identifier: MIT
// Writes durations in French or English, so that tests can read them back.
#pragma once

#include <string>
#include <vector>

#include "catalogue/language.h"
#include "meaning/duration_reading.h"
#include "wording/minutes.h"

namespace catalogue {

// Phrases around minutes or days; '#' stands for them.
struct DurationPhrases {
  std::string_view about, at_most, at_least, to, over, either;
  struct Unit {
    int32_t minutes;
    std::string_view singular, plural;
  };
  Unit units[4];  // the largest first
};

inline constexpr int32_t kDayMinutes = 24 * 60;
inline constexpr DurationPhrases kDurationPhrasesByLanguage[] = {{"environ #",
                                                                  "# au plus",
                                                                  "# et plus",
                                                                  " à ",
                                                                  " sur ",
                                                                  " ou ",
                                                                  {{365 * kDayMinutes, "# an", "# ans"},
                                                                   {30 * kDayMinutes, "# mois", "# mois"},
                                                                   {7 * kDayMinutes, "# semaine", "# semaines"},
                                                                   {kDayMinutes, "# jour", "# jours"}}},
                                                                 {"about #",
                                                                  "# at most",
                                                                  "# or more",
                                                                  " to ",
                                                                  " over ",
                                                                  " or ",
                                                                  {{365 * kDayMinutes, "# year", "# years"},
                                                                   {30 * kDayMinutes, "# month", "# months"},
                                                                   {7 * kDayMinutes, "# week", "# weeks"},
                                                                   {kDayMinutes, "# day", "# days"}}}};

class DurationWriter {
 public:
  explicit DurationWriter(Language language)
      : language_(language), phrases_(kDurationPhrasesByLanguage[static_cast<size_t>(language)]) {}

  // Each alternative has minutes or a span, of whole days.
  std::string write(const std::vector<DurationAlternative>& alternatives) const {
    std::string out;
    for (const DurationAlternative& each : alternatives) {
      if (!out.empty()) out += phrases_.either;
      out += write(each);
    }
    return out;
  }

 private:
  static std::string fill(std::string_view phrase, const std::string& value) {
    return std::string(phrase).replace(phrase.find('#'), 1, value);
  }

  std::string write(const DurationAlternative& each) const {
    std::string out = each.is_known() ? effort(each) : span(each.span);
    if (each.approx) out = fill(phrases_.about, out);
    const bool has_both = each.is_known() && each.span != kUnknownMinutes;
    return has_both ? out + std::string(phrases_.over) + span(each.span) : out;
  }

  std::string effort(const DurationAlternative& each) const {
    if (!each.has_end()) return fill(phrases_.at_least, minutes(each.min));
    if (each.min == each.max) return minutes(each.max);
    if (each.min == 0) return fill(phrases_.at_most, minutes(each.max));
    return range(each.min, each.max);
  }

  // "2 à 3 h" between whole hours. From 7 h on, "7 h 30 à 8 h" could be times of day: "7 h 30 min à 8 h" is not.
  std::string range(int32_t min, int32_t max) const {
    const std::string to(phrases_.to);
    if (min % 60 == 0 && max % 60 == 0) return std::to_string(min / 60) + to + minutes(max);
    const Language style = min >= 7 * 60 ? Language::kEnglish : language_;
    return minutes(min, style) + to + minutes(max, style);
  }

  // In the largest unit that divides the number.
  std::string span(int32_t span) const {
    const DurationPhrases::Unit* unit = phrases_.units;
    while (span % unit->minutes != 0) ++unit;
    const int32_t count = span / unit->minutes;
    return fill(count > 1 ? unit->plural : unit->singular, std::to_string(count));
  }

  std::string minutes(int32_t minutes) const { return this->minutes(minutes, language_); }
  static std::string minutes(int32_t minutes, Language style) {
    Output out;
    write_minutes(out, style, minutes);
    return std::string(out.view());
  }

  Language language_;
  const DurationPhrases& phrases_;
};

}  // namespace catalogue
