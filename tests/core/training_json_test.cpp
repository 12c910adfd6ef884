// SPDX-License-Identifier: MIT
// A training as JSON: what the core reads from it again, and what it knows of its rights.
#include "model/training_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "catalogue/catalogue_reader.h"
#include "catalogue/compact.h"

namespace catalogue {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kTraining = R"json({
  "id": "mooc", "title": "MOOC \"Num\u00e9rique\" \\ \u0001\n", "provider": "INR", "url": "https://f.example/?a=1&b=2",
  "description": "Deux\tmodules", "source": "A · B", "registration": "https://f.example/r", "registrationLabel": "S'inscrire",
  "durations": [{"min": 0, "max": 30, "basis": "stated", "text": "30 minutes"}, {"span": 8640, "text": "6 jours"},
                {"min": 240, "max": 300, "approx": true, "basis": "computed"}],
  "licence": {"id": "CC-BY-NC-4.0", "url": "https://c.example/", "jurisdiction": "fr", "text": "CC BY-NC"},
  "modalities": ["en-ligne"], "languages": ["fr", "en"], "themes": ["Écoconception", "Achats"]})json";

// The trainings of a catalogue (JSON or a compact file), as JSON.
Json written(std::string_view bytes) {
  const Result<Catalogue> catalogue = read_catalogue(bytes, Language::kFrench);
  EXPECT_TRUE(catalogue.ok());
  Json trainings = Json::array();
  Arena arena;
  for (uint32_t row = 0; row < catalogue.value().size(); ++row) {
    Output out;
    write_training_json(out, catalogue.value().training(row, arena));
    trainings.push_back(Json::parse(out.view()));
  }
  return trainings;
}

std::string catalogue_of(std::string_view training) { return R"({"trainings":[)" + std::string(training) + "]}"; }

TEST(TrainingJson, holds_every_member_as_it_was_read) {
  Json training = written(catalogue_of(kTraining))[0];
  training.erase("rights");
  EXPECT_EQ(training, Json::parse(kTraining));
}

TEST(TrainingJson, is_the_same_from_a_compact_file) {
  const std::string json = catalogue_of(kTraining);
  EXPECT_EQ(written(write_compact(json).value().bytes), written(json));
}

TEST(TrainingJson, leaves_out_what_is_unknown) {
  EXPECT_EQ(written(R"({"trainings":[{"id":"a","title":"A","durations":[],"licence":{}}]})")[0],
            Json::parse(R"({"id":"a","title":"A"})"));
}

TEST(TrainingJson, tells_the_rights_of_a_family_and_those_that_an_ambiguous_licence_grants_all_the_same) {
  const Json family = written(R"({"trainings":[{"id":"a","title":"A","licence":{"family":"CC-BY-SA"}}]})")[0];
  EXPECT_EQ(family["licence"], Json::parse(R"({"family":"CC-BY-SA"})"));
  EXPECT_EQ(family["rights"]["libre"], true);
  const Json unsure = written(R"({"trainings":[{"id":"a","title":"A","licence":{"rights":["partage"]}}]})")[0];
  EXPECT_EQ(unsure["licence"], Json::parse(R"({"rights":["partage"]})"));
  EXPECT_EQ(unsure["rights"], Json::parse(R"({"partage":true})"));
}

TEST(TrainingJson, tells_each_right_of_a_licence_that_the_table_holds_and_none_of_another) {
  EXPECT_EQ(written(catalogue_of(kTraining))[0]["rights"],
            Json::parse(R"({"commercial":false,"modification":true,"partage":true,"libre":false})"));
  EXPECT_FALSE(
      written(R"({"trainings":[{"id":"a","title":"A","licence":{"id":"LicenseRef-mine"}}]})")[0].contains("rights"));
}

}  // namespace
}  // namespace catalogue
