// SPDX-License-Identifier: MIT
// The small number readers of the browser's module agree with the C library.
#include "../../wasm/bindings/small_numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace catalogue::small {
namespace {

TEST(SmallNumbers, reads_whole_numbers_up_to_the_largest) {
  EXPECT_EQ(read_unsigned("0").value, 0u);
  EXPECT_EQ(read_unsigned("240,").value, 240u);
  const auto largest = read_unsigned("18446744073709551615");
  EXPECT_EQ(largest.value, UINT64_MAX);
  EXPECT_TRUE(largest.fits);
  EXPECT_EQ(read_signed("-9223372036854775808").value, INT64_MIN);
  EXPECT_TRUE(read_signed("-9223372036854775808").fits);
  EXPECT_EQ(read_signed("9223372036854775807").value, INT64_MAX);
}

TEST(SmallNumbers, says_when_a_whole_number_does_not_fit) {
  for (const char* text : {"18446744073709551616", "99999999999999999999999", "184467440737095516150"}) {
    const auto reading = read_unsigned(text);
    EXPECT_FALSE(reading.fits) << text;
    EXPECT_EQ(reading.value, UINT64_MAX) << text;
    EXPECT_EQ(*reading.end, '\0') << text;
  }
  EXPECT_FALSE(read_signed("-9223372036854775809").fits);
  EXPECT_EQ(read_signed("-9223372036854775809").value, INT64_MIN);
  EXPECT_FALSE(read_signed("9223372036854775808").fits);
}

TEST(SmallNumbers, ends_where_the_number_ends) {
  for (const std::string text : {"12]", "-3.5e2,", "0 ", "7E-3}"}) {
    const auto reading = read_double(text.c_str());
    EXPECT_EQ(reading.end, text.c_str() + text.size() - 1) << text;
  }
}

TEST(SmallNumbers, reads_fractions_within_a_few_units_of_the_c_library) {
  for (const char* text : {"0", "0.5", "-1.25", "3.141592653589793", "1e3", "2.5e-7", "6.02214076e23", "1e-300",
                           "123456789012345678901234567890", "0.1000000000000000055511151231257827"}) {
    const double expected = std::strtod(text, nullptr);
    const double actual = read_double(text).value;
    EXPECT_NEAR(actual, expected, std::abs(expected) * 4e-15) << text;
  }
}

TEST(SmallNumbers, keeps_zero_and_infinity_as_the_c_library_does) {
  EXPECT_EQ(read_double("0e999").value, 0.0);
  EXPECT_TRUE(std::signbit(read_double("-0").value));
  EXPECT_TRUE(std::isinf(read_double("1e999").value));
  EXPECT_EQ(read_double("1e-999").value, 0.0);
  EXPECT_TRUE(std::isinf(read_double("1e99999999999999999999").value));
}

}  // namespace
}  // namespace catalogue::small
