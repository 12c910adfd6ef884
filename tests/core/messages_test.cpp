// SPDX-License-Identifier: MIT
// Promises of the visible texts: plurals, placeholders and typography of each language.
#include "wording/messages.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

std::string written(Language language, Text text, const TextArguments& arguments) {
  Output out;
  write_text(out, language, text, arguments);
  return std::string(out.view());
}

std::string count_text(Language language, uint32_t count) {
  Output out;
  write_count(out, language, count);
  return std::string(out.view());
}

TEST(Texts, french_counts_zero_and_one_as_singular) {
  EXPECT_EQ(written(Language::kFrench, Text::kCount, {.n = 0, .x = {}, .y = {}}), "0 formation");
  EXPECT_EQ(written(Language::kFrench, Text::kCount, {.n = 1, .x = {}, .y = {}}), "1 formation");
  EXPECT_EQ(written(Language::kFrench, Text::kCount, {.n = 2, .x = {}, .y = {}}), "2 formations");
}

TEST(Texts, english_counts_one_alone_as_singular) {
  EXPECT_EQ(written(Language::kEnglish, Text::kCount, {.n = 0, .x = {}, .y = {}}), "0 trainings");
  EXPECT_EQ(written(Language::kEnglish, Text::kCount, {.n = 1, .x = {}, .y = {}}), "1 training");
}

TEST(Texts, thousands_are_parted_as_the_language_does) {
  EXPECT_EQ(count_text(Language::kFrench, 1234567),
            "1\xE2\x80\xAF"
            "234\xE2\x80\xAF"
            "567");
  EXPECT_EQ(count_text(Language::kEnglish, 10000), "10,000");
  EXPECT_EQ(count_text(Language::kFrench, 999), "999");
}

TEST(Texts, placeholders_are_filled_and_data_is_not_read_as_a_template) {
  const std::string_view x = "1 h";
  const std::string_view y = "{x}\002";
  EXPECT_EQ(written(Language::kEnglish, Text::kDurationBetween, {.x = x, .y = y}), "1 h to {x}\002");
}

TEST(Texts, the_last_text_of_each_language_is_reached) {
  const auto last = static_cast<Text>(generated::kTextCount - 1);
  EXPECT_FALSE(text_of(Language::kFrench, last).empty());
  EXPECT_FALSE(text_of(Language::kEnglish, last).empty());
}

}  // namespace
}  // namespace catalogue
