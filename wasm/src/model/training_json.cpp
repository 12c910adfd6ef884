// SPDX-License-Identifier: MIT
// Writing a training as JSON, by the same tables that read it.
#include "model/training_json.h"

#include "model/buckets.h"
#include "model/training_members.h"
#include "text/names.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

// Functions outside of the class: those within would be written out at each call, for speed that nobody needs here.
class JsonWriter {
 public:
  explicit JsonWriter(Output& out) : out_(out) {}

  void open(char bracket);
  void close(char bracket);
  // Starts an item of an array.
  void item();
  void name(const std::string_view& name);
  void string(const std::string_view& words);
  void truth(const std::string_view& name, bool truth);
  // What is empty or unknown is left out.
  void words(const std::string_view& name, const std::string_view& words);
  void list(const std::string_view& name, std::span<const std::string_view> list);
  void minutes(const std::string_view& name, int32_t minutes);

 private:
  Output& out_;
  bool is_first_ = true;  // nothing is in the object or array yet
};

void JsonWriter::open(char bracket) {
  out_.write(bracket);
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  out_.write(bracket);
  is_first_ = false;
}

void JsonWriter::item() {
  if (!is_first_) out_.write(',');
  is_first_ = false;
}

void JsonWriter::name(const std::string_view& name) {
  item();
  string(name);
  out_.write(':');
}

void JsonWriter::truth(const std::string_view& name, bool truth) {
  this->name(name);
  out_.write(truth ? "true" : "false");
}

void JsonWriter::words(const std::string_view& name, const std::string_view& words) {
  if (words.empty()) return;
  this->name(name);
  string(words);
}

void JsonWriter::minutes(const std::string_view& name, int32_t minutes) {
  if (minutes == kUnknownMinutes) return;
  this->name(name);
  out_.number(static_cast<uint32_t>(minutes));
}

void JsonWriter::string(const std::string_view& words) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  out_.write('"');
  for (const char c : words) {
    if (static_cast<unsigned char>(c) < ' ') {
      out_.write("\\u00").write(kHexDigits[c >> 4 & 15]).write(kHexDigits[c & 15]);
      continue;
    }
    if (c == '"' || c == '\\') out_.write('\\');
    out_.write(c);
  }
  out_.write('"');
}

void JsonWriter::list(const std::string_view& name, std::span<const std::string_view> list) {
  if (list.empty()) return;
  this->name(name);
  open('[');
  for (const std::string_view& words : list) {
    item();
    string(words);
  }
  close(']');
}

void write_duration(JsonWriter& json, const Duration& duration) {
  json.open('{');
  json.minutes("min", duration.min);
  json.minutes("max", duration.max);
  json.words("basis", duration.basis);
  json.words("text", duration.text);
  if (duration.approx) json.truth("approx", true);
  json.minutes("span", duration.span);
  json.close('}');
}

void write_durations(JsonWriter& json, const std::string_view& name, std::span<const Duration> durations) {
  if (durations.empty()) return;
  json.name(name);
  json.open('[');
  for (const Duration& duration : durations) {
    json.item();
    write_duration(json, duration);
  }
  json.close(']');
}

bool has_licence(const Training& training) {
  for (const auto words : kLicenceWords)
    if (words && !(training.licence.*words).empty()) return true;
  return !training.rights.empty();
}

void write_licence(JsonWriter& json, const std::string_view& name, const Training& training) {
  if (!has_licence(training)) return;
  json.name(name);
  json.open('{');
  for (ListedName member{kLicenceMembers}; *member.words; member.step()) {
    const auto words = kLicenceWords[member.index];
    if (words) {
      json.words(member.words, training.licence.*words);
    } else {
      json.list(member.words, training.rights);
    }
  }
  json.close('}');
}

void write_rights(JsonWriter& json, const Training& training) {
  const std::string_view licence = training.licence.name();
  const bool is_known = spelling_of_licence(licence) != LicenceSpelling::kUnlisted;
  if (!is_known && training.rights.empty()) return;
  json.name("rights");
  json.open('{');
  if (is_known) {
    const uint8_t rights = licence_rights(licence);
    for (size_t i = 0; i < kRightValues.size(); ++i) json.truth(kRightValues[i], rights >> i & 1);
  } else {
    for (const std::string_view& right : training.rights) json.truth(right, true);
  }
  json.close('}');
}

void write_member(JsonWriter& json, const ListedName& member, const Training& training) {
  if (const auto words = kTrainingWords[member.index]) return json.words(member.words, training.*words);
  if (member.index == kDurations) return write_durations(json, member.words, training.durations);
  if (member.index == kLicence) return write_licence(json, member.words, training);
  json.list(member.words, training.*kTrainingLists[member.index - kModalities]);
}

}  // namespace

void write_training_json(Output& out, const Training& training) {
  JsonWriter json(out);
  json.open('{');
  for (ListedName member{kTrainingMembers}; *member.words; member.step()) write_member(json, member, training);
  write_rights(json, training);
  json.close('}');
}

}  // namespace catalogue
