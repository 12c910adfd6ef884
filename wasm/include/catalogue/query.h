// SPDX-License-Identifier: MIT
// The query string, parsed and written. It is the same in the URL, the element's presets, the command
// line and the API.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/facet.h"
#include "catalogue/minute_range.h"

namespace catalogue {

class Catalogue;

// Named by kSortNames.
enum class Sort : uint8_t { kSource, kRelevance, kTitle, kDuration, kDurationDescending, kProvider, kChecked };

enum class WarningCode : uint8_t {
  kUnknownValue,
  kBadRange,
  kBadSort,
  kBadPage,
  kTooLong,
  kReversedRange,
  kCorrected,
  kAcronym
};

// The public names, by WarningCode.
inline constexpr std::array<std::string_view, 8> kWarningNames = {
    "unknown-value", "bad-range", "bad-sort", "bad-page", "too-long", "reversed-range", "corrected", "acronym"};

// A part of a query that was not understood, or was searched in another form. It is reported and shown.
// kCorrected: `value` is the text that was searched in place of `q`. kAcronym: `value` is an acronym of the glossary
// that no training holds, with its meaning.
struct Warning {
  WarningCode code;
  std::string_view key;
  std::string_view value;
};

// selected[f]: indexes into Catalogue::values(f), ascending, without repeats. A range of minutes
// that equals a bucket of the duration facet is in selected[f] and in `durations`.
// unknown[f]: values that no training of this catalogue has, in the form of the facet's values. They
// match nothing and stay in the canonical query, so that a shared link never shows more than it asks for.
//
// A plain value: all that it points to lives in its arena.
struct Query {
  std::string_view text;                   // trimmed, single spaces
  std::span<const MinuteRange> durations;  // ascending, without repeats
  bool unknown_duration = false;
  std::array<std::span<const uint32_t>, kFacetCount> selected;
  std::array<std::span<const std::string_view>, kFacetCount> unknown;
  Sort sort = Sort::kSource;  // with a text, kSource sorts by relevance
  uint32_t page = 1;
  std::span<const Warning> warnings;

  bool selects(Facet facet) const {
    const auto f = static_cast<size_t>(facet);
    return !selected[f].empty() || !unknown[f].empty() || (f == 0 && !durations.empty());
  }
};

// query_string: UTF-8, with or without a leading '?', percent-encoded as in application/
// x-www-form-urlencoded. Foreign keys are ignored. Never fails: ill-formed parts give warnings.
// A form may send `duree-min` and `duree-max` as typed ("1h30", "90"), min first: they are one range, which replaces
// any `duree`. A field that is not understood gives "bad-range" for its key, a max below the min "reversed-range".
Query parse_query(std::string_view query_string, const Catalogue& catalogue, Arena& arena);

// The canonical query string: q, then keys in facet order with values in their stable order, tri,
// page; defaults left out; without '?'. parse_query of the result gives the same query.
std::string_view write_query(const Query& query, const Catalogue& catalogue, Arena& arena);

}  // namespace catalogue
