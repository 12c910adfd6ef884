// SPDX-License-Identifier: MIT
// The query language, read and written.
#include "catalogue/query.h"

#include <gtest/gtest.h>

#include <string>

#include "ask.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/limits.h"

namespace catalogue {
namespace {

const Catalogue& two() {
  static const Catalogue catalogue =
      std::move(read_catalogue(R"({"trainings":[{"id":"a","title":"A","provider":"L’Éco & Cie","languages":["fr"],
        "licence":{"id":"CC-BY-SA-4.0"},"themes":["Données personnelles","Achats"]},
        {"id":"b","title":"B","licence":{"id":"etalab-2.0"}}]})",
                               Language::kFrench)
                    .value());
  return catalogue;
}

std::string canonical(std::string_view query) { return canonical(parse(query, two()), two()); }

TEST(Query, canonical_form_is_the_same_for_every_spelling) {
  struct Case {
    std::string_view written;
    std::string_view canonical;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"?utm_source=x&duree=&page=1&tri=pertinence", ""},
           Case{"licence=etalab-2.0&duree=240-&duree=0-30&q=+Green++IT+",
                "q=Green+IT&duree=-30&duree=240-&licence=etalab-2.0"},
           Case{"theme=Donn%C3%A9es%20Personnelles&theme=achats&theme=ACHATS",
                "theme=achats&theme=donnees-personnelles"},
           Case{"organisme=l%27eco+cie", "organisme=l-eco-cie"},
           Case{"licence=cc-by-sa-4.0", "licence=CC-BY-SA-4.0"},
           Case{"licence=CC-BY-SA-4.0&licence=cc-by-sa", "licence=CC-BY-SA&licence=CC-BY-SA-4.0"},
           Case{"duree=30-60&duree=inconnue&duree=-60", "duree=-60&duree=30-60&duree=inconnue"},
           Case{"tri=-duree&page=3", "tri=-duree&page=3"},
           Case{"q=caf%C3%A9%20%26%20th%C3%A9", "q=caf%C3%A9+%26+th%C3%A9"},
           Case{"q=%E9", "q=%EF%BF%BD"},
       }) {
    EXPECT_EQ(canonical(c.written), c.canonical);
    EXPECT_EQ(canonical(c.canonical), c.canonical);
  }
}

TEST(Query, ill_formed_parts_are_warnings) {
  struct Case {
    std::string_view written;
    std::string_view code;
  };
  for (const Case& c :
       {Case{"duree=abc", "bad-range"}, Case{"duree=30", "bad-range"}, Case{"duree=-", "bad-range"},
        Case{"duree=60-30", "bad-range"}, Case{"duree=99999999999-", "bad-range"}, Case{"duree=--30", "bad-range"},
        Case{"tri=prix", "bad-sort"}, Case{"page=0", "bad-page"}, Case{"page=x", "bad-page"},
        Case{"licence=nope", "unknown-value"}, Case{"droit=vente", "unknown-value"}}) {
    const Query query = parse(c.written, two());
    ASSERT_EQ(query.warnings.size(), 1u) << c.written;
    EXPECT_EQ(kWarningNames[static_cast<size_t>(query.warnings[0].code)], c.code) << c.written;
  }
}

TEST(Query, a_bucket_is_selected_as_a_value_too) {
  const Query query = parse("duree=0-60&duree=10-20&duree=inconnue", two());
  ASSERT_EQ(query.selected[0].size(), 2u);
  EXPECT_EQ(query.selected[0][0], 1u);
  EXPECT_EQ(query.selected[0][1], 5u);
  EXPECT_EQ(query.durations.size(), 2u);
}

TEST(Query, a_huge_query_is_cut_with_a_warning) {
  std::string query = "licence=etalab-2.0";
  for (int i = 0; i < 12'000; ++i) query += "&theme=t" + std::to_string(i);
  const Query parsed = parse(query, two());
  EXPECT_EQ(parsed.warnings.size(), kMaxWarnings + 1);  // the themes are too many as well
  EXPECT_EQ(parsed.warnings.back().code, WarningCode::kTooLong);
  EXPECT_EQ(parsed.warnings.back().key, "theme");
  EXPECT_EQ(parsed.warnings[0].code, WarningCode::kTooLong);
  EXPECT_EQ(parsed.selected[static_cast<size_t>(Facet::kLicence)].size(), 1u);
  const Query text = parse("q=" + std::string(100'000, 'a'), two());
  EXPECT_LE(text.text.size(), kMaxTextBytes);
}

std::string repeated(std::string_view pair, size_t count) {
  std::string query;
  for (size_t i = 0; i < count; ++i) query += std::string(pair) + std::to_string(i) + '&';
  return query;
}

TEST(Query, takes_as_many_values_of_a_facet_as_the_limit_and_tells_of_more) {
  const auto theme = static_cast<size_t>(Facet::kTheme);
  const Query full = parse("theme=achats&" + repeated("theme=t", kMaxSelected - 1), two());
  EXPECT_EQ(full.selected[theme].size() + full.unknown[theme].size(), kMaxSelected);
  for (const Warning& warning : full.warnings) EXPECT_EQ(warning.code, WarningCode::kUnknownValue);
  const Query over = parse(repeated("theme=t", kMaxSelected + 9) + "theme=achats", two());
  EXPECT_EQ(over.unknown[theme].size(), kMaxSelected);
  EXPECT_TRUE(over.selected[theme].empty());
  size_t told = 0;
  for (const Warning& warning : over.warnings) told += warning.code == WarningCode::kTooLong && warning.key == "theme";
  EXPECT_EQ(told, 1u);
}

TEST(Query, takes_as_many_ranges_as_the_limit_and_tells_of_more) {
  const Query full = parse(repeated("duree=1-1", kMaxSelected), two());
  EXPECT_EQ(full.durations.size(), kMaxSelected);
  EXPECT_TRUE(full.warnings.empty());
  const Query over = parse(repeated("duree=1-1", kMaxSelected + 9) + "duree=-30", two());
  EXPECT_EQ(over.durations.size(), kMaxSelected);
  EXPECT_TRUE(over.selected[0].empty());
  ASSERT_EQ(over.warnings.size(), 1u);
  EXPECT_EQ(over.warnings[0].code, WarningCode::kTooLong);
}

TEST(Query, takes_as_many_words_as_the_limit_and_tells_of_more) {
  std::string words;
  for (uint32_t i = 0; i < kMaxTextWords; ++i) words += "a-";
  const Query full = parse("q=" + words, two());
  EXPECT_EQ(full.text, words);
  EXPECT_TRUE(full.warnings.empty());
  const Query over = parse("q=" + words + "b", two());
  EXPECT_EQ(over.text, words);
  ASSERT_EQ(over.warnings.size(), 1u);
  EXPECT_EQ(over.warnings[0].code, WarningCode::kTooLong);
}

TEST(Query, a_page_of_long_trainings_is_cut_with_a_warning) {
  const std::string title(kMaxStringBytes - 100, 'a');
  std::string json = R"({"trainings":[)";
  for (int i = 0; i < 40; ++i)
    json += (i ? ",{\"id\":\"" : "{\"id\":\"") + std::to_string(i) + "\",\"title\":\"" + title + "\"}";
  const auto catalogue = read_catalogue(json + "]}", Language::kFrench);
  ASSERT_TRUE(catalogue.ok());
  const Query query = parse("", catalogue.value());
  const Answer usual = ask(query, catalogue.value());
  EXPECT_EQ(usual.rows.size(), kPageSize);
  EXPECT_TRUE(usual.warnings.empty());
  const Answer cut = ask(query, catalogue.value(), kMaxPageSize);
  EXPECT_LT(cut.rows.size() * title.size(), kMaxPageBytes);
  EXPECT_EQ(cut.pages, 2u);
  ASSERT_EQ(cut.warnings.size(), 1u);
  EXPECT_EQ(cut.warnings[0].code, WarningCode::kTooLong);
  EXPECT_EQ(cut.warnings[0].key, "page");
  EXPECT_EQ(cut.warnings[0].value, std::to_string(cut.rows.size()));
}

}  // namespace
}  // namespace catalogue
