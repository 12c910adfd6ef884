// SPDX-License-Identifier: MIT
// What an editor is told of a page. The cases are in tests/cases/checks.txt.
#include <gtest/gtest.h>

#include "catalogue/normalise.h"
#include "check/edit_distance.h"
#include "check/neighbours.h"
#include "page_case.h"

namespace catalogue {
namespace {

using Json = nlohmann::json;

// "3:1 warning licence-ambiguous → suggestion"; whole-page diagnostics have no place.
std::string written(const Json& diagnostic) {
  std::string out = diagnostic.contains("line") ? std::to_string(diagnostic["line"].get<int>()) + ":" +
                                                      std::to_string(diagnostic["column"].get<int>()) + " "
                                                : "";
  out += diagnostic["severity"].get<std::string>() + " " + diagnostic["code"].get<std::string>();
  const Json args = diagnostic.value("args", Json::object());
  if (args.contains("suggestion")) out += " → " + args["suggestion"].get<std::string>();
  return out;
}

TEST(Check, tells_what_every_page_of_the_case_file_needs) {
  const auto cases = read_page_cases("checks.txt");
  EXPECT_GT(cases.size(), 25u);
  for (const PageCase& each : cases) {
    const Json answer = Json::parse(normalise(each.raw.dump()), nullptr, false);
    std::vector<std::string> found;
    for (const Json& diagnostic : answer["diagnostics"]) found.push_back(written(diagnostic));
    if (found.empty()) found.push_back("nothing");
    EXPECT_EQ(found, each.expected) << each.name;
  }
}

TEST(EditDistance, counts_insertions_deletions_replacements_and_swaps) {
  EXPECT_EQ(edit_distance("heures", "heures", 2), 0u);
  EXPECT_EQ(edit_distance("heurs", "heures", 2), 1u);
  EXPECT_EQ(edit_distance("hueres", "heures", 2), 1u);
  EXPECT_EQ(edit_distance("heires", "heures", 2), 1u);
  EXPECT_EQ(edit_distance("", "ab", 2), 2u);
  EXPECT_EQ(edit_distance("abcdef", "ghijkl", 2), 3u);
  EXPECT_EQ(edit_distance("ab", "abcdef", 2), 3u);
  EXPECT_EQ(edit_distance(std::string(500, 'a'), std::string(500, 'a'), 2), 3u);
}

// The band is only a faster way to the same number.
TEST(EditDistance, equals_the_plain_matrix_within_its_bound) {
  const std::string letters = "abca";
  std::vector<std::string> words;
  for (int i = 0; i < 4 * 4 * 4 * 4; ++i)
    words.push_back({letters[i & 3], letters[i >> 2 & 3], letters[i >> 4 & 3], letters[i >> 6 & 3]});
  for (const std::string& a : {std::string("abca"), std::string("aab"), std::string("cabac")})
    for (const std::string& b : words) {
      const size_t all = edit_distance(a, b, 10);
      for (size_t bound = 0; bound < 4; ++bound)
        EXPECT_EQ(edit_distance(a, b, bound), std::min(all, bound + 1)) << a << " " << b;
    }
}

TEST(Neighbours, finds_slips_at_both_ends_and_leaves_numbers_apart) {
  const auto pairs = near_pairs(
      {"ecoconception web", "écoconception", "xcoconception web", "niveau 1", "niveau 2", "achats", "achat", "achats"});
  EXPECT_EQ(pairs, (std::vector<std::pair<size_t, size_t>>{{0, 2}, {5, 6}}));
}

}  // namespace
}  // namespace catalogue
