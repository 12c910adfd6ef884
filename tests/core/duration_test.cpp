// SPDX-License-Identifier: MIT
// Durations in an editor's words. The cases are in tests/cases/durations.txt.
#include <gtest/gtest.h>

#include "cases.h"
#include "meaning/duration_reading.h"

namespace catalogue {
namespace {

std::string written(const DurationAlternative& duration) {
  std::string out;
  if (duration.approx) out += "~";
  if (!duration.is_known())
    out += "?";
  else
    out += std::to_string(duration.min);
  if (duration.is_known() && !duration.has_end()) out += "+";
  if (duration.has_end() && duration.max != duration.min) out += "-" + std::to_string(duration.max);
  if (duration.span != kUnknownMinutes) out += " span " + std::to_string(duration.span);
  if (duration.basis != DurationBasis::kStated) out += " " + std::string(basis_name(duration.basis));
  return out;
}

std::string written(const DurationReading& reading) {
  std::string out;
  for (const DurationAlternative& each : reading.alternatives) out += (out.empty() ? "" : " | ") + written(each);
  if (!reading.problem.empty()) out += " !" + std::string(reading.problem);
  return out;
}

TEST(Duration, reads_every_form_of_the_case_files) {
  for (const char* file : {"durations.txt", "durations-of-catalogues.txt"}) {
    const auto cases = read_cases(file);
    EXPECT_GT(cases.size(), 150u);
    for (const Case& each : cases)
      EXPECT_EQ(written(read_durations(each.text, {})), each.meaning) << file << ":" << each.line << ": " << each.text;
  }
}

}  // namespace
}  // namespace catalogue
