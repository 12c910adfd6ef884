// SPDX-License-Identifier: MIT
// Writes meanings as catalogue.json, and diagnostics beside it. Empty members are left out.
#include "meaning/catalogue_json.h"

#include "meaning/json_text.h"
#include "model/buckets.h"

namespace catalogue {
namespace {

using Json = OrderedJson;

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void put(Json& object, const char* name, const std::vector<std::string>& values) {
  if (!values.empty()) object[name] = values;
}

void put_minutes(Json& object, const char* name, int32_t minutes) {
  if (minutes != kUnknownMinutes) object[name] = minutes;
}

Json duration_json(const DurationAlternative& duration) {
  Json json = Json::object();
  put_minutes(json, "min", duration.min);
  put_minutes(json, "max", duration.max);
  if (duration.approx) json["approx"] = true;
  put_minutes(json, "span", duration.span);
  json["basis"] = basis_name(duration.basis);
  put(json, "text", duration.text);
  return json;
}

Json licence_json(const MeantLicence& licence) {
  Json json = Json::object();
  put(json, "id", licence.reading.id);
  put(json, "family", licence.reading.family);
  const bool has_name = !licence.reading.id.empty() || !licence.reading.family.empty();
  if (licence.reading.status == LicenceStatus::kAmbiguous && !has_name) json["status"] = "ambiguous";
  for (size_t i = 0; i < kRightValues.size() && !has_name; ++i)
    if (licence.reading.rights >> i & 1) json["rights"].push_back(kRightValues[i]);
  put(json, "url", licence.url);
  put(json, "jurisdiction", licence.reading.jurisdiction);
  put(json, "text", licence.text);
  return json;
}

Json training_json(const MeantTraining& training) {
  Json json = Json::object();
  json["id"] = training.id;
  json["title"] = training.title;
  put(json, "provider", training.provider);
  put(json, "url", training.url);
  put(json, "description", training.description);
  Json durations = Json::array();
  for (const DurationAlternative& duration : training.durations) durations.push_back(duration_json(duration));
  if (!durations.empty()) json["durations"] = std::move(durations);
  if (training.licence.is_present) json["licence"] = licence_json(training.licence);
  put(json, "modalities", training.modalities);
  put(json, "languages", training.languages);
  put(json, "themes", training.themes);
  put(json, "levels", training.levels);
  put(json, "certifications", training.certifications);
  put(json, "audiences", training.audiences);
  put(json, "words", training.words);
  return json;
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  Json json = Json::object();
  json["severity"] = severity_name(diagnostic.severity);
  json["code"] = diagnostic.code;
  if (diagnostic.line > 0) json["line"] = diagnostic.line;
  if (diagnostic.column > 0) json["column"] = diagnostic.column;
  if (diagnostic.record != kWholePage) json["record"] = diagnostic.record;
  Json args = Json::object();
  for (const auto& [name, value] : diagnostic.args) put(args, std::string(name).c_str(), value);
  if (!args.empty()) json["args"] = std::move(args);
  return json;
}

Json catalogue_json(const RawPage& page, const std::vector<MeantTraining>& trainings) {
  Json json = Json::object();
  put(json, "title", page.title);
  put(json, "updated", page.updated);
  put(json, "licence", page.licence);
  put(json, "url", page.url);
  json["trainings"] = Json::array();
  for (const MeantTraining& training : trainings) json["trainings"].push_back(training_json(training));
  return json;
}

}  // namespace

std::string write_normalised(const RawPage& page, const std::vector<MeantTraining>& trainings,
                             const std::vector<Diagnostic>& diagnostics) {
  Json json = Json::object();
  json["catalogue"] = catalogue_json(page, trainings);
  json["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) json["diagnostics"].push_back(diagnostic_json(diagnostic));
  return json_text(json);
}

}  // namespace catalogue
