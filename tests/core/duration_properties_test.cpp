// SPDX-License-Identifier: MIT
// Properties of all durations, not of chosen ones: reading inverts writing, cut texts do no harm, and the cost
// is linear.
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "cases.h"
#include "duration_writer.h"
#include "meaning/licence_reading.h"
#include "meaning/tag.h"

namespace catalogue {
namespace {

constexpr Language kLanguages[] = {Language::kFrench, Language::kEnglish};

bool same(const DurationAlternative& a, const DurationAlternative& b) {
  return a.min == b.min && a.max == b.max && a.span == b.span && a.approx == b.approx;
}

::testing::AssertionResult reads_back(Language language, const std::vector<DurationAlternative>& durations) {
  const std::string text = DurationWriter(language).write(durations);
  const DurationReading reading = read_durations(text, {});
  bool is_same = reading.problem.empty() && reading.alternatives.size() == durations.size();
  for (size_t i = 0; is_same && i < durations.size(); ++i) is_same = same(reading.alternatives[i], durations[i]);
  if (is_same) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << text << " " << reading.problem;
}

DurationAlternative effort(int32_t min, int32_t max) {
  DurationAlternative duration;
  duration.min = min;
  duration.max = max;
  return duration;
}

TEST(Duration, is_read_back_as_it_was_written_for_every_minute_of_a_thousand_hours) {
  for (const Language language : kLanguages)
    for (int32_t minutes = 1; minutes < 60'000; minutes += minutes < 3000 ? 1 : 7)
      ASSERT_TRUE(reads_back(language, {effort(minutes, minutes)}));
}

TEST(Duration, is_read_back_as_it_was_written_for_ranges_spans_and_alternatives) {
  std::mt19937 random(2021);
  const auto below = [&](int32_t limit) { return static_cast<int32_t>(random() % static_cast<uint32_t>(limit)); };
  constexpr int32_t kUnits[] = {7 * 24 * 60, 30 * 24 * 60, 365 * 24 * 60};
  for (int i = 0; i < 20'000; ++i) {
    std::vector<DurationAlternative> durations(static_cast<size_t>(1 + below(3)));
    for (DurationAlternative& each : durations) {
      const bool has_span = below(3) == 0;
      if (!has_span || below(2) == 0) {
        each.max = 1 + below(below(2) == 0 ? 1200 : 59'000);
        each.min = below(3) == 0 ? 0 : below(2) == 0 ? each.max : 1 + below(each.max);
      }
      if (has_span) each.span = (1 + below(9)) * kUnits[below(3)];
      each.approx = below(4) == 0;
      if (!has_span && each.min > 0 && below(4) == 0) each.max = kUnknownMinutes;
    }
    ASSERT_TRUE(reads_back(kLanguages[i % 2], durations));
  }
}

TEST(Parsers, survive_every_case_cut_at_every_byte) {
  for (const char* file : {"durations.txt", "durations-of-catalogues.txt", "licences.txt", "licences-of-catalogues.txt",
                           "tags.txt", "titles.txt"})
    for (const Case& each : read_cases(file))
      for (size_t size = 0; size <= each.text.size(); ++size) {
        const std::string cut = each.text.substr(0, size);
        for (const DurationAlternative& duration : read_durations(cut, {}).alternatives)
          ASSERT_TRUE(!duration.has_end() || duration.min <= duration.max) << cut;
        const LicenceReading licence = read_licence(cut, cut);
        ASSERT_EQ(licence.id.empty(), licence.status != LicenceStatus::kKnown) << cut;
      }
  for (const Case& each : read_cases("tags.txt"))
    for (size_t size = 0; size <= each.text.size(); ++size)
      ASSERT_LE(read_tag({each.text.substr(0, size), "", 0, 0, false}, {}).values.size(), each.text.size());
}

// Texts that grow by one part again and again: 32 times the length may take some hundred times as
// long (caches, allocations), never the thousand times of a quadratic reader. Counted in the time of
// this process alone, the least of three runs.
TEST(Parsers, take_time_in_proportion_to_length) {
  const auto seconds = [](const std::string& part, size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i) text += part;
    double least = 1e9;
    for (int run = 0; run < 3; ++run) {
      const std::clock_t start = std::clock();
      read_durations(text, {});
      read_licence(text, text);
      least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return least;
  };
  for (const char* part : {"1",
                           "h",
                           " ",
                           "1 h ",
                           "1/",
                           "1 h ou ",
                           "5 x ",
                           "une heure et ",
                           "P1",
                           "PT1H",
                           "(",
                           "-",
                           "à ",
                           "CC BY ",
                           "cc",
                           "by-",
                           "licence ouverte ",
                           "Durée : ",
                           "2 à 3 ",
                           "creative commons ",
                           "\xC2\xA0",
                           "\xFF",
                           "é"}) {
    EXPECT_LT(seconds(part, 1'600), 200 * seconds(part, 50) + 0.02) << part;
  }
}

}  // namespace
}  // namespace catalogue
