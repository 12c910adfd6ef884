// SPDX-License-Identifier: MIT
// Labels of values: from the licence table, from the visible texts, or the editor's words.
#include "model/facet_labels.h"

#include "model/buckets.h"
#include "text/names.h"

namespace catalogue {
namespace {

// In the order of their texts.
constexpr std::string_view kModalities[] = {"en-ligne", "presentiel", "hybride"};
constexpr std::string_view kLanguages[] = {"fr", "en", "de", "es", "it"};

Label named(std::span<const std::string_view> names, Text first, const FacetValue& value) {
  const size_t i = index_of(names, value.value);
  if (i == names.size()) return value.label;
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
      return named(kRightValues, Text::kRightCommercial, value);
    case Facet::kModality:
      return named(kModalities, Text::kModalityEnLigne, value);
    case Facet::kLanguage:
      return named(kLanguages, Text::kLanguageFr, value);
    case Facet::kLicence:
      if (value.value == kUnknownValue) return Text::kLicenceUnknown;
      return LicenceId{value.value};
    default:
      return value.label;
  }
}

}  // namespace catalogue
