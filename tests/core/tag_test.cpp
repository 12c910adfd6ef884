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
    case TagKind::kTheme:
      return "theme";
    case TagKind::kProvider:
      return "provider";
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
  return out + (reading.is_known ? ": " : " unknown: ") + joined(reading.values);
}

TEST(Tag, says_what_every_line_of_the_case_file_says) {
  const auto cases = read_cases("tags.txt");
  EXPECT_GT(cases.size(), 70u);
  for (const Case& each : cases)
    EXPECT_EQ(written(read_tag({each.text, "", 0, 0, false}, {})), each.meaning)
        << "tags.txt:" << each.line << ": " << each.text;
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
