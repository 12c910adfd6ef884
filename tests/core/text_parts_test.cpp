// SPDX-License-Identifier: MIT
// The text search of a catalogue in parts finds what that of the JSON finds, and says which parts it lacks.
#include "search/text_parts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "ask.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/search.h"
#include "memory/byte_writer.h"
#include "search/text_parts_writer.h"
#include "search/text_search.h"

namespace catalogue {
namespace {

using Numbers = std::vector<uint32_t>;

Catalogue read(const std::string& json) { return std::move(read_catalogue(json, Language::kFrench).value()); }

// Its columns come from JSON, its text search from parts.
class InParts {
 public:
  explicit InParts(const std::string& json)
      : whole(read(json)), parts(write_text_parts(whole.columns())), catalogue(read(json)) {
    start();
  }
  // With the words alone.
  void start() {
    columns().text.reset();
    EXPECT_EQ(read_words(columns(), parts.words), nullptr);
  }
  Columns& columns() { return const_cast<Columns&>(catalogue.columns()); }
  void bring(uint32_t number) { EXPECT_EQ(read_postings(columns(), number, parts.postings[number]), nullptr); }
  void bring(const Numbers& numbers) {
    for (const uint32_t number : numbers) bring(number);
  }
  void bring_all() {
    for (uint32_t i = 0; i < parts.postings.size(); ++i) bring(i);
  }
  // The parts that a question lacks. None: `answer` is true.
  Numbers ask_once(std::string_view words, std::string& answer);

  const Catalogue whole;  // the same without parts
  const TextParts parts;
  Catalogue catalogue;
};

std::string answer_of(const Catalogue& catalogue, std::string_view words) {
  const Query query = parse(words, catalogue);
  return answer_json(catalogue, query, ask(query, catalogue));
}

Numbers InParts::ask_once(std::string_view words, std::string& answer) {
  const auto numbers = [](std::span<const uint32_t> missing) { return Numbers(missing.begin(), missing.end()); };
  const Numbers missing = numbers(missing_postings(columns(), parse(words, catalogue).text));
  if (!missing.empty()) return missing;
  answer = answer_of(catalogue, words);
  return numbers(missing_postings(columns()));
}

// Made-up catalogues: words of a few syllables, so that many begin alike or differ by a letter; some of the glossary.
class Generator {
 public:
  explicit Generator(uint32_t seed) : random_(seed) {
    for (int i = 0; i < 400; ++i) words_.push_back(word());
    for (const char* word : {"numérique responsable", "green it", "Données", "l’écoconception", "ACV",
                             "analyse du cycle de vie", "de", "des", "世界", "Привет", "accès", "libre", "services"})
      words_.emplace_back(word);
  }
  std::string catalogue(uint32_t size) {
    nlohmann::json trainings = nlohmann::json::array();
    for (uint32_t i = 0; i < size; ++i)
      trainings.push_back({{"id", "t" + std::to_string(i)},
                           {"title", text(2 + below(4))},
                           {"provider", "Organisme " + std::to_string(below(9))},
                           {"themes", {words_[below(6)]}},
                           {"description", text(20 + below(20))},
                           {"durations", {{{"min", 60}, {"max", 60}, {"text", "1 h"}}}}});
    return nlohmann::json({{"trainings", trainings}}).dump();
  }
  // One to three words: whole, cut short or with a typo, sometimes quoted, with a stop word or a theme.
  std::string query() {
    std::string words = text(below(3));
    std::string last = words_[below(words_.size())];
    if (below(3) == 0) last.resize(std::min<size_t>(last.size(), 2 + below(3)));
    const bool is_quoted = below(5) == 0;
    if ((is_quoted || below(3) == 0) && last.size() > 4) std::swap(last[last.size() - 2], last[last.size() - 3]);
    if (below(9) == 0) last = "zzyzx";
    words += (words.empty() ? "" : "+") + last;
    std::replace(words.begin(), words.end(), ' ', '+');
    if (is_quoted) words = "%22" + words + "%22";
    return "q=" + words + (below(4) ? "" : "&organisme=organisme-1") + (below(3) ? "" : "&page=2");
  }

 private:
  uint32_t below(size_t end) { return static_cast<uint32_t>(random_() % end); }
  std::string word() {
    std::string word;
    for (uint32_t i = 1 + below(4); i > 0; --i) word += std::string{"bcdlmnprst"[below(10)], "aeiou"[below(5)]};
    return word + (below(3) ? "" : "s");
  }
  std::string text(uint32_t count) {
    std::string text;
    for (; count > 0; --count) text += (text.empty() ? "" : " ") + words_[below(words_.size())];
    return text;
  }

  std::mt19937 random_;
  std::vector<std::string> words_;
};

constexpr uint32_t kSizes[] = {0, 1, 2, 64, 65, 700};

TEST(TextParts, answer_what_the_whole_catalogue_answers) {
  for (const uint32_t size : kSizes) {
    Generator generator(size);
    InParts in_parts(generator.catalogue(size));
    in_parts.bring_all();
    for (int i = 0; i < 150; ++i) {
      const std::string query = generator.query();
      std::string answer;
      EXPECT_EQ(in_parts.ask_once(query, answer), Numbers()) << query;
      EXPECT_EQ(answer, answer_of(in_parts.whole, query)) << size << ": " << query;
    }
  }
}

TEST(TextParts, correct_to_the_same_word) {
  InParts in_parts(R"({"trainings": [{"id": "a", "title": "Fret"}, {"id": "b", "title": "Free"}]})");
  in_parts.bring_all();
  EXPECT_EQ(answer_of(in_parts.catalogue, "q=%22freb%22"), answer_of(in_parts.whole, "q=%22freb%22"));
}

TEST(TextParts, give_the_same_scores_and_marks) {
  Generator generator(5);
  InParts in_parts(generator.catalogue(300));
  in_parts.bring_all();
  for (int i = 0; i < 60; ++i) {
    const std::string text(parse(generator.query(), in_parts.whole).text);
    const TextMatches expected = search_text(in_parts.whole.columns(), text, test_arena());
    const TextMatches given = search_text(in_parts.columns(), text, test_arena());
    const Highlighter expected_marks(in_parts.whole, text, test_arena());
    const Highlighter given_marks(in_parts.catalogue, text, test_arena());
    for (uint32_t row = 0; row < in_parts.whole.size(); ++row) {
      ASSERT_EQ(has_row(given.rows.data(), row), has_row(expected.rows.data(), row)) << text << " " << row;
      if (has_row(expected.rows.data(), row)) {
        ASSERT_EQ(given.scores[row], expected.scores[row]) << text << " " << row;
      }
      const std::string_view shown = in_parts.whole.training(row, test_arena()).description;
      const auto marks = given_marks.find(shown);
      const auto same = [](const TextMark& a, const TextMark& b) { return a.begin == b.begin && a.end == b.end; };
      const auto wanted = expected_marks.find(shown);
      ASSERT_TRUE(std::equal(marks.begin(), marks.end(), wanted.begin(), wanted.end(), same)) << text << " " << row;
    }
  }
}

TEST(TextParts, answer_the_golden_queries) {
  const auto file = [](const std::string& name) {
    std::ifstream stream(std::string(CATALOGUE_SOURCE_DIR) + "/tests/golden/" + name);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  };
  for (const char* const name : {"nine", "hostile", "merged", "told"}) {
    const std::string json = file(std::string(name) + ".catalogue.json");
    InParts in_parts(json);
    in_parts.bring_all();
    std::istringstream queries(file("answers.queries.txt"));
    for (std::string line; std::getline(queries, line);)
      EXPECT_EQ(answer_of(in_parts.catalogue, line), answer_of(in_parts.whole, line)) << name << ": " << line;
  }
}

TEST(TextParts, are_brought_in_two_rounds_at_most_and_none_without_need) {
  Generator generator(7);
  InParts in_parts(generator.catalogue(700));
  ASSERT_GT(in_parts.parts.postings.size(), 4u);
  uint32_t most_rounds = 0;
  for (int i = 0; i < 150; ++i) {
    const std::string query = generator.query();
    in_parts.start();
    Numbers brought;
    std::string answer;
    uint32_t rounds = 0;
    for (Numbers missing; !(missing = in_parts.ask_once(query, answer)).empty() && rounds < 9; ++rounds) {
      in_parts.bring(missing);
      brought.insert(brought.end(), missing.begin(), missing.end());
    }
    EXPECT_EQ(answer, answer_of(in_parts.whole, query)) << query;
    most_rounds = std::max(most_rounds, rounds);
    if (rounds != 1) continue;  // the ways out of an answer without trainings may need fewer than they ask for
    for (const uint32_t one : brought) {
      in_parts.start();
      for (const uint32_t other : brought)
        if (other != one) in_parts.bring(other);
      EXPECT_EQ(in_parts.ask_once(query, answer), Numbers{one}) << query;
    }
  }
  EXPECT_EQ(most_rounds, 2u);
}

TEST(TextParts, are_not_needed_for_what_the_words_tell) {
  Generator generator(7);
  InParts in_parts(generator.catalogue(700));
  EXPECT_TRUE(prepare_text(in_parts.catalogue, 1));
  std::string answer;
  for (const char* const query : {"q=de", "q=zzyzx", "q=rgpd", "organisme=organisme-1"}) {
    EXPECT_EQ(in_parts.ask_once(query, answer), Numbers()) << query;
    EXPECT_EQ(answer, answer_of(in_parts.whole, query)) << query;
  }
  EXPECT_EQ(in_parts.ask_once("q=zzyzx+acv", answer).size(), 1u);
  EXPECT_EQ(in_parts.ask_once("q=de", answer), Numbers()) << "what was missing before is forgotten";
}

TEST(TextParts, name_their_number_and_cost_about_the_same_each) {
  Generator generator(3);
  InParts in_parts(generator.catalogue(700));
  EXPECT_EQ(postings_parts(in_parts.columns()), in_parts.parts.postings.size());
  for (const std::string& part : in_parts.parts.postings) EXPECT_LT(part.size(), 16'384u);
  EXPECT_EQ(postings_parts(read(R"({"trainings": []})").columns()), 0u) << "before the words";
}

constexpr char kThree[] = R"({"trainings": [{"id": "a", "title": "Sobre", "description": "un arbre, deux arbres"},
  {"id": "b", "title": "Arbre"}, {"id": "c", "title": "Cœur 世界", "description": "ACV sobre"}]})";

// A words part of three trainings up to the list of words, with a stop word and no notion.
std::string start_words(std::string_view list) {
  ByteWriter part;
  part.number(3);
  part.text("de\n");
  part.text(list);
  return std::string(part.view());
}

using namespace std::string_literals;

TEST(TextParts, with_ill_formed_words_are_refused) {
  const std::string two = start_words("\0arbre\0sobre"s);
  Catalogue catalogue = read(kThree);
  auto& columns = const_cast<Columns&>(catalogue.columns());
  for (const auto& [part, refusal] : std::initializer_list<std::pair<std::string, const char*>>{
           {"", "parts-disagree"},
           {"\4\0\0\0"s, "parts-disagree"},
           {"\3\0\0"s, "invalid-part"},
           {"\3\2a|\0\0"s, "invalid-part"},                                          // a glossary that does not end
           {"\3\2\xFF\n\0\0"s, "invalid-part"},                                      // nor is in UTF-8
           {start_words("arbre") + "\1\1\1"s, "invalid-part"},                       // no length first
           {start_words("\1arbre"s) + "\1\1\1"s, "invalid-part"},                    // shares with no word
           {start_words("\0sobre\0arbre"s) + "\1\2\1\1"s, "invalid-part"},           // not in order
           {start_words("\0arbre\0arbre"s) + "\1\1\1"s, "invalid-part"},             // twice
           {start_words("\0arbre\0"s) + "\1\1\1"s, "invalid-part"},                  // without letters
           {start_words("\0Arbre"s) + "\1\1\1"s, "invalid-part"},                    // not folded
           {start_words("\0un arbre"s) + "\1\1\1"s, "invalid-part"},                 // two
           {start_words("\0arbre\xC3"s) + "\1\1\1"s, "invalid-part"},                // not UTF-8
           {start_words("\0de"s) + "\1\1\1"s, "invalid-part"},                       // a stop word
           {start_words("\0"s + std::string(53, 'a')) + "\1\1\1"s, "invalid-part"},  // too long
           {start_words("\0"s + std::string(48, 'a') + "\x1F" + std::string(30, 'b')) + "\1\2\1\1"s, "invalid-part"},
           {two + "\2\1\1\4\1"s, "invalid-part"},    // more trainings than there are
           {two + "\1\1\1\1"s, "invalid-part"},      // a term in no part
           {two + "\1\3\1\1\1"s, "invalid-part"},    // a term too many
           {two + "\2\2\0\1\1"s, "invalid-part"},    // an empty part
           {two + "\3\1\1\1\1\1"s, "invalid-part"},  // more parts than terms
           {two + "\1\2\1"s, "invalid-part"},        // a count is missing
           {two + "\1\2\1\1\1"s, "invalid-part"},    // a byte too many
       }) {
    EXPECT_STREQ(read_words(columns, part), refusal) << ::testing::PrintToString(part);
    EXPECT_EQ(columns.text, nullptr);
  }
  EXPECT_EQ(read_words(columns, two + "\2\1\1\2\1"s), nullptr);
  EXPECT_EQ(postings_parts(columns), 2u);
}

TEST(TextParts, with_ill_formed_postings_are_refused) {
  Catalogue catalogue = read(kThree);
  auto& columns = const_cast<Columns&>(catalogue.columns());
  EXPECT_STREQ(read_postings(columns, 0, ""), "parts-disagree") << "before the words";
  ASSERT_EQ(read_words(columns, start_words("\0arbre\0sobre"s) + "\1\2\2\1"s), nullptr);
  for (const auto& [part, refusal] : std::initializer_list<std::pair<std::string, const char*>>{
           {"", "parts-disagree"},
           {"\0\0\0\x11"s, "parts-disagree"},
           {"\0\0\0\x11\1\0\0"s, "invalid-part"},      // a number is missing
           {"\0\0\0\x11\1\0\0\0\0"s, "invalid-part"},  // a byte too many
           {"\0\2\0\x11\1\0\0\0"s, "invalid-part"},    // the second row of three, plus two
           {"\0\0\3\x11\1\0\0\0"s, "invalid-part"},    // row 3
           {"\0\0\0\x11\1\0\0\1"s, "invalid-part"},    // row 256
           {"\0\0\0\x01\1\0\0\0"s, "invalid-part"},    // in no field
       }) {
    EXPECT_STREQ(read_postings(columns, 0, part), refusal) << ::testing::PrintToString(part);
    EXPECT_EQ(parse("q=arbre", catalogue).text, "arbre");
    EXPECT_EQ(search_text(columns, "arbre", test_arena()).scores[0], 0u);
  }
  EXPECT_STREQ(read_postings(columns, 1, ""), "parts-disagree");
  EXPECT_EQ(read_postings(columns, 0, "\0\1\1\x18\1\0\0\0"s), nullptr);
  const auto found = [&](std::string_view text) { return search_text(columns, text, test_arena()).rows[0]; };
  EXPECT_EQ(found("arbre"), 0b101u);
  EXPECT_EQ(found("sobre"), 0b010u);
}

// Reads parts of which one is damaged; what is accepted is searched.
void search_damaged(const TextParts& parts) {
  Catalogue catalogue = read(kThree);
  auto& columns = const_cast<Columns&>(catalogue.columns());
  if (read_words(columns, parts.words)) {
    EXPECT_EQ(columns.text, nullptr);
    return;
  }
  for (uint32_t i = 0; i < parts.postings.size(); ++i) read_postings(columns, i, parts.postings[i]);
  for (const char* const query : {"q=arbre", "q=%22soobre%22+arb", "q=analyse+du+cycle+de+vie", "q=zz"}) {
    missing_postings(columns, parse(query, catalogue).text);
    answer_of(catalogue, query);
    EXPECT_LE(missing_postings(columns).size(), postings_parts(columns));
  }
}

TEST(TextParts, cut_anywhere_are_refused) {
  const TextParts whole = write_text_parts(read(kThree).columns());
  ASSERT_EQ(whole.postings.size(), 1u);
  for (size_t size = 0; size < whole.words.size(); ++size) {
    Catalogue catalogue = read(kThree);
    EXPECT_NE(read_words(const_cast<Columns&>(catalogue.columns()), whole.words.substr(0, size)), nullptr) << size;
  }
  InParts in_parts(kThree);
  for (size_t size = 0; size < whole.postings[0].size(); ++size)
    EXPECT_NE(read_postings(in_parts.columns(), 0, whole.postings[0].substr(0, size)), nullptr) << size;
  in_parts.bring(0);
  std::string answer;
  EXPECT_EQ(in_parts.ask_once("q=arbre", answer), Numbers());
  EXPECT_EQ(answer, answer_of(read(kThree), "q=arbre"));
}

TEST(TextParts, with_any_byte_changed_are_refused_or_harmless) {
  const TextParts whole = write_text_parts(read(kThree).columns());
  const auto damage = [](const std::string& bytes, size_t at, char change) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ change);
    return damaged;
  };
  const auto change = [](size_t at) { return "\1\x10\x7F\x80\xFF"[at % 5]; };
  for (size_t at = 0; at < whole.words.size(); ++at)
    search_damaged({damage(whole.words, at, change(at)), whole.postings, {}});
  for (size_t at = 0; at < whole.postings[0].size(); ++at)
    for (size_t i = 0; i < 5; ++i) search_damaged({whole.words, {damage(whole.postings[0], at, change(i))}, {}});
}

}  // namespace
}  // namespace catalogue
