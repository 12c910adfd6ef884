// SPDX-License-Identifier: MIT
// Writes meanings as catalogue.json, and diagnostics beside it. Empty members are left out.
#include "meaning/catalogue_json.h"

#include <algorithm>

#include "meaning/json_writer.h"
#include "model/buckets.h"

namespace catalogue {
namespace {

void put(JsonWriter& json, std::string_view name, std::string_view value) {
  if (!value.empty()) json.name(name).string(value);
}

void put(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  json.name(name).open('[');
  for (const std::string& value : values) json.string(value);
  json.close(']');
}

void put_minutes(JsonWriter& json, std::string_view name, int32_t minutes) {
  if (minutes != kUnknownMinutes) json.name(name).number(minutes);
}

void put_positive(JsonWriter& json, std::string_view name, int32_t number) {
  if (number > 0) json.name(name).number(number);
}

void write_duration(JsonWriter& json, const DurationAlternative& duration) {
  json.open('{');
  put_minutes(json, "min", duration.min);
  put_minutes(json, "max", duration.max);
  if (duration.approx) json.name("approx").literal("true");
  put_minutes(json, "span", duration.span);
  json.name("basis").string(basis_name(duration.basis));
  put(json, "text", duration.text);
  json.close('}');
}

void put_rights(JsonWriter& json, uint8_t rights) {
  std::vector<std::string> values;
  for (size_t i = 0; i < kRightValues.size(); ++i)
    if (rights >> i & 1) values.emplace_back(kRightValues[i]);
  put(json, "rights", values);
}

void write_licence(JsonWriter& json, const MeantLicence& licence) {
  const LicenceReading& reading = licence.reading;
  const bool has_name = !reading.id.empty() || !reading.family.empty();
  json.open('{');
  put(json, "id", reading.id);
  put(json, "family", reading.family);
  if (reading.status == LicenceStatus::kAmbiguous && !has_name) json.name("status").string("ambiguous");
  if (!has_name) put_rights(json, reading.rights);
  put(json, "url", licence.url);
  put(json, "jurisdiction", reading.jurisdiction);
  put(json, "text", licence.text);
  json.close('}');
}

// How the lists of trainings are worded.
struct Wording {
  bool is_english = false;
  // A training that does not tell its accessibility says so where others tell theirs: visitors would not find it else.
  bool tells_accessibility = false;
};

// The values in the page's language. Themes are the editor's own words.
std::vector<std::string> worded(const MeantTraining& training, const MeantList& list, const Wording& wording) {
  std::vector<std::string> values = training.*list.values;
  const bool is_untold = list.kind == TagKind::kAccessibility && wording.tells_accessibility && values.empty();
  if (is_untold) values.emplace_back(untold_accessibility());
  if (!wording.is_english || list.kind == TagKind::kTheme) return values;
  for (std::string& value : values) value = english_of(value);
  return values;
}

void write_training(JsonWriter& json, const MeantTraining& training, const Wording& wording) {
  json.open('{');
  json.name("id").string(training.id);
  json.name("title").string(training.title);
  put(json, "checked", training.checked);
  put(json, "provider", training.provider);
  put(json, "url", training.url);
  put(json, "description", training.description);
  if (!training.durations.empty()) {
    json.name("durations").open('[');
    for (const DurationAlternative& duration : training.durations) write_duration(json, duration);
    json.close(']');
  }
  if (training.licence.is_present) write_licence(json.name("licence"), training.licence);
  for (const MeantList& list : kMeantLists) put(json, list.member, worded(training, list, wording));
  put(json, "words", training.words);
  json.close('}');
}

void put_args(JsonWriter& json, const Diagnostic& diagnostic) {
  const auto& args = diagnostic.args;
  if (std::all_of(args.begin(), args.end(), [](const auto& arg) { return arg.second.empty(); })) return;
  json.name("args").open('{');
  for (const auto& [name, value] : args) put(json, name, value);
  json.close('}');
}

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.open('{');
  json.name("severity").string(severity_name(diagnostic.severity));
  json.name("code").string(diagnostic.code);
  put_positive(json, "line", diagnostic.line);
  put_positive(json, "column", diagnostic.column);
  if (diagnostic.record != kWholePage) json.name("record").number(diagnostic.record);
  put_args(json, diagnostic);
  json.close('}');
}

void write_catalogue(JsonWriter& json, const RawPage& page, const std::vector<MeantTraining>& trainings) {
  json.open('{');
  put(json, "title", page.title);
  put(json, "updated", page.updated);
  put(json, "licence", page.licence);
  put(json, "url", page.url);
  json.name("trainings").open('[');
  const bool is_told = std::any_of(trainings.begin(), trainings.end(),
                                   [](const MeantTraining& training) { return !training.accessibility.empty(); });
  const Wording wording = {page.lang.starts_with("en"), is_told};
  for (const MeantTraining& training : trainings) write_training(json, training, wording);
  json.close(']').close('}');
}

}  // namespace

std::string write_normalised(const RawPage& page, const std::vector<MeantTraining>& trainings,
                             const std::vector<Diagnostic>& diagnostics) {
  JsonWriter json;
  write_catalogue(json.open('{').name("catalogue"), page, trainings);
  json.name("diagnostics").open('[');
  for (const Diagnostic& diagnostic : diagnostics) write_diagnostic(json, diagnostic);
  return json.close(']').close('}').take();
}

}  // namespace catalogue
