// SPDX-License-Identifier: MIT
// Promises of minutes: what a visitor types is understood, what is shown reads back the same.
#include "wording/minutes.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

std::string minutes_text(Language language, int32_t minutes) {
  Output out;
  write_minutes(out, language, minutes);
  return std::string(out.view());
}

std::string range_text(Language language, MinuteRange range) {
  Output out;
  write_range(out, language, range);
  return std::string(out.view());
}

TEST(Minutes, understands_what_visitors_type) {
  const std::pair<std::string_view, int32_t> cases[] = {{"90", 90},
                                                        {"1h30", 90},
                                                        {"1 h 30", 90},
                                                        {"1H30min", 90},
                                                        {"1:30", 90},
                                                        {"1,5 h", 90},
                                                        {"1.25h", 75},
                                                        {"45 min", 45},
                                                        {"45mn", 45},
                                                        {"2 heures", 120},
                                                        {"0", 0},
                                                        {"1\xC2\xA0h\xC2\xA0"
                                                         "05",
                                                         65},
                                                        {" 30\xE2\x80\xAFmin ", 30}};
  for (const auto& [typed, minutes] : cases) EXPECT_EQ(read_typed_minutes(typed), minutes) << typed;
}

TEST(Minutes, refuses_what_is_not_a_duration) {
  for (const std::string_view typed :
       {"", "h", "une heure", "1h75", "1h30h", "-5", "1,5", "99999999", "1h-2h", "30 jours", "1,255h", "1e3"}) {
    EXPECT_EQ(read_typed_minutes(typed), kNotMinutes) << typed;
  }
}

TEST(Minutes, are_shown_with_no_break_spaces_and_read_back_the_same) {
  EXPECT_EQ(minutes_text(Language::kFrench, 90),
            "1\xC2\xA0h\xC2\xA0"
            "30");
  EXPECT_EQ(minutes_text(Language::kEnglish, 65),
            "1\xC2\xA0h\xC2\xA0"
            "05\xC2\xA0min");
  for (int32_t minutes = 0; minutes < 1500; ++minutes) {
    EXPECT_EQ(read_typed_minutes(minutes_text(Language::kFrench, minutes)), minutes);
    EXPECT_EQ(read_typed_minutes(minutes_text(Language::kEnglish, minutes)), minutes);
  }
}

TEST(Minutes, ranges_say_their_open_end) {
  EXPECT_EQ(range_text(Language::kFrench, {0, 60}), "1\xC2\xA0h au plus");
  EXPECT_EQ(range_text(Language::kFrench, {240, MinuteRange::kOpenEnd}), "4\xC2\xA0h et plus");
  EXPECT_EQ(range_text(Language::kEnglish, {20, 90}),
            "20\xC2\xA0min to 1\xC2\xA0h\xC2\xA0"
            "30\xC2\xA0min");
}

}  // namespace
}  // namespace catalogue
