// SPDX-License-Identifier: MIT
// A training with its meanings, before it is written as catalogue.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/facet.h"
#include "meaning/diagnostic.h"
#include "meaning/duration_reading.h"
#include "meaning/licence_reading.h"
#include "meaning/raw_records.h"
#include "meaning/tag.h"

namespace catalogue {

// The licence of a training and the words, link and place it was read from.
struct MeantLicence {
  LicenceReading reading;
  std::string text;
  std::string url;
  int32_t line = 0;
  int32_t column = 0;
  bool is_present = false;
};

// Values as catalogue.json holds them. `words`: tags as written, where their value alone would
// lose the editor's words. `record`: index of the raw record.
struct MeantTraining {
  int32_t record = 0;
  std::string id;
  std::string title;
  std::string provider;
  std::string url;
  std::string description;
  std::vector<DurationAlternative> durations;
  MeantLicence licence;
  std::vector<std::string> modalities;
  std::vector<std::string> languages;
  std::vector<std::string> themes;
  std::vector<std::string> levels;
  std::vector<std::string> certifications;
  std::vector<std::string> audiences;
  std::vector<std::string> accessibility;
  std::vector<std::string> words;
  std::string checked;  // the day on which its editor last looked, YYYY-MM-DD
  int32_t checked_line = 0;
  int32_t checked_column = 0;
};

// The lists of a training: the kind of tag that fills each, its facet, its member in catalogue.json, and the code of
// words that are not understood ("" where all are kept).
struct MeantList {
  TagKind kind;
  Facet facet;
  const char* member;
  std::string_view unknown_code;
  std::vector<std::string> MeantTraining::* values;
};
inline constexpr MeantList kMeantLists[] = {
    {TagKind::kModality, Facet::kModality, "modalities", "modality-unknown", &MeantTraining::modalities},
    {TagKind::kLanguage, Facet::kLanguage, "languages", "language-unknown", &MeantTraining::languages},
    {TagKind::kTheme, Facet::kTheme, "themes", "", &MeantTraining::themes},
    {TagKind::kLevel, Facet::kLevel, "levels", "level-unknown", &MeantTraining::levels},
    {TagKind::kCertification, Facet::kCertification, "certifications", "certification-unknown",
     &MeantTraining::certifications},
    {TagKind::kAudience, Facet::kAudience, "audiences", "", &MeantTraining::audiences},
    {TagKind::kAccessibility, Facet::kAccessibility, "accessibility", "accessibility-unknown",
     &MeantTraining::accessibility},
};

// A heading cut into title and provider: "Title (Provider)".
struct TitleReading {
  std::string title;
  std::string provider;
};

// The last parentheses of the heading name the provider, unless they say something else ("en
// ligne", "1/2 journée", a year) or hold the whole heading.
TitleReading read_title(std::string_view heading);

// One record's meaning; what an editor should know is added to `diagnostics`. The id is not set.
MeantTraining mean_record(const RawPage& page, int32_t index, std::vector<Diagnostic>& diagnostics);

// The meaning of each record, in the order of the page, with an id of its own.
std::vector<MeantTraining> mean_page(const RawPage& page, std::vector<Diagnostic>& diagnostics);

}  // namespace catalogue
