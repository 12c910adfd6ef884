// SPDX-License-Identifier: MIT
// Reads raw records from JSON, with every type checked.
#include "meaning/raw_records.h"

#include <algorithm>

#include "model/json_cursor.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

constexpr std::string_view kSpaces[] = {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"};

// Of values inside each other that nothing reads.
constexpr uint32_t kMaxSkipped = 60;

// The place of a value: a member's name, or an index, below another place. Written only where an error needs it.
struct Where {
  const Where* above = nullptr;
  std::string_view name;
  size_t index = 0;

  std::string pointer() const {
    if (!above) return {};
    return above->pointer() + "/" + (name.empty() ? std::to_string(index) : std::string(name));
  }
};

constexpr Where kRoot;

// Decimal hours, digits with at most one point, as minutes; 0 for any other number.
int32_t minutes_of(std::string_view hours) {
  constexpr int32_t kMostWhole = 1000;
  constexpr int32_t kMostParts = 100000;
  int32_t whole = 0;
  int32_t parts = 0;
  int32_t unit = 1;
  bool is_fraction = false;
  for (const char c : hours) {
    if (c == '.') {
      is_fraction = true;
    } else if (!is_digit(c)) {
      return 0;
    } else if (!is_fraction) {
      whole = std::min(whole * 10 + (c - '0'), kMostWhole);
    } else if (unit < kMostParts) {
      parts = parts * 10 + (c - '0');
      unit *= 10;
    }
  }
  return whole * 60 + (parts * 60 + unit / 2) / unit;
}

// Reads values one by one. Each function reads the value that comes next, null as an absent one; false at the first
// that is of another type, which is kept as the error.
class RecordReader {
 public:
  explicit RecordReader(std::string& bytes)
      : bytes_(bytes.data()), cursor_(bytes.data(), bytes.size() - JsonCursor::kPadding) {}

  bool text(std::string& text, const Where& where) {
    std::string_view words;
    if (cursor_.take_null()) return true;
    if (!cursor_.take_string(words)) return refuse(where);
    text = trimmed(words);
    return true;
  }

  bool number(int32_t& number, const Where& where) {
    int32_t value = 0;
    if (cursor_.take_null()) return true;
    if (!cursor_.take_number(value)) return refuse(where);
    number = std::max(value, 0);
    return true;
  }

  // Hours, more than 0 and at most 24, as minutes.
  bool hours(int32_t& minutes, const Where& where) {
    int32_t value = 0;
    if (cursor_.take_null()) return true;
    cursor_.skip_space();
    const size_t start = cursor_.position();
    if (!cursor_.take_number(value)) return refuse(where, "bad-option");
    const int32_t read = minutes_of({bytes_ + start, cursor_.position() - start});
    if (read <= 0 || read > 24 * 60) return fail("bad-option", where.pointer());
    minutes = read;
    return true;
  }

  bool flag(bool& flag, const Where& where) {
    if (cursor_.take_null()) return true;
    flag = cursor_.skip("true");
    return flag || cursor_.skip("false") || refuse(where);
  }

  // `read` reads the member that its argument names.
  template <typename Read>
  bool object(const Where& where, Read read) {
    if (cursor_.take_null()) return true;
    if (!cursor_.take('{')) return refuse(where);
    if (cursor_.take('}')) return true;
    do {
      std::string_view name;
      if (!cursor_.take_string(name) || !cursor_.take(':')) return fail("not-json", {});
      if (!read(Where{&where, name, 0})) return false;
    } while (cursor_.take(','));
    return cursor_.take('}') || fail("not-json", {});
  }

  // `read` reads the value at its argument.
  template <typename Read>
  bool list(const Where& where, Read read) {
    if (cursor_.take_null()) return true;
    if (!cursor_.take('[')) return refuse(where);
    if (cursor_.take(']')) return true;
    size_t index = 0;
    do {
      if (!read(Where{&where, {}, index++})) return false;
    } while (cursor_.take(','));
    return cursor_.take(']') || fail("not-json", {});
  }

  // A value that nothing reads.
  bool skip() { return cursor_.skip_value(kMaxSkipped) || fail("not-json", {}); }

  bool is_object_next() {
    cursor_.skip_space();
    return cursor_.next() == '{';
  }

  bool is_at_end() {
    cursor_.skip_space();
    return cursor_.is_at_end();
  }

  bool fail(std::string_view code, const std::string& where) {
    error_ = {code, where, ""};
    return false;
  }
  const Error& error() const { return error_; }

 private:
  // What is no value at all is no JSON.
  bool refuse(const Where& where, std::string_view code = "wrong-type") {
    const bool is_value = !cursor_.fault() && cursor_.skip_value(kMaxSkipped);
    return is_value ? fail(code, where.pointer()) : fail("not-json", {});
  }

  const char* bytes_;
  JsonCursor cursor_;
  Error error_;
};

bool read_texts(RecordReader& in, std::vector<RawText>& texts, const Where& where) {
  return in.list(where, [&](const Where& at) {
    RawText& text = texts.emplace_back();
    return in.object(at, [&](const Where& member) {
      if (member.name == "text") return in.text(text.text, member);
      if (member.name == "url") return in.text(text.url, member);
      if (member.name == "line") return in.number(text.line, member);
      if (member.name == "column") return in.number(text.column, member);
      if (member.name == "kind") return in.text(text.kind, member);
      if (member.name == "action") return in.flag(text.is_action, member);
      return in.skip();
    });
  });
}

bool read_record(RecordReader& in, RawRecord& record, const Where& where) {
  return in.object(where, [&](const Where& member) {
    if (member.name == "id") return in.text(record.id, member);
    if (member.name == "level") return in.number(record.level, member);
    if (member.name == "heading") return in.text(record.heading, member);
    if (member.name == "section") return in.text(record.section, member);
    if (member.name == "lang") return in.text(record.lang, member);
    if (member.name == "description") return in.text(record.description, member);
    if (member.name == "tags") return read_texts(in, record.tags, member);
    if (member.name == "links") return read_texts(in, record.links, member);
    if (member.name == "line") return in.number(record.line, member);
    if (member.name == "column") return in.number(record.column, member);
    return in.skip();
  });
}

bool read_page(RecordReader& in, RawPage& page, const Where& where) {
  return in.object(where, [&](const Where& member) {
    if (member.name == "title") return in.text(page.title, member);
    if (member.name == "updated") return in.text(page.updated, member);
    if (member.name == "url") return in.text(page.url, member);
    if (member.name == "lang") return in.text(page.lang, member);
    if (member.name == "licence") return in.text(page.licence, member);
    if (member.name == "intro") return in.text(page.intro, member);
    if (member.name == "checked") return in.text(page.checked, member);
    return in.skip();
  });
}

bool read_options(RecordReader& in, RawPage& page, const Where& where) {
  return in.object(where, [&](const Where& member) {
    if (member.name == "hoursPerDay") return in.hours(page.convention.minutes_per_day, member);
    if (member.name == "hoursPerHalfDay") return in.hours(page.convention.minutes_per_half_day, member);
    if (member.name == "today") return in.text(page.today, member);
    if (member.name == "oldestCheck") return in.text(page.oldest_check, member);
    return in.skip();
  });
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
  std::string bytes(json);
  bytes.append(JsonCursor::kPadding, '\0');
  RecordReader in(bytes);
  RawPage page;
  bool has_records = false;
  if (!in.is_object_next()) {
    in.fail(in.skip() && in.is_at_end() ? "not-an-object" : "not-json", {});
    return in.error();
  }
  const bool is_read = in.object(kRoot, [&](const Where& member) {
    if (member.name == "page") return read_page(in, page, member);
    if (member.name == "options") return read_options(in, page, member);
    if (member.name != "records") return in.skip();
    has_records = true;
    page.records.clear();
    return in.list(member, [&](const Where& at) { return read_record(in, page.records.emplace_back(), at); });
  });
  if (!is_read || (!in.is_at_end() && !in.fail("not-json", {}))) return in.error();
  if (!has_records) return Error{"records-missing", "/records", ""};
  return page;
}

}  // namespace catalogue
