// SPDX-License-Identifier: MIT
#include "catalogue/export.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "export/iso_duration.h"

namespace catalogue {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kCatalogue = R"json({
  "title": "Formations <libres>", "updated": "2024-03-12", "url": "https://exemple.fr/formations/",
  "trainings": [
    {"id": "mooc", "title": "MOOC \"Numérique\", responsable", "provider": "INR", "url": "https://exemple.fr/a?b=1&c=2",
     "description": "</script><script>alert(1)</script>",
     "durations": [{"min": 30, "max": 30, "basis": "stated", "text": "30 minutes"},
                   {"min": 240, "max": 300, "basis": "stated", "text": "4 à 5 heures"}],
     "licence": {"id": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/", "text": "Licence CC BY 4.0"},
     "modalities": ["en-ligne"], "languages": ["fr"], "themes": ["Écoconception", "Achats"]},
    {"id": "formule", "title": "=1+1", "durations": [{"span": 60480, "basis": "stated", "text": "6 semaines"}]}
  ]})json";

std::string exported(std::string_view format, std::string_view json = kCatalogue) {
  const Result<std::string> text = export_catalogue(json, format, {});
  return text ? text.value() : "error: " + std::string(text.error().code);
}

TEST(ExportJsonLd, makes_each_alternative_an_instance) {
  const Json list = Json::parse(exported("jsonld"));
  EXPECT_EQ(list["@type"], "ItemList");
  EXPECT_EQ(list["numberOfItems"], 2);
  const Json course = list["itemListElement"][0]["item"];
  EXPECT_EQ(course["@id"], "https://exemple.fr/formations/#mooc");
  ASSERT_EQ(course["hasCourseInstance"].size(), 2u);
  EXPECT_EQ(course["hasCourseInstance"][0]["courseWorkload"], "PT30M");
  EXPECT_EQ(course["hasCourseInstance"][1]["courseWorkload"], "4 à 5 heures");
  EXPECT_EQ(course["hasCourseInstance"][0]["courseMode"], "online");
  EXPECT_FALSE(course.contains("timeRequired"));
}

TEST(ExportJsonLd, says_an_effort_without_an_end_in_words) {
  const Json list = Json::parse(exported("jsonld", R"({"title":"T","trainings":[{"id":"a","title":"A","durations":[
    {"min":120,"text":"plus de 2 heures"},{"min":120},{"min":60,"max":90}]}]})"));
  const Json instances = list["itemListElement"][0]["item"]["hasCourseInstance"];
  ASSERT_EQ(instances.size(), 3u);
  EXPECT_EQ(instances[0]["courseWorkload"], "plus de 2 heures");
  EXPECT_EQ(instances[1]["courseWorkload"], "2\u00A0h et plus");
  EXPECT_EQ(instances[2]["courseWorkload"], "De 1\u00A0h à 1\u00A0h\u00A030");
}

TEST(ExportJsonLd, says_the_family_of_a_licence_without_a_version) {
  const Json list = Json::parse(exported("jsonld", R"({"title":"T","trainings":[
    {"id":"a","title":"A","licence":{"family":"CC-BY-SA","text":"CC BY-SA"}},
    {"id":"b","title":"B","licence":{"status":"ambiguous","text":"Creative Commons"}}]})"));
  EXPECT_EQ(list["itemListElement"][0]["item"]["license"], "CC-BY-SA");
  EXPECT_FALSE(list["itemListElement"][1]["item"].contains("license"));
}

TEST(ExportJsonLd, tells_elapsed_time_from_effort) {
  const Json course = Json::parse(exported("jsonld"))["itemListElement"][1]["item"];
  EXPECT_EQ(course["hasCourseInstance"][0]["courseSchedule"]["duration"], "P42D");
  EXPECT_FALSE(course["hasCourseInstance"][0].contains("courseWorkload"));
}

TEST(ExportJsonLd, cannot_end_the_script_that_holds_it) { EXPECT_EQ(exported("jsonld").find('<'), std::string::npos); }

TEST(ExportAtom, escapes_words_and_addresses) {
  const std::string feed = exported("atom");
  EXPECT_NE(feed.find("<title>Formations &lt;libres&gt;</title>"), std::string::npos);
  EXPECT_NE(feed.find("href=\"https://exemple.fr/a?b=1&amp;c=2\""), std::string::npos);
  EXPECT_NE(feed.find("<updated>2024-03-12T00:00:00Z</updated>"), std::string::npos);
  EXPECT_NE(feed.find("<id>https://exemple.fr/formations/#mooc</id>"), std::string::npos);
}

TEST(ExportAtom, gives_stable_ids_where_no_address_is_known) {
  const std::string feed = exported("atom", R"({"title":"T","trainings":[{"id":"a","title":"A"}]})");
  EXPECT_NE(feed.find("<id>urn:uuid:"), std::string::npos);
  const std::string again = exported("atom", R"({"title":"T","trainings":[{"id":"a","title":"A"}]})");
  EXPECT_EQ(feed, again);
}

constexpr std::string_view kUnsafe = R"json({"title":"T","url":"javascript:alert(0)","trainings":[
  {"id":"a","title":"A","url":"java\u0009script:alert(1)","licence":{"url":"JavaScript:alert(2)","text":"L"}},
  {"id":"b","title":"B","url":"data:text/html,x","licence":{"id":"MIT","url":"vbscript:x"}},
  {"id":"c","title":"C","url":"https://exemple.fr/c"}]})json";

TEST(Export, links_to_nothing_that_runs_in_atom_and_json_ld) {
  for (const std::string_view format : {"atom", "jsonld"}) {
    const std::string text = exported(format, kUnsafe);
    for (const std::string_view scheme : {"javascript", "script:", "data:", "vbscript"})
      EXPECT_EQ(text.find(scheme), std::string::npos) << format << ": " << text;
    EXPECT_NE(text.find("https://exemple.fr/c"), std::string::npos);
  }
  EXPECT_EQ(Json::parse(exported("jsonld", kUnsafe))["itemListElement"][1]["item"]["license"], "MIT");
}

TEST(ExportAtom, holds_only_characters_that_xml_has) {
  const std::string feed =
      exported("atom", R"json({"trainings":[{"id":"a","title":"A\uffffB\ufffeC\u0001D\ufffdE"}]})json");
  EXPECT_NE(feed.find("<title>ABCD\xEF\xBF\xBD"
                      "E</title>"),
            std::string::npos)
      << feed;
}

TEST(ExportFragment, writes_what_editors_write) {
  const std::string fragment = exported("html");
  EXPECT_TRUE(fragment.starts_with(
      "<h2 id=\"mooc\" lang=\"fr\">MOOC &quot;Numérique&quot;, responsable (INR)</h2>\n"
      "<ul class=\"tags\"><li><span class=\"tag\">Durée : 30 minutes ou 4 à 5 heures</span></li>"
      "<li><a class=\"tag\" href=\"https://creativecommons.org/licenses/by/4.0/\">Licence CC BY 4.0</a></li>"))
      << fragment;
  EXPECT_EQ(fragment.find("<script>"), std::string::npos);
}

TEST(ExportFragment, writes_words_of_several_alternatives_once) {
  const std::string fragment = exported("html", R"json({"trainings":[{"id":"a","title":"A","durations":[
    {"min":120,"max":120,"text":"2/3 heures"},{"min":180,"max":180,"text":"2/3 heures"}]}]})json");
  EXPECT_NE(fragment.find("<span class=\"tag\">Durée : 2/3 heures</span>"), std::string::npos) << fragment;
}

TEST(ExportFragment, links_to_nothing_that_runs) {
  const std::string fragment =
      exported("html", R"json({"trainings":[{"id":"a","title":"A","url":"javascript:alert(1)"}]})json");
  EXPECT_EQ(fragment.find("javascript"), std::string::npos);
}

TEST(Export, refuses_an_unknown_format_and_a_broken_catalogue) {
  EXPECT_EQ(exported("xls"), "error: unknown-format");
  EXPECT_EQ(exported("atom", "{").substr(0, 6), "error:");
}

TEST(IsoDuration, says_minutes_exactly) {
  EXPECT_EQ(iso_duration(10, false), "PT10M");
  EXPECT_EQ(iso_duration(150, false), "PT2H30M");
  EXPECT_EQ(iso_duration(1440, false), "PT24H");
  EXPECT_EQ(iso_duration(1440, true), "P1D");
}

}  // namespace
}  // namespace catalogue
