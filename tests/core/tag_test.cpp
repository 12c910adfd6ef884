// SPDX-License-Identifier: MIT
// Tags and headings in an editor's words. The cases are in tests/cases/tags.txt and titles.txt.
#include "meaning/tag.h"

#include <gtest/gtest.h>

#include "cases.h"
#include "meaning/meant_training.h"

namespace catalogue {
namespace {

std::string_view name(TagKind kind) {
  switch (kind) {
    case TagKind::kDuration:
      return "duration";
    case TagKind::kNotDuration:
      return "not a duration";
    case TagKind::kLicence:
      return "licence";
    case TagKind::kModality:
      return "modality";
    case TagKind::kLanguage:
      return "language";
    case TagKind::kLevel:
      return "level";
    case TagKind::kCertification:
      return "certification";
    case TagKind::kAudience:
      return "audience";
    case TagKind::kAccessibility:
      return "accessibility";
    case TagKind::kTheme:
      return "theme";
    case TagKind::kProvider:
      return "provider";
    case TagKind::kChecked:
      return "checked";
  }
  return "";
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::string written(const DurationReading& reading) {
  std::string out;
  for (const DurationAlternative& each : reading.alternatives) {
    out += out.empty() ? "" : " | ";
    out += each.is_known() ? std::to_string(each.min) : "?";
    if (each.span != kUnknownMinutes) out += " span " + std::to_string(each.span);
    if (each.basis != DurationBasis::kStated) out += " " + std::string(basis_name(each.basis));
  }
  return reading.problem.empty() ? out : out + " !" + std::string(reading.problem);
}

std::string written(const TagReading& reading) {
  std::string out(name(reading.kind));
  if (reading.kind == TagKind::kNotDuration) return out;
  if (reading.kind == TagKind::kDuration) return out + ": " + written(reading.duration);
  if (reading.kind == TagKind::kLicence) return out + ": " + (reading.licence.id.empty() ? "?" : reading.licence.id);
  if (!reading.problem.empty()) return out + ": ? !" + std::string(reading.problem);
  return out + (reading.is_known ? ": " : " unknown: ") + joined(reading.values);
}

TEST(Tag, says_what_every_line_of_the_case_file_says) {
  const auto cases = read_cases("tags.txt");
  EXPECT_GT(cases.size(), 70u);
  for (const Case& each : cases)
    EXPECT_EQ(written(read_tag({each.text, "", 0, 0, false}, {})), each.meaning)
        << "tags.txt:" << each.line << ": " << each.text;
}

// As a column of a spreadsheet gives them.
std::string written_as(std::string_view kind, std::string_view text) {
  return written(read_tag({std::string(text), "", 0, 0, false, std::string(kind)}, {}));
}

TEST(Tag, of_a_given_kind_needs_no_label) {
  EXPECT_EQ(written_as("duration", "14h30"), "duration: 870");
  EXPECT_EQ(written_as("duration", "Durée : 2 h"), "duration: 120");
  EXPECT_EQ(written_as("licence", "MIT"), "licence: MIT");
  EXPECT_EQ(written_as("licence", "gratuit"), "licence: ?");
  EXPECT_EQ(written_as("provider", "MIT"), "provider: MIT");
  EXPECT_EQ(written_as("theme", "2 heures, MIT"), "theme: 2 heures, MIT");
  EXPECT_EQ(written_as("modality", "en-ligne"), "modality: en-ligne");
  EXPECT_EQ(written_as("modality", "par pigeon"), "modality unknown: par pigeon");
  EXPECT_EQ(written_as("language", "de"), "language: de");
  EXPECT_EQ(written_as("language", "fr-CA"), "language: fr-CA");
  EXPECT_EQ(written_as("language", "klingon"), "language unknown: klingon");
  EXPECT_EQ(written_as("no such kind", "2 heures"), "duration: 120");
}

TEST(Title, parts_the_provider_from_the_title) {
  for (const Case& each : read_cases("titles.txt")) {
    const TitleReading reading = read_title(each.text);
    EXPECT_EQ(reading.title + " /" + (reading.provider.empty() ? "" : " " + reading.provider), each.meaning)
        << "titles.txt:" << each.line << ": " << each.text;
  }
}

}  // namespace
}  // namespace catalogue
