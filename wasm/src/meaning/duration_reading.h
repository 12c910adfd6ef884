// SPDX-License-Identifier: MIT
// Reads durations, in minutes, in an editor's words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/training.h"

namespace catalogue {

// Minutes of work in a day and in half a day. No text of law fixes them: each site declares its own.
struct DurationConvention {
  int32_t minutes_per_day = 420;
  int32_t minutes_per_half_day = 210;
};

enum class DurationBasis : uint8_t { kStated, kComputed, kConvention };

// "stated", "computed" (sessions times hours) or "convention" (days counted in hours).
constexpr std::string_view basis_name(DurationBasis basis) {
  return basis == DurationBasis::kStated ? "stated" : basis == DurationBasis::kComputed ? "computed" : "convention";
}

// One alternative, in minutes, as in `Duration`. min is 0 for "at most"; max is kUnknownMinutes for
// "at least": it has no end.
struct DurationAlternative {
  int32_t min = kUnknownMinutes;
  int32_t max = kUnknownMinutes;
  int32_t span = kUnknownMinutes;
  bool approx = false;
  DurationBasis basis = DurationBasis::kStated;
  std::string text;

  bool is_known() const { return min != kUnknownMinutes; }
  bool has_end() const { return max != kUnknownMinutes; }
};

// alternatives: none when the text holds no duration. An alternative that was not understood has its
// text and no minutes.
// problem: code of a diagnostic, or "": "duration-unknown", "duration-clock-time", "duration-colon" ("1:30"),
// "duration-date", "duration-open-ended" (an elapsed time without an end: "à partir de 6 mois"),
// "duration-rate-without-count", "duration-total-or-each" ("3 modules, 2 h"), "duration-ambiguous",
// "duration-not-understood", "duration-too-long", "duration-contradictory" (the parts do not add up to the total).
// is_sure: the text is a duration even without the label "Durée" ("4 heures"). "14h30" is not sure: it
// may be a time of day.
struct DurationReading {
  std::vector<DurationAlternative> alternatives;
  std::string_view problem;
  bool is_sure = false;
};

// text: UTF-8, what follows the label: "30 minutes ou 4 heures", "6 semaines, 2 h/semaine",
// "PT1H25M". French and English. Cost: linear.
DurationReading read_durations(std::string_view text, const DurationConvention& convention);

}  // namespace catalogue
