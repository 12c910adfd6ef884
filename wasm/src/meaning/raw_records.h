// SPDX-License-Identifier: MIT
// What an extractor found on a page, before any meaning: headings, tags, links, paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/result.h"
#include "meaning/duration_reading.h"

namespace catalogue {

// A tag or a link. line, column: 1-based, 0 when unknown. is_action: a link that is a button or
// the only words of its paragraph. kind: of a tag, where its source says it (a column of a spreadsheet): a key of
// `writing` in data/tables/vocabulary.json, or "".
struct RawText {
  std::string text;
  std::string url;
  int32_t line = 0;
  int32_t column = 0;
  bool is_action = false;
  std::string kind;
};

// id: the training's own, or "" for one made of its title. heading: with a tag of the kind "provider", the title alone.
struct RawRecord {
  std::string id;
  int32_t level = 2;
  std::string heading;
  std::string section;
  std::string lang;
  std::string description;
  std::vector<RawText> tags;
  std::vector<RawText> links;
  int32_t line = 0;
  int32_t column = 0;
};

// checked: the day of all trainings that have none, in words. today, oldest_check: YYYY-MM-DD, or ""; a day after the
// first or before the second is reported.
struct RawPage {
  std::string title;
  std::string updated;
  std::string url;
  std::string lang;
  std::string licence;
  std::string intro;
  std::string checked;
  std::string today;
  std::string oldest_check;
  DurationConvention convention;
  std::vector<RawRecord> records;
};

// json: {"page":{…},"options":{"hoursPerDay":7,"hoursPerHalfDay":3.5},"records":[…]}, UTF-8.
// Missing members are empty; texts lose the white space at their ends.
// Errors: "not-json", "not-an-object", "records-missing", "wrong-type", "bad-option".
Result<RawPage> read_raw_records(std::string_view json);

// `text` without white space (ASCII, NBSP, narrow NBSP, BOM) at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace catalogue
