// SPDX-License-Identifier: MIT
// The facets a visitor can filter by, in the order in which they are shown and written in a query.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/query_words.h"  // generated: kQueryKeys

namespace catalogue {

enum class Facet : uint8_t {
  kDuration,
  kLicence,
  kRight,
  kModality,
  kProvider,
  kTheme,
  kLanguage,
  kLevel,
  kAudience,
  kCertification,
  kAccessibility,
};

inline constexpr size_t kFacetCount = 11;

// Indexes in kQueryKeys: each Facet, the text, then the keys that choose no training by themselves.
enum QueryKey : size_t { kTextKey = kFacetCount, kSortKey, kPageKey, kMinKey, kMaxKey };
static_assert(kQueryKeys.size() == kMaxKey + 1);

// Whether the key chooses trainings: a facet or the text.
constexpr bool is_filter(size_t query_key) { return query_key <= kTextKey; }

constexpr std::string_view facet_key(Facet facet) { return kQueryKeys[static_cast<size_t>(facet)]; }

}  // namespace catalogue
