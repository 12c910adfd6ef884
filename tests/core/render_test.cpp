// SPDX-License-Identifier: MIT
// Promises of the rendered HTML: golden pairs, hostile words, and one list for every rung.
#include "catalogue/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "ask.h"
#include "catalogue/catalogue_reader.h"
#include "text/names.h"

namespace catalogue {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(CATALOGUE_SOURCE_DIR) / "tests/golden";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Catalogue load(const std::string& name, Language language = Language::kFrench) {
  auto result = read_catalogue(read_file(kGolden / (name + ".catalogue.json")), language);
  EXPECT_TRUE(result.ok()) << result.error().code << " " << result.error().where;
  return std::move(result.value());
}

std::string render(const Catalogue& catalogue, std::string_view words, const RenderOptions& options,
                   uint32_t page_size = 20) {
  const Query query = parse(words, catalogue);
  Arena arena;
  return std::string(render_answer(catalogue, query, ask(query, catalogue, page_size), options, arena));
}

size_t count_of(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// One line per piece: a difference then shows where it is.
std::string in_lines(std::string html) {
  for (size_t at = 0; (at = html.find("><", at)) != std::string::npos; at += 2) html.insert(at + 1, "\n");
  return html + "\n";
}

// <sentence>.query.txt: catalogue, skin, language, page size, then the query, one a line.
void expect_golden(const fs::path& path) {
  std::istringstream in(read_file(path));
  std::string name, skin, language, page_size, words;
  std::getline(in, name);
  std::getline(in, skin);
  std::getline(in, language);
  std::getline(in, page_size);
  std::getline(in, words);
  const Catalogue catalogue = load(name, language == "en" ? Language::kEnglish : Language::kFrench);
  RenderOptions options;
  options.skin = skin == "dsfr" ? Skin::kDsfr : Skin::kNeutral;
  const std::string html = in_lines(render(catalogue, words, options, static_cast<uint32_t>(std::stoul(page_size))));
  fs::path expected = path;
  expected.replace_extension().replace_extension(".expected.html");
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream(expected, std::ios::binary) << html;
  EXPECT_EQ(html, read_file(expected)) << path << " (UPDATE_GOLDEN=1 rewrites it, for a reviewed change)";
}

TEST(Render, golden_queries_give_the_reviewed_html) {
  int cases = 0;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    if (entry.path().string().ends_with(".query.txt")) {
      expect_golden(entry.path());
      ++cases;
    }
  }
  EXPECT_GE(cases, 6);
}

void expect_harmless(const std::string& html) {
  EXPECT_EQ(html.find("<script"), std::string::npos) << html;
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(html.find("href=\"java"), std::string::npos);
  EXPECT_EQ(html.find("href=\"data:"), std::string::npos);
  EXPECT_EQ(html.find("href=\"vbs"), std::string::npos);
  EXPECT_EQ(html.find("onx=\""), std::string::npos);
  EXPECT_EQ(count_of(html, "<div"), count_of(html, "</div>"));
}

TEST(Render, hostile_words_in_every_field_stay_words) {
  const Catalogue catalogue = load("hostile");
  for (const Skin skin : {Skin::kNeutral, Skin::kDsfr}) {
    RenderOptions options;
    options.skin = skin;
    options.opens_new_window = true;
    expect_harmless(render(catalogue, "", options));
    expect_harmless(
        render(catalogue, "q=%22%3E%3Cscript%3E&licence=%22%3E%3Cscript%3E&tri=%3Cscript%3E&duree=%3Cimg", options));
    const StaticParts parts = render_static(catalogue, options, {"\"><script>", "mailto:a@b.fr?x=\"><script>"});
    expect_harmless(parts.links + parts.before + parts.after);
    for (const StaticItem& item : parts.items) expect_harmless(item.facts);
    EXPECT_EQ(parts.css.find("</style"), std::string::npos);
    EXPECT_EQ(parts.css.find("]{}<"), std::string::npos);
  }
}

TEST(Render, ids_are_unique_whatever_the_values) {
  for (const char* name : {"nine", "hostile"}) {
    const std::string html = render(load(name), "q=num&duree=20-90&licence=inconnue", {});
    std::vector<std::string> ids;
    for (size_t at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
      ids.push_back(html.substr(at + 5, html.find('"', at + 5) - at - 5));
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
    EXPECT_GT(ids.size(), 5U);
  }
}

TEST(Render, every_style_rule_selects_the_trainings_that_the_core_selects) {
  for (const char* name : {"nine", "told"}) {
    const Catalogue catalogue = load(name);
    const StaticParts parts = render_static(catalogue, {}, {});
    ASSERT_EQ(parts.items.size(), catalogue.size());
    ASSERT_FALSE(parts.pages.empty());
    for (const StaticPage& page : parts.pages) {
      for (uint32_t row = 0; row < catalogue.size(); ++row) {
        const std::string values = " " + parts.items[row].values[index_of(kQueryKeys, page.key)] + " ";
        const bool holds = values.find(" " + std::string(page.value) + " ") != std::string::npos;
        const bool is_listed = std::find(page.rows.begin(), page.rows.end(), row) != page.rows.end();
        EXPECT_EQ(holds, is_listed) << page.key << "=" << page.value << " row " << row;
      }
      EXPECT_NE(parts.css.find("[value=\"" + std::string(page.value) + "\"]:checked"), std::string::npos);
    }
  }
}

TEST(Render, choices_that_divide_nothing_are_not_shown) {
  const std::string html = render(load("nine"), "", {});
  EXPECT_EQ(html.find("name=\"langue\""), std::string::npos);  // all nine are in French
  EXPECT_NE(html.find("name=\"modalite\" value=\"presentiel\""), std::string::npos);
}

TEST(Render, a_handful_of_trainings_gets_neither_search_nor_sort) {
  const auto small = read_catalogue(
      R"({"title":"t","trainings":[{"id":"a","title":"A","durations":[{"min":5,"max":5,"basis":"stated","text":"5 min"}]},
          {"id":"b","title":"B"}]})",
      Language::kFrench);
  const std::string html = render(small.value(), "", {});
  EXPECT_EQ(html.find("type=\"search\""), std::string::npos);
  EXPECT_EQ(html.find("<select"), std::string::npos);
  EXPECT_NE(html.find("value=\"-30\""), std::string::npos);
}

TEST(Render, typed_bounds_are_one_range_in_place_of_a_fixed_choice) {
  const Catalogue catalogue = load("nine");
  const auto canonical = [&](std::string_view words) {
    return catalogue::canonical(parse(words, catalogue), catalogue);
  };
  EXPECT_EQ(canonical("duree=-30&duree-min=20&duree-max=1h30"), "duree=20-90");
  EXPECT_EQ(canonical("duree-min=1,5+h"), "duree=90-");
  EXPECT_EQ(canonical("duree-max=1+h"), "duree=-60");
  EXPECT_EQ(canonical("duree=-30&duree-min=&duree-max="), "duree=-30");
  const Query mistyped = parse("duree=-30&duree-max=bient%C3%B4t", catalogue);
  ASSERT_EQ(mistyped.warnings.size(), 1U);
  EXPECT_EQ(mistyped.warnings[0].key, "duree-max");
  EXPECT_EQ(catalogue::canonical(mistyped, catalogue), "duree=-30");
  Arena arena;
  const std::string html(render_answer(catalogue, mistyped, ask(mistyped, catalogue), {}, arena));
  EXPECT_NE(html.find("value=\"bient\xC3\xB4t\" aria-describedby=\"catalogue-error-duree-max\" aria-invalid=\"true\""),
            std::string::npos);
  EXPECT_NE(html.find("id=\"catalogue-error-duree-max\""), std::string::npos);
}

TEST(Render, marks_every_kind_of_hit) {
  const Result<Catalogue> read = read_catalogue(R"({"trainings": [{"id": "a", "title": "MOOC Numérique Responsable",
    "provider": "INR", "description": "L’impact des événements."}]})",
                                                Language::kFrench);
  ASSERT_TRUE(read.ok());
  const auto has = [&read](std::string_view words, std::string_view part) {
    return render(read.value(), words, {}).find(part) != std::string::npos;
  };
  EXPECT_TRUE(has("q=impacts", "L’<mark>impact</mark> des événements.")) << "inflection";
  EXPECT_TRUE(has("q=evene", "des <mark>événements</mark>.")) << "beginning";
  EXPECT_TRUE(has("q=numeriqe", "MOOC <mark>Numérique</mark> Responsable")) << "wrong letter";
  EXPECT_TRUE(has("q=green+it", "MOOC <mark>Numérique</mark> <mark>Responsable</mark>")) << "other name";
}

TEST(Render, what_was_mistyped_stays_beside_the_form_that_is_expected) {
  const std::string html = render(load("nine"), "duree=abc&licence=WTFPL", {});
  EXPECT_NE(html.find("abc"), std::string::npos);
  EXPECT_NE(html.find("WTFPL"), std::string::npos);
}

TEST(Render, a_way_out_that_drops_whole_facets_names_them) {
  const std::string html = render(load("nine"), "licence=a&licence=b&organisme=c&organisme=d", {});
  EXPECT_NE(html.find("Sans \xC2\xAB\xC2\xA0Licence, Organisme\xC2\xA0\xC2\xBB\xC2\xA0: 9 formations"),
            std::string::npos);
}

TEST(Render, a_long_facet_keeps_the_most_frequent_values_and_those_that_are_selected) {
  std::string json = R"({"title":"t","trainings":[)";
  for (int i = 0; i < 225; ++i) {  // p0 to p74 have two trainings, p75 to p149 one
    const std::string provider = "p" + std::to_string(i < 150 ? i : i - 150);
    json += (i ? "," : "") + (R"({"id":"t)" + std::to_string(i) + R"(","title":"T","provider":")" + provider + "\"}");
  }
  const auto many = read_catalogue(json + "]}", Language::kFrench);
  const std::string html = render(many.value(), "organisme=p149", {});
  EXPECT_EQ(count_of(html, "name=\"organisme\""), 101U);
  EXPECT_NE(html.find("value=\"p99\""), std::string::npos);
  EXPECT_NE(html.find("value=\"p149\" checked"), std::string::npos);
  EXPECT_EQ(html.find("value=\"p100\""), std::string::npos);
  EXPECT_NE(html.find("Et 49 autres"), std::string::npos);
}

TEST(Render, paths_of_choices_are_lower_case_and_speak) {
  EXPECT_EQ(static_page_path("licence", "CC-BY-SA-4.0", "CC BY-SA 4.0"), "licence/cc-by-sa-4.0/");
  EXPECT_EQ(static_page_path("duree", "-30", "30\xC2\xA0min au plus"), "duree/30-min-au-plus/");
  EXPECT_EQ(static_page_path("duree", "240-", "4\xC2\xA0h et plus"), "duree/4-h-et-plus/");
  EXPECT_EQ(static_page_path("licence", "CC-BY-SA", "CC BY-SA"), "licence/cc-by-sa/");
  EXPECT_EQ(static_page_path("licence", "GPL-3.0-or-later", "GPL 3.0+"), "licence/gpl-3.0-or-later/");
  EXPECT_EQ(static_page_path("licence", "etalab-2.0", "etalab-2.0"), "licence/etalab-2.0/");
  EXPECT_EQ(static_page_path("licence", "inconnue", "Licence inconnue"), "licence/inconnue/");
  EXPECT_EQ(static_page_path("droit", "commercial", "Usage commercial"), "droit/commercial/");
}

// Values that a path would confuse, or that a file system refuses.
constexpr std::string_view kHardValues[] = {
    "A",
    "a",
    "B",
    "b",
    "a/b",
    "a b",
    "a-b",
    "a_b",
    "a\\b",
    "\u2603",
    "\u2604",
    "",
    ".",
    "..",
    "../x",
    "x/..",
    "con",
    "CON",
    "nul",
    "nul.txt",
    "com1",
    "lpt9.x",
    "aux",
    "prn",
    "mit",
    "MIT",
    "Mit",
    "cc-by-4.0",
    "CC-BY-4.0",
    "CC-BY-3.0-fr",
    "CC-BY-3.0-FR",
    "gpl-3.0-OR-LATER",
    "GPL-3.0-or-later",
    "a.",
    ".a",
    "-a",
    "a-",
    "a..b",
    "a.b",
    "12345678",
    "a-12345678",
    "\xC3\xA9",
    "e",
    "\n",
    " ",
    "a ",
    "%2e%2e",
    "a%b",
    "licence maison",
    "Licence Maison",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy"};

TEST(Render, no_two_values_share_a_path_and_every_file_system_takes_it) {
  const std::regex portable("licence/[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?/");
  const std::regex device("licence/(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?/");
  std::map<std::string, std::string_view> taken;
  for (const std::string_view value : kHardValues) {
    const std::string path = static_page_path("licence", value, value);
    EXPECT_TRUE(std::regex_match(path, portable)) << value << " -> " << path;
    EXPECT_FALSE(std::regex_match(path, device) || path.find("..") != std::string::npos) << value << " -> " << path;
    const auto [other, is_new] = taken.emplace(path, value);
    EXPECT_TRUE(is_new) << path << " is of " << other->second << " and of " << value;
    EXPECT_EQ(static_page_path("licence", value, "Another label"), path) << "the value alone decides";
  }
}

TEST(Render, a_value_that_looks_like_the_path_of_another_has_its_own) {
  for (const std::string_view value : kHardValues) {
    const std::string path = static_page_path("licence", value, value);
    const std::string name = path.substr(8, path.size() - 9);
    if (name == value ||
        (name.size() == value.size() && value.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != value.npos))
      continue;
    EXPECT_NE(static_page_path("licence", name, ""), path);
  }
}

TEST(Render, TheDayOfACheckIsShownAndSortedByWhereATrainingHasOne) {
  const auto drawn = [](const std::string& day) {
    // A short list has no order to choose.
    std::string trainings = R"({"id":"a","title":"A")" + day + "}";
    for (int i = 0; i < 30; ++i) trainings += R"(,{"id":")" + std::to_string(i) + R"(","title":"B"})";
    const auto read = read_catalogue(R"({"title":"T","trainings":[)" + trainings + "]}", Language::kFrench);
    EXPECT_TRUE(read.ok());
    RenderOptions options;
    options.has_panel = options.has_results = options.has_list = true;
    return render(read.value(), "", options);
  };
  const std::string with_day = drawn(R"(,"checked":"2026-03-04")");
  EXPECT_NE(with_day.find(">Vérifiée le 04/03/2026<"), std::string::npos);
  EXPECT_NE(with_day.find("value=\"verification\""), std::string::npos);
  EXPECT_NE(drawn(R"(,"checked":"hier")").find(">Vérifiée le hier<"), std::string::npos);
  EXPECT_NE(drawn("").find("value=\"organisme\""), std::string::npos);
  EXPECT_EQ(drawn("").find("verification"), std::string::npos);
}

}  // namespace
}  // namespace catalogue
