// SPDX-License-Identifier: MIT
// The static parts of a page as JSON, for builds.
#include "catalogue/static_json.h"

#include "catalogue/catalogue_reader.h"
#include "catalogue/export.h"
#include "catalogue/render.h"
#include "meaning/json_text.h"

namespace catalogue {
namespace {

using Json = OrderedJson;

std::string text_member(const Json& json, const char* name, std::string_view otherwise) {
  const auto member = json.find(name);
  const auto* text = member == json.end() ? nullptr : member->get_ptr<const Json::string_t*>();
  return text ? *text : std::string(otherwise);
}

// Skips empty attributes: no choice of that facet matches the training.
Json item_json(const StaticItem& item) {
  Json attributes = {{"data-id", item.id}};
  for (size_t f = 0; f < kFacetCount; ++f)
    if (!item.values[f].empty()) attributes["data-" + std::string(kQueryKeys[f])] = item.values[f];
  Json json;
  json["id"] = item.id;
  json["attributes"] = std::move(attributes);
  json["facts"] = item.facts;
  return json;
}

Json page_json(const StaticPage& page, const StaticParts& parts) {
  Json json;
  json["path"] = page.path;
  json["key"] = page.key;
  json["value"] = page.value;
  json["label"] = page.label;
  json["ids"] = Json::array();
  for (const uint32_t row : page.rows) json["ids"].push_back(parts.items[row].id);
  return json;
}

std::string parts_json(const StaticParts& parts) {
  Json json;
  json["before"] = parts.before;
  json["after"] = parts.after;
  json["links"] = parts.links;
  json["list"] = parts.list;
  json["css"] = parts.css;
  json["items"] = Json::array();
  for (const StaticItem& item : parts.items) json["items"].push_back(item_json(item));
  json["pages"] = Json::array();
  for (const StaticPage& page : parts.pages) json["pages"].push_back(page_json(page, parts));
  return json_text(json);
}

uint8_t heading_level(const Json& json) {
  const auto member = json.find("headingLevel");
  const auto* level = member == json.end() ? nullptr : member->get_ptr<const Json::number_integer_t*>();
  return level && *level >= 1 && *level <= 6 ? static_cast<uint8_t>(*level) : RenderOptions{}.heading_level;
}

bool has_flag(const Json& json, const char* name) {
  const auto member = json.find(name);
  const auto* flag = member == json.end() ? nullptr : member->get_ptr<const Json::boolean_t*>();
  return flag && *flag;
}

}  // namespace

std::string render_static_json(std::string_view catalogue_json, std::string_view options_json) {
  const Json json = Json::parse(options_json, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return error_json({"bad-options", {}, {}});
  const Language language = text_member(json, "lang", "fr").starts_with("en") ? Language::kEnglish : Language::kFrench;
  const auto catalogue = read_catalogue(catalogue_json, language);
  if (!catalogue) return error_json(catalogue.error());
  RenderOptions options;
  const std::string id_prefix = text_member(json, "idPrefix", options.id_prefix);
  options.id_prefix = id_prefix;
  options.skin = text_member(json, "skin", "neutral") == "dsfr" ? Skin::kDsfr : Skin::kNeutral;
  options.heading_level = heading_level(json);
  options.has_list = has_flag(json, "list");
  const std::string page_url = text_member(json, "pageUrl", "");
  const std::string report_url = text_member(json, "reportUrl", "");
  return parts_json(render_static(catalogue.value(), options, {page_url, report_url}));
}

}  // namespace catalogue
