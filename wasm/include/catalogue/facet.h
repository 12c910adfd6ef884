// SPDX-License-Identifier: MIT
// The facets a visitor can filter by, in the order in which they are shown and written in a query.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace catalogue {

enum class Facet : uint8_t {
  kDuration,
  kLicence,
  kRight,
  kModality,
  kProvider,
  kTheme,
  kLanguage,
};

inline constexpr size_t kFacetCount = 7;

// All that a query can say, by the name of its form control: the facets in their order, the text, and what
// chooses no training by itself.
enum QueryKey : size_t { kTextKey = kFacetCount, kSortKey, kPageKey, kMinKey, kMaxKey };
inline constexpr std::array<std::string_view, kMaxKey + 1> kQueryKeys = {
    "duree",  "licence", "droit", "modalite", "organisme", "theme",
    "langue", "q",       "tri",   "page",     "duree-min", "duree-max"};

// A facet or the text: what chooses trainings.
constexpr bool is_filter(size_t query_key) { return query_key <= kTextKey; }

constexpr std::string_view facet_key(Facet facet) { return kQueryKeys[static_cast<size_t>(facet)]; }

}  // namespace catalogue
