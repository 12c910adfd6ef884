// SPDX-License-Identifier: MIT
#include "meaning/raw_records.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

constexpr std::string_view kPage = R"json({
  "page": {"title": " Formations\u00a0", "updated": null, "other": {"a": [1, 2.5e3, {}]}},
  "options": {"hoursPerDay": 7.5, "hoursPerHalfDay": 3.75},
  "records": [
    {"level": 2, "heading": "A \"b\" \ud83d\ude00", "tags": [{"text": "1 h", "line": 3, "column": 7, "action": true}]},
    null,
    {"links": [{"text": "Voir", "url": "https://exemple.fr/", "action": false}], "line": -4}
  ]})json";

std::string code_of(std::string_view json) {
  const auto read = read_raw_records(json);
  return read ? "" : std::string(read.error().code) + read.error().where;
}

TEST(RawRecords, reads_each_member_and_skips_the_unknown_ones) {
  const auto read = read_raw_records(kPage);
  ASSERT_TRUE(read) << read.error().code << read.error().where;
  const RawPage& page = read.value();
  EXPECT_EQ(page.title, "Formations");
  EXPECT_EQ(page.convention.minutes_per_day, 450);
  EXPECT_EQ(page.convention.minutes_per_half_day, 225);
  ASSERT_EQ(page.records.size(), 3u);
  EXPECT_EQ(page.records[0].heading, "A \"b\" \xF0\x9F\x98\x80");
  EXPECT_EQ(page.records[0].tags[0].column, 7);
  EXPECT_TRUE(page.records[0].tags[0].is_action);
  EXPECT_EQ(page.records[1].heading, "");
  EXPECT_EQ(page.records[2].links[0].url, "https://exemple.fr/");
  EXPECT_EQ(page.records[2].line, 0);
}

TEST(RawRecords, are_no_json_when_cut_anywhere) {
  for (size_t size = 0; size < kPage.size(); ++size) EXPECT_EQ(code_of(kPage.substr(0, size)), "not-json") << size;
  EXPECT_EQ(code_of(std::string(kPage) + "x"), "not-json");
  EXPECT_EQ(code_of("{\"records\":[{\"heading\":\"\xff\"}]}"), "not-json");
}

TEST(RawRecords, of_a_wrong_type_are_refused_with_their_place) {
  EXPECT_EQ(code_of("[]"), "not-an-object");
  EXPECT_EQ(code_of("7"), "not-an-object");
  EXPECT_EQ(code_of("{}"), "records-missing/records");
  EXPECT_EQ(code_of(R"({"records":[{},{"tags":[{},{"line":"3"}]}]})"), "wrong-type/records/1/tags/1/line");
  EXPECT_EQ(code_of(R"({"records":[],"page":[]})"), "wrong-type/page");
  for (const char* hours : {"0", "-1", "24.01", "1e2", "\"7\"", "99999999999999999999"})
    EXPECT_EQ(code_of(std::string(R"({"records":[],"options":{"hoursPerDay":)") + hours + "}}"),
              "bad-option/options/hoursPerDay")
        << hours;
}

}  // namespace
}  // namespace catalogue
