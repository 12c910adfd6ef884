// SPDX-License-Identifier: MIT
// The diagnostics of a page. The cases are in tests/cases/checks.txt.
#include <gtest/gtest.h>

#include "catalogue/normalise.h"
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

TEST(Neighbours, leaves_out_texts_too_long_to_compare) {
  const std::string longest(199, 'a');
  EXPECT_EQ(near_pairs({longest, longest + "b"}).size(), 1u);
  EXPECT_TRUE(near_pairs({longest + "bb", longest + "b"}).empty());
}

TEST(Neighbours, finds_slips_at_both_ends_and_leaves_numbers_apart) {
  const auto pairs = near_pairs(
      {"ecoconception web", "écoconception", "xcoconception web", "niveau 1", "niveau 2", "achats", "achat", "achats"});
  EXPECT_EQ(pairs, (std::vector<std::pair<size_t, size_t>>{{0, 2}, {5, 6}}));
}

}  // namespace
}  // namespace catalogue
