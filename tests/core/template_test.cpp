// SPDX-License-Identifier: MIT
// Promises of the interpreter of templates, one operation at a time.
#include "render/template.h"

#include <gtest/gtest.h>

#include <iterator>

#include "catalogue/catalogue_reader.h"
#include "catalogue/text.h"
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
  NamedText text = Text::kClear;
  Label label = LicenceId{"CC-BY-SA-4.0"};
  ListOf<Thing> things;
  ListOf<Thing> nothing;
  Thing thing{"seul", 7};
};

#define FIELD(member) CATALOGUE_FIELD(Sample, 0, member)
#define THING(member) CATALOGUE_FIELD(Thing, 2, member)

// The role template of every program here: "own/dsfr/part" in brackets.
#define ROLE_TEMPLATE                                                                                  \
  '[', kOpValue, CATALOGUE_FIELD(RoleView, 1, own), '/', kOpValue, CATALOGUE_FIELD(RoleView, 1, dsfr), \
      '/', kOpValue, CATALOGUE_FIELD(RoleView, 1, part), ']', kOpEnd
constexpr uint8_t kRoleTemplate[] = {ROLE_TEMPLATE};
constexpr uint16_t kMain = std::size(kRoleTemplate);

template <typename... Bytes>
std::string run(const Sample& sample, const TemplateLook& look, Bytes... bytes) {
  const uint8_t code[] = {ROLE_TEMPLATE, static_cast<uint8_t>(bytes)..., kOpEnd};
  HtmlWriter out;
  Template(TemplateProgram{code, "first\0fr-first\0\0fr-second\0"}, look, out).run(kMain, &sample);
  return std::string(out.view());
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
  EXPECT_EQ(run(kOpValue, FIELD(count)), "1\xE2\x80\xAF" "234");
  EXPECT_EQ(run(kOpValue, FIELD(minutes)), "1\xC2\xA0h\xC2\xA0" "30");
  EXPECT_EQ(run(kOpValue, FIELD(range)), "1\xC2\xA0h au plus");
  EXPECT_EQ(run(kOpValue, FIELD(text)), "Tout effacer");
  EXPECT_EQ(run(Sample{}, {Language::kEnglish, false, {}}, kOpValue, FIELD(text)), "Clear all");
}

TEST(Template, a_label_is_any_of_them) {
  const MinuteRange range{240, MinuteRange::kOpenEnd};
  const std::pair<Label, std::string_view> cases[] = {
      {std::string_view("<i>"), "&lt;i&gt;"},  {LicenceId{"CC-BY-SA-4.0"}, "CC BY-SA 4.0"},
      {LicenceId{"<x>"}, "&lt;x&gt;"},         {FacetKeys{"duree q"}, "Dur\xC3\xA9" "e, Recherche"},
      {&range, "4\xC2\xA0h et plus"},          {Minutes{30}, "30\xC2\xA0min"},
      {Text::kLicenceUnknown, "Licence inconnue"}};
  for (const auto& [label, expected] : cases) {
    Sample sample;
    sample.label = label;
    EXPECT_EQ(run(sample, {}, kOpValue, FIELD(label)), expected);
  }
}

TEST(Template, a_text_takes_its_arguments_and_is_escaped_with_them) {
  constexpr auto kText = static_cast<uint8_t>(Text::kExitDrop);
  const std::string said = run(kOpSay, kText, 3, FIELD(number), FIELD(words));
  EXPECT_NE(said.find("&lt;b&gt; &quot;"), std::string::npos) << said;
  EXPECT_NE(said.find("1\xE2\x80\xAF" "234 formations"), std::string::npos) << said;
  Sample one;
  one.number = 1;
  one.text = Text::kCount;
  EXPECT_EQ(run(one, {}, kOpSayThat, FIELD(text), 1, FIELD(number)), "1 formation");
}

TEST(Template, a_condition_holds_for_words_numbers_and_lists_that_are_not_empty) {
  const Thing one[1] = {};
  Sample sample;
  sample.things = {one, 1};
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(words), 0, 1, 'a', kOpIf, FIELD(empty), 0, 1, 'b', 'c'), "ac");
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(number), 0, 1, 'a', kOpIf, FIELD(zero), 0, 1, 'b', 'c'), "ac");
  EXPECT_EQ(run(sample, {}, kOpIf, FIELD(things), 0, 1, 'a', kOpIf, FIELD(nothing), 0, 1, 'b', 'c'), "ac");
  EXPECT_EQ(run(kOpIf, FIELD(words), 0, 4, 'a', kOpSkip, 0, 1, 'b', 'c'), "ac");
  Sample seven;
  seven.number = 7;
  EXPECT_EQ(run(seven, {}, kOpIfIs, FIELD(number), 7, 0, 1, 'a', kOpIfIs, FIELD(number), 8, 0, 1, 'b'), "a");
}

TEST(Template, only_addresses_that_cannot_run_are_safe) {
  EXPECT_EQ(run(kOpIfSafe, FIELD(link), 0, 3, kOpValue, FIELD(link)), "https://a.example/?a&amp;b");
  EXPECT_EQ(run(kOpIfSafe, FIELD(script), 0, 3, kOpValue, FIELD(script)), "");
  EXPECT_EQ(run(kOpIfSafe, FIELD(empty), 0, 1, 'a'), "");
}

TEST(Template, a_skip_of_more_than_a_byte_is_taken_whole) {
  std::string code(300, 'x');
  std::vector<uint8_t> bytes = {ROLE_TEMPLATE, kOpIf, FIELD(zero), 300 >> 8, 300 & 255};
  bytes.insert(bytes.end(), code.begin(), code.end());
  bytes.push_back('y');
  bytes.push_back(kOpEnd);
  HtmlWriter out;
  const Sample sample;
  const TemplateLook look;
  const TemplateProgram program{bytes.data(), ""};
  Template(program, look, out).run(kMain, &sample);
  EXPECT_EQ(out.view(), "y");
}

TEST(Template, a_loop_names_each_element_in_turn) {
  const Thing things[] = {{"un", 1}, {"deux", 2}};
  Sample sample;
  sample.things = {things, 2};
  EXPECT_EQ(run(sample, {}, kOpEach, FIELD(things), 2, place_of(sizeof(Thing)), 0, 7, kOpValue, THING(name),
                kOpValue, THING(number), kOpEnd, '.'),
            "un1deux2.");
  EXPECT_EQ(run(kOpEach, FIELD(nothing), 2, place_of(sizeof(Thing)), 0, 2, 'x', kOpEnd, '.'), ".");
}

TEST(Template, a_block_names_a_part_of_a_struct) {
  EXPECT_EQ(run(kOpWith, CATALOGUE_THING(Sample, 0, thing), 2, kOpValue, THING(name), kOpValue, THING(number)), "seul7");
}

TEST(Template, a_role_is_own_and_part_or_own_and_dsfr) {
  EXPECT_EQ(run(kOpRole, 0), "[first//first]");
  EXPECT_EQ(run(kOpRole, 1), "[//]");
  EXPECT_EQ(run(Sample{}, {Language::kFrench, true, {}}, kOpRole, 0), "[first/fr-first/]");
  EXPECT_EQ(run(Sample{}, {Language::kFrench, true, {}}, kOpRole, 1), "[/fr-second/]");
}

TEST(Template, words_of_an_id_are_made_fit_for_one) {
  EXPECT_EQ(run('a', kOpId, FIELD(words)), "a-_b___\xC3\xA9_");
  EXPECT_EQ(run('a', kOpId, FIELD(empty)), "a");
}

TEST(Template, searched_words_are_marked_and_escaped) {
  Sample sample;
  sample.words = "Le <num\xC3\xA9rique>";
  const auto catalogue = read_catalogue(R"({"trainings": [{"id": "a", "title": "Num\u00e9rique"}]})", Language::kFrench);
  ASSERT_TRUE(catalogue.ok());
  Arena arena;
  const Highlighter highlighter(catalogue.value(), "numerique", arena);
  EXPECT_EQ(run(sample, {Language::kFrench, false, &highlighter}, kOpMark, FIELD(words)),
            "Le &lt;<mark>num\xC3\xA9rique</mark>&gt;");
  EXPECT_EQ(run(sample, {}, kOpMark, FIELD(words)), "Le &lt;num\xC3\xA9rique&gt;");
}

TEST(Template, another_template_runs_and_comes_back) {
  EXPECT_EQ(run(kOpCall, 0, kMain + 4, 'y', 'x', kOpEnd), "xyx");
}

}  // namespace
}  // namespace catalogue
