// SPDX-License-Identifier: MIT
// Promises of the visible texts: plurals, placeholders and typography of each language.
#include "catalogue/texts.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

TEST(Texts, french_counts_zero_and_one_as_singular) {
  EXPECT_EQ(text_of(Language::kFrench, Text::kCount, {.n = 0}), "0 formation");
  EXPECT_EQ(text_of(Language::kFrench, Text::kCount, {.n = 1}), "1 formation");
  EXPECT_EQ(text_of(Language::kFrench, Text::kCount, {.n = 2}), "2 formations");
}

TEST(Texts, english_counts_one_alone_as_singular) {
  EXPECT_EQ(text_of(Language::kEnglish, Text::kCount, {.n = 0}), "0 trainings");
  EXPECT_EQ(text_of(Language::kEnglish, Text::kCount, {.n = 1}), "1 training");
}

TEST(Texts, thousands_are_parted_as_the_language_does) {
  EXPECT_EQ(count_text(Language::kFrench, 1234567), "1\xE2\x80\xAF" "234\xE2\x80\xAF" "567");
  EXPECT_EQ(count_text(Language::kEnglish, 10000), "10,000");
  EXPECT_EQ(count_text(Language::kFrench, 999), "999");
}

TEST(Texts, placeholders_are_filled_and_data_is_not_read_as_a_template) {
  EXPECT_EQ(text_of(Language::kEnglish, Text::kDurationBetween, {.x = "1 h", .y = "{x}\002"}),
            "1 h to {x}\002");
}

TEST(Texts, the_last_text_of_each_language_is_reached) {
  const auto last = static_cast<Text>(generated::kTextCount - 1);
  EXPECT_FALSE(text_of(Language::kFrench, last).empty());
  EXPECT_FALSE(text_of(Language::kEnglish, last).empty());
}

}  // namespace
}  // namespace catalogue
