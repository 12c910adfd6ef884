// SPDX-License-Identifier: MIT
// The catalogue's own reading of JSON against nlohmann_json, on a catalogue changed at random places.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "catalogue/catalogue_reader.h"

namespace catalogue {
namespace {

constexpr std::string_view kCatalogue = R"({"title":"Formations","trainings":[
{"id":"mooc","title":"MOOC \u00e9t\u00E9 \"9\"\\","provider":"INR","durations":[{"min":30,"max":30,"text":"30 min"},{"span":0}],
"licence":{"id":"CC-BY-4.0","text":null},"themes":["a","été"],"level":{"n":[1,-0.5,2e3,{"y":[true,false,null]}],"s":"\n\t\/"}},
{"id":"b","title":"La Fresque","languages":[],"x":[]}],"more":{"deep":[[],{}]}})";

// Without "d": half a surrogate is refused there, and replaced here.
constexpr std::string_view kBytes =
    "{}[]\",:\\/ \t\n\x1f"
    "0123456789-+.eEuntrfalsx\xC3\xA9\x80\xFF";

std::string changed_at_random(std::mt19937& random) {
  std::string json(kCatalogue);
  for (uint32_t changes = 1 + random() % 3; changes > 0; --changes) {
    const size_t at = random() % json.size();
    const char byte = kBytes[random() % kBytes.size()];
    switch (random() % 4) {
      case 0:
        json.erase(at, 1 + random() % 3);
        break;
      case 1:
        json.insert(at, 1, byte);
        break;
      default:
        json[at] = byte;
    }
  }
  return json;
}

bool is_syntax_code(std::string_view code) { return code == "invalid-json" || code == "invalid-utf8"; }

void expect_same_words(const Catalogue& catalogue, const nlohmann::json& json) {
  const auto& trainings = json.find("trainings").value();
  ASSERT_EQ(catalogue.size(), trainings.size());
  Arena arena;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    const auto title = trainings[row].find("title")->get<std::string>();
    // U+0000 is replaced.
    if (title.find('\0') != std::string::npos) continue;
    EXPECT_EQ(catalogue.training(row, arena).title, title);
  }
}

TEST(JsonDifferential, takes_for_json_what_another_library_does_and_reads_the_same_words) {
  std::mt19937 random(20260101);
  uint32_t accepted = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string json = changed_at_random(random);
    const auto expected = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
    const Result<Catalogue> read = read_catalogue(json, Language::kFrench);
    if (expected.is_discarded()) {
      EXPECT_FALSE(read.ok()) << json;
    } else if (read.ok()) {
      ++accepted;
      expect_same_words(read.value(), expected);
    } else {
      EXPECT_FALSE(is_syntax_code(read.error().code)) << json;
    }
  }
  EXPECT_GT(accepted, 1000u);
}

}  // namespace
}  // namespace catalogue
