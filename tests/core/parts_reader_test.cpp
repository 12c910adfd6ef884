// SPDX-License-Identifier: MIT
// A catalogue in parts answers as the whole one, and says what it lacks.
#include "parts/parts_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "ask.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/render.h"
#include "parts_of.h"

namespace catalogue {
namespace {

using Json = nlohmann::ordered_json;

std::string read_golden(const std::string& name) {
  const std::ifstream file(std::filesystem::path(CATALOGUE_SOURCE_DIR) / "tests/golden" / (name + ".catalogue.json"));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Several blocks, with values of few and of many trainings, unknown and open durations, days, and licences of families.
std::string made_up(uint32_t size, uint32_t seed = 7) {
  std::mt19937 random(seed);
  const auto one_of = [&](uint32_t count) { return random() % count; };
  const char* const licences[] = {"CC-BY-4.0", "CC-BY-3.0", "CC-BY-SA-4.0", "etalab-2.0", "LicenseRef-proprietary"};
  const char* const modalities[] = {"en-ligne", "presentiel", "hybride"};
  Json catalogue = {{"title", "Essai"}, {"updated", "2026-03-01"}, {"trainings", Json::array()}};
  for (uint32_t i = 0; i < size; ++i) {
    Json training = {{"id", "t" + std::to_string(i)},
                     {"title", "Titre " + std::to_string(one_of(1000))},
                     {"provider", "Organisme " + std::to_string(one_of(90))},
                     {"description", "Écoconception nº " + std::to_string(i)},
                     {"modalities", {modalities[one_of(3)]}},
                     {"languages", {one_of(4) ? "fr" : "en"}}};
    if (one_of(5)) training["licence"] = {{"id", licences[one_of(5)]}, {"text", "texte"}};
    if (one_of(6) == 0) training["licence"] = {{"family", "CC-BY"}};
    if (one_of(3) == 0) training["checked"] = "2026-0" + std::to_string(1 + one_of(9)) + "-03";
    for (uint32_t left = one_of(4); left; --left) training["themes"].push_back("Thème " + std::to_string(one_of(80)));
    for (uint32_t left = one_of(3); left; --left) {
      const auto min = static_cast<int>(one_of(600));
      Json duration = {{"min", min}, {"text", "durée"}};
      if (one_of(5)) duration["max"] = min + static_cast<int>(one_of(200));
      training["durations"].push_back(duration);
    }
    catalogue["trainings"].push_back(training);
  }
  return catalogue.dump();
}

Catalogue read(const std::string& json, Language language = Language::kFrench) {
  auto read = read_catalogue(json, language);
  EXPECT_TRUE(read) << read.error().code;
  return std::move(read.value());
}

PartsReader::State add(PartsReader& reader, uint32_t number, std::string_view bytes) {
  reader.add(number, bytes);
  PartsReader::State state;
  do {
    state = reader.step();
  } while (state == PartsReader::State::kMore);
  return state;
}

// Asks, brings what is missing and asks again, as web/core does. `brought` gains the numbers of these parts.
class Visitor {
 public:
  explicit Visitor(const std::vector<std::string>& parts, Language language = Language::kFrench)
      : parts_(parts), reader(language) {
    EXPECT_EQ(add(reader, kHeadPart, parts[kHeadPart]), PartsReader::State::kDone);
  }

  std::string ask(std::string_view words, uint32_t page_size = kPageSize) {
    const Catalogue& catalogue = reader.catalogue();
    for (int round = 0; round < 5; ++round) {
      const Query query = parse(words, catalogue);
      if (const auto answer = reader.answer(query, page_size, test_arena()))
        return answer_json(catalogue, query, *answer) + html_of(catalogue, query, *answer);
      bring();
    }
    ADD_FAILURE() << words << ": parts are still missing";
    return {};
  }

  static std::string html_of(const Catalogue& catalogue, const Query& query, const Answer& answer) {
    return std::string(render_answer(catalogue, query, answer, {}, test_arena()));
  }

 private:
  void bring() {
    const std::vector<uint32_t> missing(reader.missing().begin(), reader.missing().end());
    for (const uint32_t number : missing) {
      ASSERT_TRUE(brought.insert(number).second) << "part " << number << " was there";
      ASSERT_EQ(add(reader, number, parts_[number]), PartsReader::State::kDone) << number;
    }
  }
  const std::vector<std::string>& parts_;

 public:
  PartsReader reader;
  std::set<uint32_t> brought;
};

std::string ask_whole(const Catalogue& catalogue, std::string_view words, uint32_t page_size = kPageSize) {
  const Query query = parse(words, catalogue);
  const Answer answer = answer_query(catalogue, query, page_size, test_arena());
  return answer_json(catalogue, query, answer) + Visitor::html_of(catalogue, query, answer);
}

constexpr std::string_view kQueries[] = {"",
                                         "page=2",
                                         "page=99",
                                         "licence=CC-BY",
                                         "licence=CC-BY-4.0&licence=inconnue",
                                         "droit=commercial&droit=modification",
                                         "duree=-30",
                                         "duree=45-70&duree=200-",
                                         "duree=inconnue",
                                         "organisme=organisme-3",
                                         "theme=theme-7&theme=theme-8",
                                         "modalite=en-ligne&langue=fr&duree=-120",
                                         "tri=titre",
                                         "tri=titre&page=3",
                                         "tri=duree",
                                         "tri=-duree&licence=CC-BY-SA",
                                         "tri=organisme",
                                         "tri=verification",
                                         "tri=verification&modalite=hybride",
                                         "theme=absent",
                                         "duree=599-600&licence=etalab-2.0",
                                         "organisme=organisme-1&theme=theme-1&langue=en&duree=-30",
                                         "droit=libre",
                                         "niveau=debutant",
                                         "q=titre+12",
                                         "q=ecoconceptoin",
                                         "q=organisme&langue=fr",
                                         "q=titr",
                                         "q=zzz&duree=-30",
                                         "q=de+la",
                                         "q=conception&tri=titre",
                                         "q=5+organisme&theme=theme-1",
                                         "q=%22titre%22",
                                         "q=xylophone+ecoconception"};

TEST(Parts, AnswerAsTheWholeCatalogueInBothLanguages) {
  for (const std::string& json : {made_up(700), made_up(33), made_up(0), read_golden("nine")}) {
    const std::vector<std::string> parts = parts_of(read(json));
    for (const Language language : {Language::kFrench, Language::kEnglish}) {
      const Catalogue whole = read(json, language);
      Visitor visitor(parts, language);
      for (const std::string_view words : kQueries) {
        EXPECT_EQ(visitor.ask(words), ask_whole(whole, words)) << words;
        // Alone too: what is there from other questions does not help.
        EXPECT_EQ(Visitor(parts, language).ask(words, 7), ask_whole(whole, words, 7)) << words;
      }
    }
  }
}

TEST(Parts, TheFirstPageNeedsTheFirstBlockAlone) {
  const std::vector<std::string> parts = parts_of(read(made_up(700)));
  Visitor visitor(parts);
  visitor.ask("");
  EXPECT_EQ(visitor.brought, (std::set<uint32_t>{kFirstBlockPart}));
}

// The number of the block of five that holds training `row` of made_up(): the last part that has its id, after its
// length.
uint32_t small_block_of(uint32_t row, const std::vector<std::string>& parts) {
  std::string id = "t" + std::to_string(row);
  id.insert(id.begin(), static_cast<char>(id.size()));
  auto number = static_cast<uint32_t>(parts.size());
  while (number > 0 && parts[number - 1].find(id) == std::string::npos) --number;
  return number - 1;
}

TEST(Parts, AFilterNeedsTheColumnsAndTheBlocksOfItsPage) {
  const std::vector<std::string> parts = parts_of(read(made_up(700)));
  Visitor visitor(parts);
  visitor.ask("langue=fr");
  // Three of four are in French: twenty of them lie in the first block, and in the first five of the second.
  EXPECT_EQ(visitor.brought, (std::set<uint32_t>{kColumnsPart, kFirstBlockPart, small_block_of(20, parts)}));
  visitor.ask("langue=fr&duree=-60&licence=CC-BY");
  EXPECT_LT(visitor.brought.size(), 24u);
}

// The parts of made_up(700) where the trainings of these rows alone are in English.
std::vector<std::string> parts_with_english(const std::vector<uint32_t>& rows) {
  Json catalogue = Json::parse(made_up(700));
  for (Json& training : catalogue["trainings"]) training["languages"] = {"fr"};
  for (const uint32_t row : rows) catalogue["trainings"][row]["languages"] = {"en"};
  return parts_of(read(catalogue.dump()));
}

TEST(Parts, SmallBlocksComeWhereOneOrTwoHoldAllThatAPageLacksOfABlock) {
  // Of three blocks: in one block of five, in two, in three.
  const std::vector<std::string> parts = parts_with_english({25, 26, 45, 58, 61, 66, 71});
  Visitor visitor(parts);
  visitor.ask("langue=en");
  EXPECT_EQ(visitor.brought, (std::set<uint32_t>{kColumnsPart, kFirstBlockPart + 3, small_block_of(25, parts),
                                                 small_block_of(45, parts), small_block_of(58, parts)}));
}

TEST(Parts, APageBringsTwoSmallBlocksForOneUntilItBringsTwelve) {
  std::vector<uint32_t> rows;
  for (uint32_t block = 2; block < 12; ++block) rows.insert(rows.end(), {block * 20, block * 20 + 10});
  const std::vector<std::string> parts = parts_with_english(rows);
  Visitor visitor(parts);
  visitor.ask("langue=en");
  EXPECT_EQ(visitor.brought.size(), 1u + 12);
  for (const uint32_t row : {200u, 210u, 220u, 230u}) EXPECT_TRUE(visitor.brought.contains(small_block_of(row, parts)));
}

// In the order of the catalogue, its twenty trainings lie in twenty blocks.
TEST(Parts, TheTrainingsOfOneChoiceLieSideBySide) {
  const Catalogue whole = read(made_up(3000));
  const std::vector<std::string> parts = parts_of(whole);
  for (const std::string_view words : {"theme=theme-7", "organisme=organisme-5", "tri=titre&page=4"}) {
    Visitor visitor(parts);
    EXPECT_EQ(visitor.ask(words), ask_whole(whole, words));
    EXPECT_LE(visitor.brought.size(), 3u) << words;
  }
}

// `count` trainings of 250 providers in turn, with one word each.
std::string many(uint32_t count) {
  std::string json = R"({"trainings":[)";
  for (uint32_t i = 0; i < count; ++i) {
    const std::string provider = std::to_string(i % 250);
    json += (i ? "," : "") + (R"({"id":"t)" + std::to_string(i) + R"(","title":"a","provider":"o )" + provider + "\"}");
  }
  return json + "]}";
}

// Where each order would be too many files for a host.
TEST(Parts, AboveTwoHundredThousandTheFirstTwentyPagesOfAChoiceLieSideBySide) {
  const Catalogue whole = read(many(201'000));
  const std::vector<std::string> parts = parts_of(whole);
  EXPECT_LT(parts.size(), 201'000u / 20 * 2);
  const auto brought = [&](std::string_view words) {
    Visitor visitor(parts);
    EXPECT_EQ(visitor.ask(words), ask_whole(whole, words)) << words;
    return visitor.brought.size();
  };
  EXPECT_LE(brought("organisme=o-7"), 3u);
  EXPECT_LE(brought("organisme=o-7&page=20"), 3u);
  EXPECT_EQ(brought("organisme=o-7&page=21"), 21u);
  EXPECT_LE(brought("tri=titre&page=20"), 2u);
}

// The least size with parts for groups of terms, and some.
constexpr uint32_t kWithGroups = 4200;

TEST(Parts, ATextAloneNeedsTheValuesOfItsTrainingsAndNoColumns) {
  const std::string json = made_up(kWithGroups);
  const std::vector<std::string> parts = parts_of(read(json));
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    const Catalogue whole = read(json, language);
    Visitor visitor(parts, language);
    for (const std::string_view words : {"q=titre+12", "q=3", "q=organisme+40", "q=titre+999&page=2", "q=12&tri=titre",
                                         "q=12+77", "q=4000+zzz", "q=titer+314", "q=%22titer%22+314", "q="}) {
      EXPECT_EQ(visitor.ask(words), ask_whole(whole, words)) << words;
      EXPECT_EQ(Visitor(parts, language).ask(words, 7), ask_whole(whole, words, 7)) << words;
    }
    EXPECT_FALSE(visitor.brought.contains(kColumnsPart));
    for (const std::string_view words : {"q=12&langue=fr", "q=12&tri=duree", "q=12", "q=13", "langue=fr", "q=titre"})
      EXPECT_EQ(visitor.ask(words), ask_whole(whole, words)) << words;
  }
}

TEST(Parts, ATextThatManyTrainingsHoldNeedsTheColumns) {
  const std::string json = made_up(kWithGroups);
  const std::vector<std::string> parts = parts_of(read(json));
  for (const std::string_view words : {"q=titre", "q=de+la", "q=12&langue=fr", "q=12&tri=-duree"}) {
    Visitor visitor(parts);
    EXPECT_EQ(visitor.ask(words), ask_whole(read(json), words)) << words;
    EXPECT_TRUE(visitor.brought.contains(kColumnsPart)) << words;
  }
}

TEST(Parts, ValuesThatLackATrainingBringTheColumns) {
  const Catalogue whole = read(made_up(kWithGroups));
  std::vector<std::string> parts = parts_of(whole);
  const std::string of_none(2 * kFacetCount, 0);  // their number, their gaps, two of each facet but rights
  for (uint32_t number = first_group_of(whole, parts); number + 1 < parts.size(); ++number) parts[number] = of_none;
  Visitor visitor(parts);
  EXPECT_EQ(visitor.ask("q=12"), ask_whole(whole, "q=12"));
  EXPECT_TRUE(visitor.brought.contains(kColumnsPart));
}

TEST(Parts, DamagedValuesOfSomeTrainingsAreRefusedOrHarmless) {
  const Catalogue whole = read(made_up(kWithGroups));
  const std::vector<std::string> parts = parts_of(whole);
  const uint32_t number = first_group_of(whole, parts);
  std::mt19937 random(11);
  for (int attempt = 0; attempt < 300; ++attempt) {
    std::string damaged = parts[number];
    if (attempt % 3 == 0) damaged.resize(random() % damaged.size());
    for (int flips = attempt % 3; flips; --flips) damaged[random() % damaged.size()] = static_cast<char>(random());
    PartsReader reader(Language::kFrench);
    add(reader, kHeadPart, parts[kHeadPart]);
    EXPECT_EQ(add(reader, number, damaged), PartsReader::State::kRefused) << "before the words";
    PartsReader other(Language::kFrench);
    add(other, kHeadPart, parts[kHeadPart]);
    add(other, kWordsPart, parts[kWordsPart]);
    const bool is_read = add(other, number, damaged) == PartsReader::State::kDone;
    EXPECT_FALSE(is_read && attempt % 3 == 0) << "cut part " << number;
    if (is_read) other.answer(parse("q=12", other.catalogue()), kPageSize, test_arena());
  }
}

TEST(Parts, APartOfAnotherCatalogueIsRefused) {
  const std::vector<std::string> parts = parts_of(read(made_up(700)));
  const std::vector<std::string> others = parts_of(read(made_up(699)));
  for (const uint32_t number : {kColumnsPart, kTitlesPart, kDaysPart}) {
    Visitor visitor(parts);
    EXPECT_EQ(add(visitor.reader, number, others[number]), PartsReader::State::kRefused) << number;
  }
  Visitor visitor(parts);
  EXPECT_EQ(add(visitor.reader, static_cast<uint32_t>(parts.size()), ""), PartsReader::State::kRefused);
  EXPECT_STREQ(visitor.reader.code(), kPartsDisagree);
}

TEST(Parts, TotalsThatTheColumnsDenyAreRefused) {
  std::string changed = made_up(100);
  const std::string language = "\"languages\":[\"fr\"]";
  changed.replace(changed.find(language), language.size(), "\"languages\":[\"en\"]");
  PartsReader reader(Language::kFrench);
  ASSERT_EQ(add(reader, kHeadPart, parts_of(read(made_up(100)))[kHeadPart]), PartsReader::State::kDone);
  EXPECT_EQ(add(reader, kColumnsPart, parts_of(read(changed))[kColumnsPart]), PartsReader::State::kRefused);
  EXPECT_STREQ(reader.code(), kPartsDisagree);
}

// The sanitizers watch.
TEST(Parts, DamagedPartsAreRefusedOrHarmless) {
  const std::vector<std::string> parts = parts_of(read(made_up(70)));
  std::mt19937 random(11);
  for (uint32_t number = 0; number < parts.size(); ++number) {
    if (parts[number].empty()) continue;
    for (int attempt = 0; attempt < 300; ++attempt) {
      std::string damaged = parts[number];
      if (attempt % 3 == 0) damaged.resize(random() % damaged.size());
      for (int flips = attempt % 3; flips; --flips) damaged[random() % damaged.size()] = static_cast<char>(random());
      PartsReader reader(Language::kFrench);
      if (number != kHeadPart) add(reader, kHeadPart, parts[kHeadPart]);
      const bool is_read = add(reader, number, damaged) == PartsReader::State::kDone;
      EXPECT_FALSE(is_read && attempt % 3 == 0) << "cut part " << number;
      if (!is_read) continue;
      const Query query = parse("", reader.catalogue());
      reader.answer(query, kPageSize, test_arena());
    }
  }
}

}  // namespace
}  // namespace catalogue
