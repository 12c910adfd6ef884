// SPDX-License-Identifier: MIT
// Labels of values: from the licence table, the visible texts or the catalogue.
#include "model/facet_labels.h"

#include "model/buckets.h"

namespace catalogue {
namespace {

struct NamedValue {
  std::string_view value;
  Text name;
};
constexpr NamedValue kRights[] = {{kRightValues[0], Text::kRightCommercial},
                                  {kRightValues[1], Text::kRightModification},
                                  {kRightValues[2], Text::kRightPartage},
                                  {kRightValues[3], Text::kRightLibre}};
constexpr NamedValue kModalities[] = {{kModalityValues[0], Text::kModalityEnLigne},
                                      {kModalityValues[1], Text::kModalityPresentiel},
                                      {kModalityValues[2], Text::kModalityHybride}};
static_assert(std::size(kModalities) == kModalityValues.size());
constexpr NamedValue kLanguages[] = {{"fr", Text::kLanguageFr},
                                     {"en", Text::kLanguageEn},
                                     {"de", Text::kLanguageDe},
                                     {"es", Text::kLanguageEs},
                                     {"it", Text::kLanguageIt}};

Label name_in(std::span<const NamedValue> names, const FacetValue& value) {
  for (const NamedValue& known : names) {
    if (known.value == value.value) return known.name;
  }
  return value.label;
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
      return name_in(kRights, value);
    case Facet::kModality:
      return name_in(kModalities, value);
    case Facet::kLanguage:
      return name_in(kLanguages, value);
    case Facet::kLicence:
      if (value.value == kUnknownValue) return Text::kLicenceUnknown;
      return LicenceId{value.value};
    default:
      return value.label;
  }
}

}  // namespace catalogue
