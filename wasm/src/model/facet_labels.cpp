// SPDX-License-Identifier: MIT
// Labels of values: from the licence table, from the visible texts, or the editor's words.
#include "model/facet_labels.h"

#include "catalogue/licence_table.h"
#include "catalogue/minutes.h"
#include "catalogue/texts.h"
#include "model/buckets.h"

namespace catalogue {
namespace {

struct NamedText {
  std::string_view value;
  Text text;
};

constexpr NamedText kRightTexts[] = {{"commercial", Text::kRightCommercial},
                                     {"modification", Text::kRightModification},
                                     {"partage", Text::kRightPartage},
                                     {"libre", Text::kRightLibre}};
constexpr NamedText kModalityTexts[] = {{"en-ligne", Text::kModalityEnLigne},
                                        {"presentiel", Text::kModalityPresentiel},
                                        {"hybride", Text::kModalityHybride}};
constexpr NamedText kLanguageTexts[] = {{"fr", Text::kLanguageFr},
                                        {"en", Text::kLanguageEn},
                                        {"de", Text::kLanguageDe},
                                        {"es", Text::kLanguageEs},
                                        {"it", Text::kLanguageIt}};

std::string named(std::span<const NamedText> texts, const FacetValue& value, Language language) {
  for (const NamedText& named : texts) {
    if (named.value == value.value) return text_of(language, named.text);
  }
  return value.label;
}

std::string duration_label(std::string_view value, Language language) {
  for (const DurationBucket& bucket : kDurationBuckets) {
    if (bucket.value != value) continue;
    return range_text(language, bucket.range);
  }
  return text_of(language, Text::kDurationUnknown);
}

}  // namespace

std::string facet_label(Facet facet, const FacetValue& value, Language language) {
  switch (facet) {
    case Facet::kDuration: return duration_label(value.value, language);
    case Facet::kRight: return named(kRightTexts, value, language);
    case Facet::kModality: return named(kModalityTexts, value, language);
    case Facet::kLanguage: return named(kLanguageTexts, value, language);
    case Facet::kLicence:
      if (value.value == kUnknownValue) return text_of(language, Text::kLicenceUnknown);
      return licence_label(value.value, language);
    default: return value.label;
  }
}

}  // namespace catalogue
