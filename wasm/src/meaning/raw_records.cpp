// SPDX-License-Identifier: MIT
// Reads raw records from JSON, with every type checked.
#include "meaning/raw_records.h"

#include <nlohmann/json.hpp>

namespace catalogue {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kSpaces[] = {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"};

// Reads members one by one; the first member of a wrong type is kept as the error.
class RecordReader {
 public:
  std::string text(const Json& object, const char* name, const std::string& where) {
    const auto member = object.find(name);
    if (member == object.end() || member->is_null()) return {};
    const auto* words = member->get_ptr<const std::string*>();
    if (!words) return refuse(where + "/" + name), std::string();
    return std::string(trimmed(*words));
  }

  int32_t number(const Json& object, const char* name, const std::string& where) {
    const auto member = object.find(name);
    if (member == object.end() || member->is_null()) return 0;
    if (!member->is_number_integer()) return refuse(where + "/" + name), 0;
    const auto value = member->get<int64_t>();
    return value < 0 || value > INT32_MAX ? 0 : static_cast<int32_t>(value);
  }

  bool flag(const Json& object, const char* name, const std::string& where) {
    const auto member = object.find(name);
    if (member == object.end() || member->is_null()) return false;
    if (!member->is_boolean()) return refuse(where + "/" + name), false;
    return *member->get_ptr<const bool*>();
  }

  // The array `name`, or an empty one.
  const Json& list(const Json& object, const char* name, const std::string& where) {
    static const Json kEmpty = Json::array();
    const auto member = object.find(name);
    if (member == object.end() || member->is_null()) return kEmpty;
    if (!member->is_array()) return refuse(where + "/" + name), kEmpty;
    return *member;
  }

  bool is_object(const Json& value, const std::string& where) {
    if (!value.is_object()) refuse(where);
    return value.is_object();
  }

  void refuse(const std::string& where, std::string_view code = "wrong-type") {
    if (error_.code.empty()) error_ = {code, where, ""};
  }
  const Error& error() const { return error_; }
  bool ok() const { return error_.code.empty(); }

 private:
  Error error_;
};

std::vector<RawText> read_texts(RecordReader& in, const Json& record, const char* name, const std::string& where) {
  std::vector<RawText> texts;
  for (const Json& item : in.list(record, name, where)) {
    const std::string at = where + "/" + name + "/" + std::to_string(texts.size());
    RawText& text = texts.emplace_back();
    if (!in.is_object(item, at)) continue;
    text = {in.text(item, "text", at),     in.text(item, "url", at),    in.number(item, "line", at),
            in.number(item, "column", at), in.flag(item, "action", at), in.text(item, "kind", at)};
  }
  return texts;
}

RawRecord read_record(RecordReader& in, const Json& json, const std::string& where) {
  RawRecord record;
  if (!in.is_object(json, where)) return record;
  record.id = in.text(json, "id", where);
  record.level = in.number(json, "level", where);
  record.heading = in.text(json, "heading", where);
  record.section = in.text(json, "section", where);
  record.lang = in.text(json, "lang", where);
  record.description = in.text(json, "description", where);
  record.tags = read_texts(in, json, "tags", where);
  record.links = read_texts(in, json, "links", where);
  record.line = in.number(json, "line", where);
  record.column = in.number(json, "column", where);
  return record;
}

void read_page(RecordReader& in, const Json& root, RawPage& page) {
  const auto json = root.find("page");
  if (json == root.end() || !in.is_object(*json, "/page")) return;
  page.title = in.text(*json, "title", "/page");
  page.updated = in.text(*json, "updated", "/page");
  page.url = in.text(*json, "url", "/page");
  page.lang = in.text(*json, "lang", "/page");
  page.licence = in.text(*json, "licence", "/page");
  page.intro = in.text(*json, "intro", "/page");
}

// Hours, more than 0 and at most 24, as minutes.
void read_hours(RecordReader& in, const Json& options, const char* name, int32_t& minutes) {
  const auto member = options.find(name);
  if (member == options.end() || member->is_null()) return;
  const double hours = member->is_number() ? member->get<double>() : 0;
  if (hours > 0 && hours <= 24)
    minutes = static_cast<int32_t>(hours * 60 + 0.5);
  else
    in.refuse(std::string("/options/") + name, "bad-option");
}

bool starts_with_space(std::string_view text, size_t& size) {
  for (const std::string_view space : kSpaces)
    if (text.starts_with(space)) return size = space.size(), true;
  return false;
}

bool ends_with_space(std::string_view text, size_t& size) {
  for (const std::string_view space : kSpaces)
    if (text.ends_with(space)) return size = space.size(), true;
  return false;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  size_t size = 0;
  while (starts_with_space(text, size)) text.remove_prefix(size);
  while (ends_with_space(text, size)) text.remove_suffix(size);
  return text;
}

Result<RawPage> read_raw_records(std::string_view json) {
  const Json root = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (root.is_discarded()) return Error{"not-json", "", ""};
  if (!root.is_object()) return Error{"not-an-object", "", ""};
  if (!root.contains("records")) return Error{"records-missing", "/records", ""};
  RecordReader in;
  RawPage page;
  read_page(in, root, page);
  if (const auto options = root.find("options"); options != root.end() && in.is_object(*options, "/options")) {
    read_hours(in, *options, "hoursPerDay", page.convention.minutes_per_day);
    read_hours(in, *options, "hoursPerHalfDay", page.convention.minutes_per_half_day);
  }
  for (const Json& record : in.list(root, "records", ""))
    page.records.push_back(read_record(in, record, "/records/" + std::to_string(page.records.size())));
  if (!in.ok()) return in.error();
  return page;
}

}  // namespace catalogue
