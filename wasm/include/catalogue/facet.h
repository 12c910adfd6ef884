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

// The query key of each facet, which is also the `name` of its form controls.
inline constexpr std::array<std::string_view, kFacetCount> kFacetKeys = {
    "duree", "licence", "droit", "modalite", "organisme", "theme", "langue"};

constexpr std::string_view facet_key(Facet facet) {
  return kFacetKeys[static_cast<size_t>(facet)];
}

}  // namespace catalogue
