// SPDX-License-Identifier: MIT
// One training of a catalogue: meanings, each with the editor's words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace catalogue {

inline constexpr int32_t kUnknownMinutes = -1;

// One alternative of a training's duration. `30 minutes ou 4 heures` is two of these, not a range.
// min, max: learner's effort in minutes, both ends included; min is kUnknownMinutes when only the elapsed
// time is known ("6 semaines"), max alone when it has no end ("2 h et plus"). span: elapsed time in minutes, or
// kUnknownMinutes.
struct Duration {
  int32_t min = kUnknownMinutes;
  int32_t max = kUnknownMinutes;
  int32_t span = kUnknownMinutes;
  bool approx = false;
  std::string_view basis;  // "stated", "computed" or "convention" (a day counted in hours)
  std::string_view text;   // the editor's words

  bool is_known() const { return min != kUnknownMinutes; }
  bool has_end() const { return max != kUnknownMinutes; }
  // The longest effort, for comparisons.
  int32_t longest() const { return has_end() ? max : INT32_MAX; }
};
inline constexpr Duration kEmptyDuration;

// id: SPDX id or LicenseRef-*, "" when unknown or ambiguous. family: the id without its version
// ("CC-BY-SA"), when only the version is unknown.
struct Licence {
  std::string_view id;
  std::string_view family;
  std::string_view url;
  std::string_view jurisdiction;  // ISO 3166-1 alpha-2, lower case, or ""
  std::string_view text;          // the editor's words

  // The id, else the family, else "".
  std::string_view name() const { return id.empty() ? family : id; }
};

// A training, read out of the columns. Its texts live as long as its catalogue, its lists as long
// as the arena that was given for them.
struct Training {
  std::string_view id;
  std::string_view title;
  std::string_view provider;
  std::string_view url;
  std::string_view description;         // plain text
  std::string_view checked;             // the day on which its editor last looked, YYYY-MM-DD
  std::string_view source;              // titles of the catalogues that list it, where several were merged
  std::string_view registration;        // a partner's own registration link, or ""
  std::string_view registration_label;  // the text of that link, or ""
  std::span<const Duration> durations;
  Licence licence;
  std::span<const std::string_view> modalities;
  std::span<const std::string_view> languages;  // BCP 47
  std::span<const std::string_view> themes;
  std::span<const std::string_view> levels;  // these, like themes, in the words that visitors read
  std::span<const std::string_view> certifications;
  std::span<const std::string_view> audiences;
  std::span<const std::string_view> accessibility;
  std::span<const std::string_view> rights;  // of a licence without a name, from kRightValues
};
// Copied to make an empty training: less code than a constructor.
inline constexpr Training kEmptyTraining;

}  // namespace catalogue
