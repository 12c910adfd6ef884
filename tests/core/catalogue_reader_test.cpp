// SPDX-License-Identifier: MIT
// Reading catalogue.json: what is accepted, what is refused, and where the fault is.
#include "catalogue/catalogue_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "catalogue/limits.h"

namespace catalogue {
namespace {

Arena arena;  // for the lists of the trainings that tests look at

constexpr std::string_view kSmall = R"({
  "title": "Formations", "updated": "2024-03-12", "licence": "etalab-2.0",
  "trainings": [
    {"id": "mooc", "title": "MOOC Num\u00e9rique \"Responsable\"", "provider": "INR",
     "url": "https://www.academie-nr.org/", "description": "Deux modules",
     "durations": [{"min": 30, "max": 30, "basis": "stated", "text": "30 minutes"},
                   {"min": 240, "max": 240, "approx": true, "text": "4 heures"}],
     "licence": {"id": "CC-BY-NC-ND-4.0", "text": "CC BY-NC-ND 4.0"},
     "modalities": ["en-ligne"], "languages": ["fr"], "themes": ["Écoconception", "ecoconception"],
     "level": {"name": ["x", {"y": null}], "n": 1e400}},
    {"id": "fresque", "title": "La Fresque", "durations": [{"span": 8640, "text": "6 jours"}]}
  ]})";

std::string in_training(std::string_view members) {
  return R"({"trainings":[{"id":"a","title":"A",)" + std::string(members) + "}]}";
}

Error error_of(std::string_view json) {
  const Result<Catalogue> result = read_catalogue(json, Language::kFrench);
  return result.ok() ? Error{"accepted", {}, {}} : result.error();
}

TEST(CatalogueReader, keeps_the_words_of_every_training) {
  const Result<Catalogue> result = read_catalogue(kSmall, Language::kFrench);
  ASSERT_TRUE(result.ok());
  const Catalogue& catalogue = result.value();
  EXPECT_EQ(catalogue.title(), "Formations");
  EXPECT_EQ(catalogue.updated(), "2024-03-12");
  ASSERT_EQ(catalogue.size(), 2u);
  const Training training = catalogue.training(0, arena);
  EXPECT_EQ(training.id, "mooc");
  EXPECT_EQ(training.title, "MOOC Numérique \"Responsable\"");
  EXPECT_EQ(training.provider, "INR");
  EXPECT_EQ(training.licence.text, "CC BY-NC-ND 4.0");
  ASSERT_EQ(training.durations.size(), 2u);
  EXPECT_EQ(training.durations[0].max, 30);
  EXPECT_EQ(training.durations[0].basis, "stated");
  EXPECT_TRUE(training.durations[1].approx);
  EXPECT_EQ(training.durations[1].text, "4 heures");
  EXPECT_EQ(training.themes.size(), 2u);
  EXPECT_EQ(catalogue.training(1, arena).durations[0].span, 8640);
  EXPECT_FALSE(catalogue.training(1, arena).durations[0].is_known());
}

TEST(CatalogueReader, keeps_where_a_training_comes_from_and_its_registration) {
  const Result<Catalogue> result = read_catalogue(
      in_training(R"("source":"État · Région","registration":"https://r.example/i","registrationLabel":"S’inscrire")"),
      Language::kFrench);
  ASSERT_TRUE(result.ok());
  const Training training = result.value().training(0, arena);
  EXPECT_EQ(training.source, "État · Région");
  EXPECT_EQ(training.registration, "https://r.example/i");
  EXPECT_EQ(training.registration_label, "S’inscrire");
  EXPECT_EQ(error_of(in_training(R"("source":["x"])")).code, "wrong-type");
}

TEST(CatalogueReader, gives_each_facet_its_values_once_in_order) {
  const Result<Catalogue> result = read_catalogue(kSmall, Language::kFrench);
  ASSERT_TRUE(result.ok());
  const auto themes = result.value().values(Facet::kTheme);
  ASSERT_EQ(themes.size(), 1u);
  EXPECT_EQ(themes[0].value, "ecoconception");
  EXPECT_EQ(themes[0].label, "Écoconception");
  const auto licences = result.value().values(Facet::kLicence);
  ASSERT_EQ(licences.size(), 3u);
  EXPECT_EQ(licences[0].value, "CC-BY-NC-ND");
  EXPECT_EQ(licences[0].label, "CC BY-NC-ND");
  EXPECT_EQ(licences[1].value, "inconnue");
  EXPECT_EQ(licences[2].value, "CC-BY-NC-ND-4.0");
  EXPECT_EQ(result.value().choices(Facet::kLicence).size(), 2u);
  EXPECT_EQ(result.value().choices(Facet::kDuration).size(), 6u);
  EXPECT_EQ(result.value().values(Facet::kDuration).size(), 18u);  // bars follow
  EXPECT_EQ(result.value().values(Facet::kRight).size(), 4u);
  EXPECT_EQ(result.value().values(Facet::kModality)[0].label, "En ligne");
}

TEST(CatalogueReader, reads_the_same_in_slices_of_one_training) {
  std::string json(kSmall);
  char* bytes = static_cast<char*>(std::malloc(json.size() + CatalogueReader::kPadding));
  json.copy(bytes, json.size());
  CatalogueReader reader(bytes, json.size(), Language::kFrench);
  int steps = 0;
  while (reader.step(1) == CatalogueReader::State::kMore && steps < 100) ++steps;
  EXPECT_GE(steps, 3);
  EXPECT_EQ(reader.take().training(1, arena).title, "La Fresque");
}

TEST(CatalogueReader, refuses_a_catalogue_cut_at_any_byte) {
  for (size_t length = 0; length < kSmall.size(); ++length) {
    EXPECT_NE(error_of(kSmall.substr(0, length)).code, "accepted") << length;
  }
  EXPECT_EQ(error_of(kSmall).code, "accepted");
}

TEST(CatalogueReader, accepts_a_byte_order_mark_and_no_training) {
  EXPECT_EQ(error_of("\xEF\xBB\xBF{\"trainings\":[]}\n").code, "accepted");
}

TEST(CatalogueReader, tells_what_is_not_json_by_its_byte) {
  EXPECT_EQ(error_of("{\"trainings\":[}").code, "invalid-json");
  EXPECT_EQ(error_of("{\"trainings\":[]} x").code, "invalid-json");
  EXPECT_EQ(error_of(in_training("\"x\":tru e")).code, "invalid-json");
  EXPECT_EQ(error_of(in_training("\"x\":01")).code, "invalid-json");
  EXPECT_EQ(error_of(in_training("\"x\":1.")).code, "invalid-json");
  EXPECT_EQ(error_of(in_training("\"x\":\"\\x\"")).code, "invalid-json");
  EXPECT_EQ(error_of(in_training("\"x\":\"a\nb\"")).code, "invalid-json");
  EXPECT_EQ(error_of("{\"trainings\":[{]}").detail, "byte 16");
}

TEST(CatalogueReader, refuses_bytes_that_are_not_utf8) {
  EXPECT_EQ(error_of(in_training("\"description\":\"\xE9t\xE9\"")).code, "invalid-utf8");
  EXPECT_EQ(error_of(in_training("\"description\":\"\xED\xA0\x80\"")).code, "invalid-utf8");
  EXPECT_EQ(error_of(in_training("\"description\":\"\xC0\xAF\"")).code, "invalid-utf8");
}

TEST(CatalogueReader, replaces_nul_and_half_surrogates) {
  const auto result =
      read_catalogue(in_training(R"("provider":"\u0000|\ud83d|\ude00|\ud83d\ude00|\ud83dx")"), Language::kFrench);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().training(0, arena).provider, "\uFFFD|\uFFFD|\uFFFD|\U0001F600|\uFFFDx");
}

TEST(CatalogueReader, points_at_a_member_of_a_wrong_type) {
  struct Case {
    std::string_view members;
    std::string_view where;
  };
  for (const Case& c :
       {Case{"\"provider\":3", "/trainings/0/provider"}, Case{"\"licence\":\"CC\"", "/trainings/0/licence"},
        Case{"\"licence\":{\"id\":[]}", "/trainings/0/licence/id"}, Case{"\"durations\":{}", "/trainings/0/durations"},
        Case{"\"durations\":[{\"min\":1,\"max\":2},3]", "/trainings/0/durations/1"},
        Case{"\"durations\":[{\"basis\":true}]", "/trainings/0/durations/0/basis"},
        Case{"\"themes\":[\"a\",{}]", "/trainings/0/themes/1"}, Case{"\"themes\":[null]", "/trainings/0/themes/0"}}) {
    const Error error = error_of(in_training(c.members));
    EXPECT_EQ(error.code, "wrong-type") << c.members;
    EXPECT_EQ(error.where, c.where) << c.members;
  }
  EXPECT_EQ(error_of("{\"trainings\":[null]}").code, "wrong-type");
  EXPECT_EQ(error_of("{\"trainings\":{}}").where, "/trainings");
  EXPECT_EQ(error_of("[]").code, "not-a-catalogue");
}

TEST(CatalogueReader, needs_an_id_and_a_title_once) {
  EXPECT_EQ(error_of(R"({"trainings":[{"title":"A"}]})").detail, "id");
  EXPECT_EQ(error_of(R"({"trainings":[{"id":"a","title":""}]})").detail, "title");
  EXPECT_EQ(error_of("{}").code, "missing-member");
  EXPECT_EQ(error_of(in_training("\"id\":\"b\"")).code, "duplicate-member");
  EXPECT_EQ(error_of(R"({"trainings":[],"trainings":[]})").code, "duplicate-member");
  const Error error = error_of(R"({"trainings":[{"id":"a","title":"A"},{"id":"a","title":"B"}]})");
  EXPECT_EQ(error.code, "duplicate-id");
  EXPECT_EQ(error.where, "/trainings/1");
}

TEST(CatalogueReader, takes_null_for_absent) {
  EXPECT_EQ(error_of(in_training("\"provider\":null,\"durations\":null,\"licence\":{\"id\":null}")).code, "accepted");
}

TEST(CatalogueReader, bounds_minutes) {
  for (const std::string_view minutes : {"-1", "1.5", "1e2", "100000001", "99999999999999999999"}) {
    const Error error = error_of(in_training("\"durations\":[{\"min\":" + std::string(minutes) + "}]"));
    EXPECT_EQ(error.code, "bad-minutes") << minutes;
    EXPECT_EQ(error.where, "/trainings/0/durations/0/min");
  }
  EXPECT_EQ(error_of(in_training("\"durations\":[{\"min\":30.0,\"max\":30}]")).code, "accepted");
  EXPECT_EQ(error_of(in_training("\"durations\":[{\"min\":60,\"max\":30}]")).code, "bad-duration");
  EXPECT_EQ(error_of(in_training("\"durations\":[{\"min\":60}]")).code, "accepted");  // no end
  EXPECT_EQ(error_of(in_training("\"durations\":[{\"max\":60}]")).code, "bad-duration");
}

TEST(CatalogueReader, bounds_depth_and_strings) {
  const auto nested = [](size_t depth) { return "\"x\":" + std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(error_of(in_training(nested(11))).code, "accepted");
  EXPECT_EQ(error_of(in_training(nested(12))).code, "too-deep");
  EXPECT_EQ(error_of("{" + nested(100'000) + "}").code, "too-deep");
  EXPECT_EQ(error_of(in_training("\"description\":\"" + std::string(kMaxStringBytes + 1, 'a') + "\"")).code,
            "string-too-long");
  std::string themes = "\"themes\":[\"a\"";
  for (uint32_t i = 0; i < kMaxListLength; ++i) themes += ",\"b\"";
  EXPECT_EQ(error_of(in_training(themes + "]")).code, "list-too-long");
}

TEST(CatalogueReader, never_needs_more_room_than_the_json) {
  std::string json = "{\"trainings\":[";
  for (int i = 0; i < 300; ++i) {
    json += (i ? ",{\"id\":\"" : "{\"id\":\"") + std::to_string(i) +
            "\",\"title\":\"\\u0001\",\"durations\":[{\"span\":0},{},{\"text\":\"\\u00e9\"},"
            "{\"min\":0,\"max\":9}],\"themes\":[\"\",\"a\",\"\"],\"url\":\"\"}";
  }
  const auto result = read_catalogue(json + "]}", Language::kFrench);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().training(299, arena).id, "299");
  EXPECT_EQ(result.value().training(299, arena).durations.size(), 3u);
  EXPECT_EQ(result.value().training(299, arena).title, "\x01");
}

}  // namespace
}  // namespace catalogue
