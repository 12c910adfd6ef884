// SPDX-License-Identifier: MIT
// The block of UTF-8 that texts are written to.
#include "text/output.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

TEST(Output, WritesWordsNumbersAndCharactersOfEveryLength) {
  Output out;
  out.write("a").write('b').number(0).number(4294967295u).code_point(U'é').code_point(U'…').code_point(U'🌱');
  EXPECT_EQ(out.view(), "ab04294967295é…🌱");
}

}  // namespace
}  // namespace catalogue
