// SPDX-License-Identifier: MIT
// Labels of values: from the licence table, the visible texts or the catalogue.
#include "model/facet_labels.h"

#include "model/buckets.h"
#include "text/names.h"

namespace catalogue {
namespace {

constexpr std::string_view kLanguages[] = {"fr", "en", "de", "es", "it"};

// The texts of a fixed list follow each other, in its order.
constexpr bool are_apart(Text first, Text last, size_t count) {
  return static_cast<size_t>(last) - static_cast<size_t>(first) + 1 == count;
}
static_assert(are_apart(Text::kRightCommercial, Text::kRightLibre, kRightValues.size()));
static_assert(are_apart(Text::kModalityEnLigne, Text::kModalityHybride, kModalityValues.size()));
static_assert(are_apart(Text::kLanguageFr, Text::kLanguageIt, std::size(kLanguages)));

Label name_in(std::span<const std::string_view> values, Text first, const FacetValue& value) {
  const size_t i = index_of(values, value.value);
  if (i == values.size()) return value.label;
  return static_cast<Text>(static_cast<size_t>(first) + i);
}

Label duration_label(const std::string_view& value) {
  for (const DurationBucket& bucket : kDurationBuckets) {
    if (bucket.value == value) return &bucket.range;
  }
  return Text::kDurationUnknown;
}

}  // namespace

Label facet_label(Facet facet, const FacetValue& value) {
  switch (facet) {
    case Facet::kDuration:
      return duration_label(value.value);
    case Facet::kRight:
      return name_in(kRightValues, Text::kRightCommercial, value);
    case Facet::kModality:
      return name_in(kModalityValues, Text::kModalityEnLigne, value);
    case Facet::kLanguage:
      return name_in(kLanguages, Text::kLanguageFr, value);
    case Facet::kLicence:
      if (value.value == kUnknownValue) return Text::kLicenceUnknown;
      return LicenceId{value.value};
    default:
      return value.label;
  }
}

}  // namespace catalogue
