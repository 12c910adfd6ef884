// SPDX-License-Identifier: MIT
// Answers: totals, counts, order, pages, ways out, on a catalogue small enough to check by eye.
#include "catalogue/answer.h"

#include <gtest/gtest.h>

#include <string>

#include "ask.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"

namespace catalogue {
namespace {

constexpr std::string_view kFive = R"({"trainings": [
  {"id": "inr", "title": "MOOC Numérique Responsable", "provider": "INR", "themes": ["Numérique"],
   "durations": [{"min": 30, "max": 30}, {"min": 240, "max": 240}], "licence": {"id": "CC-BY-NC-ND-4.0"}},
  {"id": "inria", "title": "Impacts environnementaux", "provider": "INRIA", "themes": ["Numérique", "Mesure"],
   "durations": [{"min": 300, "max": 300}], "licence": {"id": "CC-BY-NC-SA-4.0"}},
  {"id": "oc", "title": "Appliquez le Green IT", "provider": "OpenClassrooms",
   "durations": [{"min": 240, "max": 240}], "licence": {"id": "CC-BY-SA-4.0"}},
  {"id": "etalab", "title": "Écoconception", "modalities": ["en-ligne"],
   "durations": [{"min": 120, "max": 120}], "licence": {"id": "etalab-2.0"}},
  {"id": "atelier", "title": "Atelier 10", "modalities": ["presentiel"], "themes": ["Mesure"],
   "licence": {"text": "à préciser"}}]})";

const Catalogue& five() {
  static const Catalogue catalogue = std::move(read_catalogue(kFive, Language::kFrench).value());
  return catalogue;
}

Answer ask(std::string_view query, uint32_t page_size = kPageSize) {
  return ask(parse(query, five()), five(), page_size);
}

std::string ids(const Answer& answer) {
  std::string all;
  for (const uint32_t row : answer.rows) all += (all.empty() ? "" : " ") + std::string(five().id(row));
  return all;
}

uint32_t count_of(const Answer& answer, Facet facet, std::string_view value) {
  const auto values = five().values(facet);
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i].value == value) return answer.counts[static_cast<size_t>(facet)][i];
  }
  ADD_FAILURE() << "no value " << value;
  return 0;
}

TEST(Answer, without_a_query_is_everything_in_source_order) {
  const Answer answer = ask("");
  EXPECT_EQ(answer.total, 5u);
  EXPECT_EQ(ids(answer), "inr inria oc etalab atelier");
  EXPECT_EQ(answer.query, "");
  EXPECT_EQ(count_of(answer, Facet::kRight, "commercial"), 2u);
  EXPECT_EQ(count_of(answer, Facet::kDuration, "inconnue"), 1u);
}

TEST(Answer, any_alternative_may_overlap_the_range) {
  EXPECT_EQ(ids(ask("duree=-30")), "inr");
  EXPECT_EQ(ids(ask("duree=200-240")), "inr oc");
  EXPECT_EQ(ids(ask("duree=60-100")), "");
  EXPECT_EQ(ids(ask("duree=-30&duree=300-")), "inr inria");
  EXPECT_EQ(ids(ask("duree=inconnue")), "atelier");
}

TEST(Answer, a_count_leaves_its_own_facet_aside) {
  const Answer answer = ask("licence=CC-BY-SA-4.0&duree=-240");
  EXPECT_EQ(answer.total, 1u);
  EXPECT_EQ(count_of(answer, Facet::kLicence, "CC-BY-NC-ND-4.0"), 1u);
  EXPECT_EQ(count_of(answer, Facet::kLicence, "CC-BY-NC-SA-4.0"), 0u);
  EXPECT_EQ(count_of(answer, Facet::kDuration, "-240"), 1u);
  EXPECT_EQ(count_of(answer, Facet::kDuration, "-30"), 0u);
}

TEST(Answer, each_right_is_needed_and_counts_with_the_others) {
  const Answer answer = ask("droit=modification&droit=commercial");
  EXPECT_EQ(ids(answer), "oc etalab");
  EXPECT_EQ(count_of(answer, Facet::kRight, "libre"), 2u);
  EXPECT_EQ(count_of(answer, Facet::kRight, "partage"), 2u);
  EXPECT_EQ(count_of(answer, Facet::kRight, "modification"), 2u);
}

TEST(Answer, sorts_in_french_with_digits_in_order) {
  EXPECT_EQ(ids(ask("tri=titre")), "oc atelier etalab inria inr");
  EXPECT_EQ(ids(ask("tri=duree")), "inr etalab oc inria atelier");
  EXPECT_EQ(ids(ask("tri=-duree")), "inria inr oc etalab atelier");
  EXPECT_EQ(ids(ask("tri=organisme")), "inr inria oc etalab atelier");
}

TEST(Answer, cuts_pages_and_brings_a_page_too_far_back) {
  EXPECT_EQ(ids(ask("page=2", 2)), "oc etalab");
  const Answer last = ask("page=9", 2);
  EXPECT_EQ(last.page, 3u);
  EXPECT_EQ(last.pages, 3u);
  EXPECT_EQ(ids(last), "atelier");
  EXPECT_EQ(last.query, "page=3");
}

TEST(Answer, a_value_that_no_training_holds_matches_nothing_and_says_so) {
  const Query query = parse("licence=CC0-1.0&modalite=En%20ligne", five());
  ASSERT_EQ(query.warnings.size(), 1u);
  EXPECT_EQ(query.warnings[0].code, WarningCode::kUnknownValue);
  EXPECT_EQ(query.warnings[0].value, "CC0-1.0");
  const Answer answer = ask(query, five());
  EXPECT_EQ(answer.total, 0u);
  EXPECT_EQ(answer.query, "licence=CC0-1.0&modalite=en-ligne");
  ASSERT_EQ(answer.exits.size(), 1u);
  EXPECT_EQ(answer.exits[0].query, "modalite=en-ligne");
  EXPECT_EQ(answer.exits[0].total, 1u);
}

TEST(Answer, a_value_that_folds_to_nothing_matches_nothing_too) {
  const Query query = parse("theme=%00", five());
  ASSERT_EQ(query.warnings.size(), 1u);
  EXPECT_EQ(query.warnings[0].code, WarningCode::kUnknownValue);
  const Answer answer = ask(query, five());
  EXPECT_EQ(answer.total, 0u);
  EXPECT_EQ(ask(parse(answer.query, five()), five()).query, answer.query);
}

TEST(Answer, an_empty_result_offers_the_smallest_changes) {
  const Answer answer = ask("licence=CC-BY-NC-SA-4.0&duree=-240");
  ASSERT_EQ(answer.exits.size(), 3u);
  EXPECT_EQ(answer.exits[0].kind, ExitKind::kWiden);
  EXPECT_EQ(answer.exits[0].query, "duree=-300&licence=CC-BY-NC-SA-4.0");
  EXPECT_EQ(answer.exits[1].query, "licence=CC-BY-NC-SA-4.0");
  EXPECT_EQ(answer.exits[2].query, "duree=-240");
  EXPECT_EQ(answer.exits[2].total, 3u);
}

TEST(Answer, a_text_tells_what_filters_hide) {
  const Answer answer = ask("q=responsable&licence=etalab-2.0");
  EXPECT_EQ(answer.total, 0u);
  ASSERT_EQ(answer.hidden.size(), 1u);
  EXPECT_EQ(answer.hidden[0].key, "licence");
  EXPECT_EQ(answer.hidden[0].count, 1u);
  EXPECT_EQ(answer.hidden[0].query, "q=responsable");
}

// One licence of each kind that visitors choose by family.
const Catalogue& families() {
  static const Catalogue catalogue = std::move(read_catalogue(R"({"trainings":[
        {"id":"four","title":"A","licence":{"id":"CC-BY-SA-4.0"},"durations":[{"min":120,"basis":"stated","text":"2 h et plus"}]},
        {"id":"three","title":"B","licence":{"id":"CC-BY-SA-3.0"},"durations":[{"min":60,"max":60},{"min":600}]},
        {"id":"any","title":"C","licence":{"family":"CC-BY-SA"},"durations":[{"min":300,"max":300}]},
        {"id":"mit","title":"D","licence":{"id":"MIT"}},
        {"id":"vague","title":"E","licence":{"status":"ambiguous","rights":["modification","partage","all"]}},
        {"id":"none","title":"F","licence":{"id":"","rights":["modification"],"family":"CC-BY-ND"}}]})",
                                                              Language::kFrench)
                                                   .value());
  return catalogue;
}

TEST(Answer, a_family_finds_every_version_and_none) {
  const auto ids = [](std::string_view query) {
    std::string found;
    for (const uint32_t row : ask(parse(query, families()), families()).rows)
      found += std::string(families().id(row)) + " ";
    return found;
  };
  EXPECT_EQ(ids("licence=CC-BY-SA"), "four three any ");
  EXPECT_EQ(ids("licence=cc-by-sa-4.0"), "four ");
  EXPECT_EQ(ids("licence=CC-BY-SA-4.0&licence=MIT"), "four mit ");
  EXPECT_EQ(ids("licence=CC-BY-SA-2.0"), "");
  EXPECT_EQ(ids("licence=inconnue"), "vague ");
  EXPECT_EQ(ids("droit=modification"), "four three any mit vague ");
  EXPECT_EQ(ids("droit=libre"), "four three any mit ");
  const Query query = parse("licence=CC-BY-SA-3.0", families());
  const auto values = offered(families(), query, Facet::kLicence);
  ASSERT_EQ(values.size(), 5u);  // four choices, and the id that was asked for
  EXPECT_EQ(families().values(Facet::kLicence)[values[1]].label, "CC BY-SA");
  EXPECT_EQ(ask(query, families()).counts[1][values[1]], 3u);
}

TEST(Answer, what_has_no_end_is_reached_by_every_longer_range) {
  const auto total = [](std::string_view query) { return ask(parse(query, families()), families()).total; };
  EXPECT_EQ(total("duree=-119"), 1u);
  EXPECT_EQ(total("duree=120-"), 3u);
  EXPECT_EQ(total("duree=5000-"), 2u);
  EXPECT_EQ(total("duree=inconnue"), 3u);
  EXPECT_EQ(ask(parse("", families()), families()).bars[11], 2u);
  // By the shortest, then by the longest that is known of each: 300, 600 and 120 minutes.
  const auto first = [](std::string_view query) {
    return families().id(ask(parse(query, families()), families()).rows[0]);
  };
  EXPECT_EQ(first("tri=duree"), "three");
  EXPECT_EQ(first("tri=-duree"), "three");
  EXPECT_EQ(first("tri=-duree&licence=CC-BY-SA-4.0&licence=CC-BY-SA"), "three");
}

TEST(Answer, an_empty_catalogue_answers_too) {
  const auto empty = read_catalogue("{\"trainings\":[]}", Language::kFrench);
  const Answer answer = ask(parse("q=a&duree=-30&tri=titre&page=4", empty.value()), empty.value());
  EXPECT_EQ(answer.total, 0u);
  EXPECT_EQ(answer.page, 1u);
  EXPECT_EQ(answer.pages, 1u);
  EXPECT_TRUE(answer.exits.empty());
}

}  // namespace
}  // namespace catalogue
