// SPDX-License-Identifier: MIT
// Relevance as readable cases: a query, and the trainings that it finds, best first.
#include <gtest/gtest.h>

#include <string>

#include "ask.h"
#include "catalogue/answer.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/text.h"
#include "search/terms.h"

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
           Case{"evenement", "evenement"}, Case{"ÉVÉNEMENT", "evenement"}, Case{"coeur", "evenement"},
           Case{"cœur", "evenement"}, Case{"l'impact", "impacts evenement"}, Case{"L’Impact", "impacts evenement"},
           // Inflection.
           Case{"impact environnemental", "impacts"}, Case{"impacts environnementales", "impacts"},
           Case{"mesure", "impacts"}, Case{"critère", "ecoconception"}, Case{"donnée", "atelier acv nr"},
           // The beginning of the last word.
           Case{"environ", "impacts"}, Case{"atel", "atelier"}, Case{"numérique resp", "nr"},
           // Every word is needed; empty words are not.
           Case{"numérique", "impacts nr"}, Case{"numérique citoyen", "impacts"},
           Case{"numérique fresque", ""}, Case{"le numérique et les citoyens", "impacts"},
           // Wrong letters, when there is nothing better.
           Case{"numerqiue", "impacts nr"}, Case{"evennement", "evenement"}, Case{"citoyn", "impacts"},
           Case{"ecoconcepsion", "ecoconception"}, Case{"xyzxyz", ""},
           // The glossary, both ways.
           Case{"ACV", "acv"}, Case{"analyse du cycle de vie", "acv"}, Case{"NR", "nr"}, Case{"green it", "nr"},
           Case{"éco-conception", "ecoconception atelier"}, Case{"écoconception", "ecoconception atelier"},
           Case{"référentiel général d'écoconception de services numériques", "ecoconception"},
           // A title counts more than a description; a text that says nothing, nothing.
           Case{"atelier", "atelier"}, Case{"de la", "impacts evenement ecoconception acv nr atelier"},
       }) {
    EXPECT_EQ(find(c.text), c.ids) << c.text;
  }
}

std::string marked(std::string_view query, std::string_view words) {
  std::string out;
  size_t at = 0;
  for (const TextMark& mark : Highlighter(library(), query).find(words)) {
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

TEST(TextSearch, offers_the_closest_word_when_too_many_letters_are_wrong) {
  Query query;
  query.text = "evenzzzzt";
  const Answer answer = ask(query, library());
  ASSERT_FALSE(answer.exits.empty());
  EXPECT_EQ(answer.exits[0].kind, "correct");
  EXPECT_EQ(answer.exits[0].to, "evenement");
  EXPECT_EQ(answer.exits[0].query, "q=evenement");
  EXPECT_EQ(answer.exits[0].total, 1u);
}

TEST(TextSearch, counts_insertions_deletions_replacements_and_swaps) {
  EXPECT_EQ(edit_distance("abc", "abc", 2), 0u);
  EXPECT_EQ(edit_distance("abc", "acb", 2), 1u);
  EXPECT_EQ(edit_distance("abc", "abcd", 2), 1u);
  EXPECT_EQ(edit_distance("abc", "axd", 2), 2u);
  EXPECT_EQ(edit_distance("abc", "xyz", 2), 3u);
  EXPECT_EQ(edit_distance("", "ab", 2), 2u);
}

}  // namespace
}  // namespace catalogue
