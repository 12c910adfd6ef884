// SPDX-License-Identifier: MIT
// Promises of the interpreter of templates, one operation at a time.
#include "render/template.h"

#include <gtest/gtest.h>

#include <iterator>

#include "catalogue/catalogue_reader.h"
#include "catalogue/search.h"
#include "render/view.h"

namespace catalogue {
namespace {

struct Thing {
  std::string_view name;
  uint32_t number = 0;
};

struct Sample {
  std::string_view words = "<b> \"é\"";
  std::string_view empty;
  std::string_view link = "https://a.example/?a&b";
  std::string_view script = "java\tscript:alert(1)";
  uint32_t number = 1234;
  uint32_t zero = 0;
  Count count{1234};
  Minutes minutes{90};
  MinuteRange range{0, 60};
  NamedText text = Text::kClearAll;
  Label label = LicenceId{"CC-BY-SA-4.0"};
  ListOf<Thing> things;
  ListOf<Thing> nothing;
  Thing thing{"seul", 7};
};

#define FIELD(member) CATALOGUE_FIELD(Sample, 0, member)
#define THING(member) CATALOGUE_FIELD(Thing, 2, member)

// The role template of every program here: "own/dsfr" in brackets.
#define ROLE_TEMPLATE \
  '[', kOpValue, CATALOGUE_FIELD(RoleView, 1, own), '/', kOpValue, CATALOGUE_FIELD(RoleView, 1, dsfr), ']', kOpEnd
constexpr uint8_t kRoleTemplate[] = {ROLE_TEMPLATE};
constexpr uint16_t kMain = std::size(kRoleTemplate);

template <typename... Bytes>
std::string run(const Sample& sample, const TemplateLook& look, Bytes... bytes) {
  const uint8_t code[] = {ROLE_TEMPLATE, static_cast<uint8_t>(bytes)..., kOpEnd};
  return std::string(Template(code, look).run(kMain, &sample));
}

template <typename... Bytes>
std::string run(Bytes... bytes) {
  return run(Sample{}, TemplateLook{}, bytes...);
}

TEST(Template, values_are_escaped_and_markup_is_not) {
  EXPECT_EQ(run('<', 'p', '>', kOpValue, FIELD(words)), "<p>&lt;b&gt; &quot;\xC3\xA9&quot;");
}

TEST(Template, each_kind_of_value_is_written_in_its_way) {
  EXPECT_EQ(run(kOpValue, FIELD(number)), "1234");
  EXPECT_EQ(run(kOpValue, FIELD(count)),
            "1\xE2\x80\xAF"
            "234");
  EXPECT_EQ(run(kOpValue, FIELD(minutes)),
            "1\xC2\xA0h\xC2\xA0"
            "30");
  EXPECT_EQ(run(kOpValue, FIELD(range)), "1\xC2\xA0h au plus");
  EXPECT_EQ(run(kOpValue, FIELD(text)), "Tout effacer");
  EXPECT_EQ(run(Sample{}, {Language::kEnglish, false, {}}, kOpValue, FIELD(text)), "Clear all");
}

TEST(Template, a_label_is_any_of_them) {
  const MinuteRange range{240, MinuteRange::kOpenEnd};
  const std::pair<Label, std::string_view> cases[] = {{std::string_view("<i>"), "&lt;i&gt;"},
                                                      {LicenceId{"CC-BY-SA-4.0"}, "CC BY-SA 4.0"},
                                                      {LicenceId{"<x>"}, "&lt;x&gt;"},
                                                      {FacetKeys{"duree q"},
                                                       "Dur\xC3\xA9"
                                                       "e, Recherche"},
                                                      {&range, "4\xC2\xA0h et plus"},
                                                      {Minutes{30}, "30\xC2\xA0min"},
                                                      {Text::kLicenceUnknown, "Licence inconnue"}};
  for (const auto& [label, expected] : cases) {
    Sample sample;
    sample.label = label;
    EXPECT_EQ(run(sample, {}, kOpValue, FIELD(label)), expected);
  }
}

TEST(Template, a_text_takes_its_arguments_and_is_escaped_with_them) {
  constexpr auto kText = static_cast<uint8_t>(Text::kExitDrop);
  const std::string said = run(kOpN, FIELD(number), kOpX, FIELD(words), kOpSay, kText);
  EXPECT_NE(said.find("&lt;b&gt; &quot;"), std::string::npos) << said;
  EXPECT_NE(said.find("1\xE2\x80\xAF"
                      "234 formations"),
            std::string::npos)
      << said;
  Sample one;
  one.number = 1;
  one.text = Text::kCount;
  EXPECT_EQ(run(one, {}, kOpN, FIELD(number), kOpSayThat, FIELD(text)), "1 formation");
}

TEST(Template, a_condition_holds_for_words_numbers_and_lists_that_are_not_empty) {
  const Thing one[1] = {};
  Sample sample;
  sample.things = {one, 1};
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(words), 'a', kOpEnd, kOpIf, FIELD(empty), 'b', kOpEnd, 'c'), "ac");
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(number), 'a', kOpEnd, kOpIf, FIELD(zero), 'b', kOpEnd, 'c'), "ac");
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(things), 'a', kOpEnd, kOpIf, FIELD(nothing), 'b', kOpEnd, 'c'), "ac");
  EXPECT_EQ(run(kOpIf, FIELD(words), 'a', kOpElse, 'b', kOpEnd, 'c'), "ac");
  EXPECT_EQ(run(kOpIf, FIELD(zero), 'a', kOpElse, 'b', kOpEnd, 'c'), "bc");
  Sample seven;
  seven.number = 7;
  EXPECT_EQ(run(seven, {}, kOpIfIs, FIELD(number), 7, 'a', kOpEnd, kOpIfIs, FIELD(number), 8, 'b', kOpEnd), "a");
}

TEST(Template, only_addresses_that_cannot_run_are_safe) {
  EXPECT_EQ(run(kOpIfSafe, FIELD(link), kOpValue, FIELD(link), kOpEnd), "https://a.example/?a&amp;b");
  EXPECT_EQ(run(kOpIfSafe, FIELD(script), kOpValue, FIELD(script), kOpEnd), "");
  EXPECT_EQ(run(kOpIfSafe, FIELD(empty), 'a', kOpEnd), "");
}

// Each operation with operands, in a block that does not hold: two loops, one of them over nothing.
#define EVERY_OPERATION                                                                                              \
  'x', kOpRole, 'o', 0, 'd', 0, kOpCall, 0, 0, kOpN, FIELD(number), kOpX, FIELD(words), kOpY, FIELD(words), kOpSay,  \
      static_cast<uint8_t>(Text::kExitDrop), kOpSayThat, FIELD(text), kOpValue, FIELD(words), kOpId, FIELD(words),   \
      kOpMark, FIELD(words), kOpWith, CATALOGUE_THING(Sample, 0, thing), 2, kOpEach, FIELD(things), 2,               \
      place_of(sizeof(Thing)), kOpValue, THING(name), kOpEnd, kOpEach, FIELD(nothing), 2, place_of(sizeof(Thing)),   \
      kOpIf, THING(number), 'x', kOpEnd, kOpEnd, kOpIf, FIELD(words), 'x', kOpElse, 'x', kOpEnd, kOpIf, FIELD(zero), \
      'x', kOpElse, 'x', kOpEnd, kOpIfSafe, FIELD(link), 'x', kOpEnd, kOpIfIs, FIELD(zero), 0, 'x', kOpEnd

TEST(Template, what_is_not_shown_is_passed_over_whatever_it_holds) {
  const Thing one[1] = {{"un", 1}};
  Sample sample;
  sample.things = {one, 1};
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(zero), EVERY_OPERATION, kOpEnd, 'y'), "y");
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(words), 'a', kOpElse, EVERY_OPERATION, kOpEnd, 'y'), "ay");
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(zero), EVERY_OPERATION, kOpElse, 'b', kOpEnd, 'y'), "by");
  EXPECT_EQ(run(sample, {}, kOpEach, FIELD(nothing), 2, place_of(sizeof(Thing)), EVERY_OPERATION, kOpEnd, 'y'), "y");
}

TEST(Template, a_loop_names_each_element_in_turn) {
  const Thing things[] = {{"un", 1}, {"deux", 2}};
  Sample sample;
  sample.things = {things, 2};
  EXPECT_EQ(run(sample, {}, kOpEach, FIELD(things), 2, place_of(sizeof(Thing)), kOpValue, THING(name), kOpValue,
                THING(number), kOpEnd, '.'),
            "un1deux2.");
  EXPECT_EQ(run(kOpEach, FIELD(nothing), 2, place_of(sizeof(Thing)), 'x', kOpEnd, '.'), ".");
}

TEST(Template, a_block_names_a_part_of_a_struct) {
  EXPECT_EQ(run(kOpWith, CATALOGUE_THING(Sample, 0, thing), 2, kOpValue, THING(name), kOpValue, THING(number)),
            "seul7");
}

#define FIRST_ROLE kOpRole, 'o', 'n', 'e', 0, 'f', 'r', '-', 'o', 'n', 'e', 0
#define SECOND_ROLE kOpRole, 0, 'f', 'r', '-', 't', 'w', 'o', 0

TEST(Template, a_role_is_own_or_own_and_dsfr) {
  EXPECT_EQ(run(FIRST_ROLE), "[one/]");
  EXPECT_EQ(run(SECOND_ROLE, 'x'), "[/]x");
  EXPECT_EQ(run(Sample{}, {Language::kFrench, true, {}}, FIRST_ROLE), "[one/fr-one]");
  EXPECT_EQ(run(Sample{}, {Language::kFrench, true, {}}, SECOND_ROLE, 'x'), "[/fr-two]x");
}

TEST(Template, words_of_an_id_are_made_fit_for_one) {
  EXPECT_EQ(run('a', kOpId, FIELD(words)), "a-_b___\xC3\xA9_");
  EXPECT_EQ(run('a', kOpId, FIELD(empty)), "a");
}

TEST(Template, searched_words_are_marked_and_escaped) {
  Sample sample;
  sample.words = "Le <num\xC3\xA9rique>";
  const auto catalogue =
      read_catalogue(R"({"trainings": [{"id": "a", "title": "Num\u00e9rique"}]})", Language::kFrench);
  ASSERT_TRUE(catalogue.ok());
  Arena arena;
  const Highlighter highlighter(catalogue.value(), "numerique", arena);
  EXPECT_EQ(run(sample, {Language::kFrench, false, &highlighter}, kOpMark, FIELD(words)),
            "Le &lt;<mark>num\xC3\xA9rique</mark>&gt;");
  EXPECT_EQ(run(sample, {}, kOpMark, FIELD(words)), "Le &lt;num\xC3\xA9rique&gt;");
}

TEST(Template, another_template_runs_and_comes_back) { EXPECT_EQ(run(kOpCall, 0, kMain + 4, 'y', 'x', kOpEnd), "xyx"); }

}  // namespace
}  // namespace catalogue
