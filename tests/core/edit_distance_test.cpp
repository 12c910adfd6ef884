// SPDX-License-Identifier: MIT
// Typing mistakes between two words are counted as the textbook's matrix counts them.
#include "text/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace catalogue {
namespace {

TEST(EditDistance, counts_insertions_deletions_replacements_and_swaps) {
  EXPECT_EQ(edit_distance("heures", "heures", 2), 0u);
  EXPECT_EQ(edit_distance("heurs", "heures", 2), 1u);
  EXPECT_EQ(edit_distance("heures", "heurs", 2), 1u);
  EXPECT_EQ(edit_distance("hueres", "heures", 2), 1u);
  EXPECT_EQ(edit_distance("heires", "heures", 2), 1u);
  EXPECT_EQ(edit_distance("abc", "axd", 2), 2u);
  EXPECT_EQ(edit_distance("", "ab", 2), 2u);
}

TEST(EditDistance, is_above_the_limit_for_words_that_are_further) {
  EXPECT_GT(edit_distance("abcdef", "ghijkl", 2), 2u);
  EXPECT_GT(edit_distance("ab", "abcdef", 2), 2u);
}

TEST(EditDistance, allows_no_mistake_in_short_words_and_two_in_long_ones) {
  EXPECT_EQ(typos_allowed(3), 0u);
  EXPECT_EQ(typos_allowed(4), 1u);
  EXPECT_EQ(typos_allowed(7), 1u);
  EXPECT_EQ(typos_allowed(8), 2u);
}

// The whole matrix, row by row.
uint32_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<uint32_t>> cost(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
  for (uint32_t i = 0; i <= a.size(); ++i) {
    for (uint32_t j = 0; j <= b.size(); ++j) {
      uint32_t& here = cost[i][j];
      here = i + j;
      if (i == 0 || j == 0) continue;
      here = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) here = std::min(here, cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

TEST(EditDistance, counts_as_the_whole_matrix_does) {
  uint32_t seed = 1;
  const auto draw = [&seed](uint32_t bound) { return (seed = seed * 1664525 + 1013904223) / 65536 % bound; };
  const auto word = [&] {
    std::string letters(draw(8), 'a');
    for (char& letter : letters) letter = static_cast<char>('a' + draw(3));
    return letters;
  };
  for (int i = 0; i < 5000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const uint32_t distance = plain_distance(a, b);
    for (uint32_t limit = 0; limit <= 4; ++limit) {
      EXPECT_EQ(std::min(edit_distance(a, b, limit), limit + 1), std::min(distance, limit + 1))
          << a << " " << b << " " << limit;
    }
  }
}

}  // namespace
}  // namespace catalogue
