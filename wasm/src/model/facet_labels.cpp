// SPDX-License-Identifier: MIT
// Labels of values: from the licence table, from the visible texts, or the editor's words.
#include "model/facet_labels.h"

#include "model/buckets.h"

namespace catalogue {
namespace {

// In the order of their texts.
constexpr std::string_view kModalities[] = {"en-ligne", "presentiel", "hybride"};
constexpr std::string_view kLanguages[] = {"fr", "en", "de", "es", "it"};

Label named(std::span<const std::string_view> names, Text first, const FacetValue& value) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == value.value) return static_cast<Text>(static_cast<size_t>(first) + i);
  }
  return value.label;
}

Label duration_label(std::string_view value) {
  for (const DurationBucket& bucket : kDurationBuckets) {
    if (bucket.value == value) return &bucket.range;
  }
  return Text::kDurationUnknown;
}

}  // namespace

Label facet_label(Facet facet, const FacetValue& value) {
  switch (facet) {
    case Facet::kDuration: return duration_label(value.value);
    case Facet::kRight: return named(kRightValues, Text::kRightCommercial, value);
    case Facet::kModality: return named(kModalities, Text::kModalityEnLigne, value);
    case Facet::kLanguage: return named(kLanguages, Text::kLanguageFr, value);
    case Facet::kLicence:
      if (value.value == kUnknownValue) return Text::kLicenceUnknown;
      return LicenceId{value.value};
    default: return value.label;
  }
}

}  // namespace catalogue
