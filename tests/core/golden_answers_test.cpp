// SPDX-License-Identifier: MIT
// The answers of the native core, byte for byte those that tests/wasm expects of the module.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "ask.h"
#include "catalogue/catalogue_reader.h"

namespace catalogue {
namespace {

std::string read_file(const std::string& name) {
  std::ifstream file(std::string(CATALOGUE_SOURCE_DIR) + "/tests/golden/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(GoldenAnswers, are_the_same_natively_and_in_wasm) {
  const auto catalogue = read_catalogue(read_file("nine.catalogue.json"), Language::kFrench);
  ASSERT_TRUE(catalogue.ok());
  std::istringstream queries(read_file("answers.queries.txt"));
  std::istringstream expected(read_file("answers.expected.jsonl"));
  std::string answers;
  int count = 0;
  for (std::string line, answer; std::getline(queries, line); ++count) {
    ASSERT_TRUE(std::getline(expected, answer)) << line;
    const Query query = parse(line, catalogue.value());
    const std::string given = answer_json(catalogue.value(), query, ask(query, catalogue.value(), 4));
    answers += given + "\n";
    EXPECT_EQ(given, answer) << line << " (UPDATE_GOLDEN=1 rewrites it, for a reviewed change)";
  }
  EXPECT_EQ(count, 20);
  if (std::getenv("UPDATE_GOLDEN"))
    std::ofstream(std::string(CATALOGUE_SOURCE_DIR) + "/tests/golden/answers.expected.jsonl", std::ios::binary)
        << answers;
}

}  // namespace
}  // namespace catalogue
