// SPDX-License-Identifier: MIT
// Relevance as readable cases: a query, and the trainings that it finds, best first.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "ask.h"
#include "catalogue/answer.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/search.h"

namespace catalogue {
namespace {

constexpr std::string_view kLibrary = R"({"trainings": [
  {"id": "impacts", "title": "Impacts environnementaux du numérique", "provider": "INRIA", "themes": ["Écologie"],
   "description": "Mesurer, décrypter et agir pour trouver sa place de citoyen."},
  {"id": "evenement", "title": "Organiser un Événement sobre", "provider": "ADEME",
   "description": "L’impact d’une manifestation, du cœur du projet aux déchets."},
  {"id": "ecoconception", "title": "Introduction à l’écoconception", "provider": "DINUM", "themes": ["Écoconception"],
   "description": "Les 78 critères du RGESN, pas à pas."},
  {"id": "acv", "title": "Pratiquer l'analyse de cycle de vie", "provider": "CNRS",
   "description": "Méthode et données pour un service."},
  {"id": "nr", "title": "MOOC Numérique Responsable", "provider": "INR",
   "description": "Comprendre les enjeux, une donnée à la fois."},
  {"id": "atelier", "title": "Atelier des données ouvertes", "provider": "Etalab", "modalities": ["presentiel"],
   "description": "Un atelier sur l'éco-conception des jeux de données."}]})";

const Catalogue& library() {
  static const Catalogue catalogue = std::move(read_catalogue(kLibrary, Language::kFrench).value());
  return catalogue;
}

std::string find(std::string_view text) {
  Query query;
  query.text = text;
  std::string ids;
  for (const uint32_t row : ask(query, library()).rows) {
    ids += (ids.empty() ? "" : " ") + std::string(library().id(row));
  }
  return ids;
}

TEST(TextSearch, finds_what_a_french_speaker_means) {
  struct Case {
    std::string_view text;
    std::string_view ids;
  };
  for (const Case& c : {
           // Accents, case, ligatures, apostrophes.
           Case{"evenement", "evenement"},
           Case{"ÉVÉNEMENT", "evenement"},
           Case{"coeur", "evenement"},
           Case{"cœur", "evenement"},
           Case{"l'impact", "impacts evenement"},
           Case{"L’Impact", "impacts evenement"},
           // Inflection.
           Case{"impact environnemental", "impacts"},
           Case{"impacts environnementales", "impacts"},
           Case{"mesure", "impacts"},
           Case{"critère", "ecoconception"},
           Case{"donnée", "atelier acv nr"},
           // The beginning of the last word.
           Case{"environ", "impacts"},
           Case{"atel", "atelier"},
           Case{"numérique resp", "nr"},
           // Every word is needed; empty words are not.
           Case{"numérique", "impacts nr"},
           Case{"numérique citoyen", "impacts"},
           Case{"numérique fresque", ""},
           Case{"le numérique et les citoyens", "impacts"},
           // Wrong letters, when there is nothing better.
           Case{"numerqiue", "impacts nr"},
           Case{"evennement", "evenement"},
           Case{"citoyn", "impacts"},
           Case{"ecoconcepsion", "ecoconception"},
           Case{"xyzxyz", ""},
           // None in a word of the catalogue or the glossary, in an acronym, in the first letter, nor beyond the limit.
           Case{"libre", ""},
           Case{"python", ""},
           Case{"ACVK", ""},
           Case{"umerique", ""},
           Case{"citoxxn", ""},
           Case{"\"numerqiue\"", ""},
           Case{"\"numérique\"", "impacts nr"},
           // The glossary, both ways.
           Case{"ACV", "acv"},
           Case{"analyse du cycle de vie", "acv"},
           Case{"NR", "nr"},
           Case{"green it", "nr"},
           Case{"éco-conception", "ecoconception atelier"},
           Case{"écoconception", "ecoconception atelier"},
           Case{"référentiel général d'écoconception de services numériques", "ecoconception"},
           // A title counts more than a description; a text that says nothing, nothing.
           Case{"atelier", "atelier"},
           Case{"de la", "impacts evenement ecoconception acv nr atelier"},
       }) {
    EXPECT_EQ(find(c.text), c.ids) << c.text;
  }
}

std::string marked(std::string_view query, std::string_view words) {
  std::string out;
  size_t at = 0;
  Arena arena;
  const Highlighter highlighter(library(), query, arena);
  for (const TextMark& mark : highlighter.find(words)) {
    out += std::string(words.substr(at, mark.begin - at)) + "[" +
           std::string(words.substr(mark.begin, mark.end - mark.begin)) + "]";
    at = mark.end;
  }
  return out + std::string(words.substr(at));
}

TEST(TextSearch, highlights_every_kind_of_hit) {
  EXPECT_EQ(marked("impact", "Impacts et l’impact"), "[Impacts] et l’[impact]");
  EXPECT_EQ(marked("evenem", "Organiser un Événement"), "Organiser un [Événement]");
  EXPECT_EQ(marked("numerqiue", "le Numérique !"), "le [Numérique] !");
  EXPECT_EQ(marked("ACV", "Pratiquer l'analyse de cycle de vie"), "Pratiquer l'[analyse] de [cycle] de [vie]");
  EXPECT_EQ(marked("green it", "MOOC Numérique Responsable"), "MOOC [Numérique] [Responsable]");
  EXPECT_EQ(marked("", "Numérique"), "Numérique");
  EXPECT_EQ(marked("coeur", "<b>cœur</b>"), "<b>[cœur]</b>");
}

TEST(TextSearch, prepares_in_slices_what_a_query_would_do_at_once) {
  const Catalogue catalogue = std::move(read_catalogue(kLibrary, Language::kFrench).value());
  int slices = 1;
  while (!prepare_text(catalogue, 1)) ++slices;
  EXPECT_EQ(slices, 6);
}

TEST(TextSearch, prepares_fewer_trainings_at_once_when_their_texts_are_long) {
  const std::string words = std::string(40'000, 'x') + " mot";
  std::string json = R"({"trainings": [)";
  for (const std::string id : {"a", "b", "c", "d"}) {
    json += (id == "a" ? "" : ",") + (R"({"id": ")" + id) + R"(", "title": "T", "description": ")" + words + "\"}";
  }
  const Catalogue catalogue = std::move(read_catalogue(json + "]}", Language::kFrench).value());
  int slices = 1;
  while (!prepare_text(catalogue, 100)) ++slices;
  EXPECT_EQ(slices, 2);
  Query query;
  query.text = "mot";
  EXPECT_EQ(ask(query, catalogue).total, 4u);
}

TEST(TextSearch, finds_a_word_in_each_of_thousands_of_trainings) {
  constexpr uint32_t kTrainings = 5000;
  std::string json = R"({"trainings": [)";
  for (uint32_t i = 0; i < kTrainings; ++i) {
    const std::string number = std::to_string(i);
    json += (i ? ",{\"id\": \"t" : "{\"id\": \"t") + number + R"(", "title": "Sobre )" + (i % 3 ? "" : "trois ") +
            number + "\"}";
  }
  const Catalogue catalogue = std::move(read_catalogue(json + "]}", Language::kFrench).value());
  Query query;
  for (const auto& [text, total] :
       {std::pair{"sobre", kTrainings}, {"trois sobre", (kTrainings + 2) / 3}, {"sobre 4998", 1u}}) {
    query.text = text;
    EXPECT_EQ(ask(query, catalogue).total, total) << text;
  }
}

// Value, correction, query and total of the first way out; "none" when it is another.
std::string first_correction(const Catalogue& catalogue, std::string_view text) {
  Query query;
  query.text = text;
  const Answer answer = ask(query, catalogue);
  if (answer.exits.empty() || answer.exits[0].kind != ExitKind::kCorrect) return "none";
  const Exit& exit = answer.exits[0];
  return std::string(exit.value) + " > " + std::string(exit.to) + " " + std::string(exit.query) + " " +
         std::to_string(exit.total);
}

TEST(TextSearch, offers_the_closest_word_where_what_is_written_is_searched_exactly) {
  EXPECT_EQ(first_correction(library(), "\"evennement\""), "evennement > evenement q=%22evenement%22 1");
  EXPECT_EQ(first_correction(library(), "\"zzz\""), "none");
  EXPECT_EQ(first_correction(library(), "\"evenzzzzt\""), "none");
  EXPECT_EQ(first_correction(library(), "atelier evenement"), "none");
}

TEST(TextSearch, corrects_all_the_words_that_are_wrong_at_once) {
  EXPECT_EQ(first_correction(library(), "\"un evennement tres sobbre\""), "none");
  EXPECT_EQ(first_correction(library(), "\"evennement du coeur sobbre\""),
            "evennement du coeur sobbre > evenement du coeur sobre q=%22evenement+du+coeur+sobre%22 1");
}

// The codes and values of the warnings of a text.
std::string told(const Catalogue& catalogue, std::string_view text) {
  Query query;
  query.text = text;
  std::string out;
  for (const Warning& warning : ask(query, catalogue).warnings)
    out += std::string(kWarningNames[static_cast<size_t>(warning.code)]) + ": " + std::string(warning.value);
  return out;
}

TEST(TextSearch, says_what_was_corrected_and_what_an_acronym_without_training_means) {
  EXPECT_EQ(told(library(), "numerqiue"), "corrected: numerique");
  EXPECT_EQ(told(library(), "un evennement sobre"), "corrected: un evenement sobre");
  EXPECT_EQ(told(library(), "numérique"), "");
  EXPECT_EQ(told(library(), "numer"), "");
  EXPECT_EQ(told(library(), "ACV"), "");
  EXPECT_EQ(told(library(), "rgpd"), "acronym: RGPD (règlement général sur la protection des données)");
  EXPECT_EQ(told(library(), "visio"), "");
}

TEST(TextSearch, finds_the_licence_and_the_durations_that_items_show) {
  const Catalogue catalogue = std::move(read_catalogue(R"({"trainings": [
    {"id": "a", "title": "A", "licence": {"id": "CC-BY-4.0", "text": "Creative Commons"},
     "durations": [{"min": 60, "max": 60, "text": "1 heure"}, {"min": 90, "max": 90, "text": "une heure et demie"}]},
    {"id": "b", "title": "B", "durations": [{"min": 60, "max": 120, "text": "1 à 2 h"}]}]})",
                                                       Language::kFrench)
                                            .value());
  for (const auto& [text, total] : {std::pair{"CC BY", 1u},
                                    {"creative commons", 1u},
                                    {"1h", 1u},
                                    {"1h30", 1u},
                                    {"1 heure", 1u},
                                    {"2 h", 1u},
                                    {"3h", 0u}}) {
    Query query;
    query.text = text;
    EXPECT_EQ(ask(query, catalogue).total, total) << text;
  }
}

TEST(TextSearch, corrects_to_the_most_frequent_of_the_words_that_begin_alike) {
  const auto correction = [](std::string_view titles) {
    std::string json;
    for (char id = 'a'; !titles.empty(); ++id) {
      const size_t end = std::min(titles.find(','), titles.size());
      json += (json.empty() ? "" : ",") + (R"({"id": ")" + std::string(1, id)) + R"(", "title": ")" +
              std::string(titles.substr(0, end)) + "\"}";
      titles.remove_prefix(std::min(end + 1, titles.size()));
    }
    return first_correction(std::move(read_catalogue("{\"trainings\": [" + json + "]}", Language::kFrench).value()),
                            "\"freb\"");
  };
  EXPECT_EQ(correction("treb,treb,treb,fret"), "freb > fret q=%22fret%22 1");
  EXPECT_EQ(correction("fret,free,free,treb"), "freb > free q=%22free%22 2");
  EXPECT_EQ(correction("fret,free"), "freb > free q=%22free%22 1") << "ties: in the order of bytes";
  EXPECT_EQ(correction("free,fret"), "freb > free q=%22free%22 1");
  EXPECT_EQ(correction("treb,treb"), "none");
}

TEST(TextSearch, drops_the_word_itself_and_not_letters_of_another) {
  Query query;
  query.text = "numeriques rique";
  std::string drops;
  for (const Exit& exit : ask(query, library()).exits) {
    if (exit.kind == ExitKind::kDrop) drops += std::string(exit.value) + " " + std::string(exit.query) + "\n";
  }
  EXPECT_EQ(drops, "rique q=numeriques\n");
}

}  // namespace
}  // namespace catalogue
