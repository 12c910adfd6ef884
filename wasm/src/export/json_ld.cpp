// SPDX-License-Identifier: MIT
// The catalogue as linked data, for search engines and harvesters.
#include "catalogue/export.h"
#include "export/iso_duration.h"
#include "export/page_address.h"
#include "meaning/json_text.h"
#include "meaning/tag.h"
#include "text/link.h"
#include "text/names.h"
#include "text/output.h"
#include "wording/minutes.h"

namespace catalogue {
namespace {

using Json = OrderedJson;

void set(Json& object, const char* key, std::string_view value) {
  if (!value.empty()) object[key] = value;
}

// Safe addresses only: harvesters show them as links.
void set_link(Json& object, const char* key, std::string_view url) {
  if (is_safe_link(url)) set(object, key, url);
}

void set_list(Json& object, const char* key, std::span<const std::string_view> values) {
  if (values.size() == 1) object[key] = values.front();
  if (values.size() > 1) object[key] = values;
}

// courseMode of schema.org, by place in kModalityValues.
constexpr std::string_view kCourseModes[] = {"online", "onsite", "blended"};
static_assert(std::size(kCourseModes) == kModalityValues.size());

std::string_view course_mode(std::string_view modality) {
  const size_t i = index_of(kModalityValues, modality);
  return i < kModalityValues.size() ? kCourseModes[i] : modality;
}

std::vector<std::string_view> course_modes(const Training& training) {
  std::vector<std::string_view> modes;
  for (const std::string_view modality : training.modalities) modes.push_back(course_mode(modality));
  return modes;
}

// courseWorkload (schema.org: Text): an ISO 8601 duration for a single number, else the editor's words, else the range
// in the catalogue's language.
std::string workload_of(const Duration& duration, Language language) {
  if (duration.min == duration.max && duration.min > 0) return iso_duration(duration.min, false);
  if (!duration.text.empty()) return std::string(duration.text);
  Output range;
  write_range(range, language, {duration.min, duration.longest()});
  return std::string(range.view());
}

// courseWorkload is the effort, courseSchedule the elapsed time.
Json instance_of(const Training& training, const Duration* duration, Language language) {
  Json instance = {{"@type", "CourseInstance"}};
  set_list(instance, "courseMode", course_modes(training));
  if (duration == nullptr) return instance;
  if (duration->is_known()) instance["courseWorkload"] = workload_of(*duration, language);
  if (duration->span > 0) {
    instance["courseSchedule"] = {{"@type", "Schedule"}, {"duration", iso_duration(duration->span, true)}};
  }
  return instance;
}

Json instances_of(const Training& training, Language language) {
  Json instances = Json::array();
  for (const Duration& duration : training.durations) instances.push_back(instance_of(training, &duration, language));
  if (instances.empty() && !training.modalities.empty()) instances.push_back(instance_of(training, nullptr, language));
  return instances;
}

// accessibilityFeature of schema.org. What is not told has none; other words stay as they are.
std::vector<std::string_view> features_of(const Training& training) {
  std::vector<std::string_view> features;
  for (const std::string_view value : training.accessibility) {
    const std::string_view feature = accessibility_feature(value);
    const bool is_other = known_value(TagKind::kAccessibility, value).empty();
    if (is_other || !feature.empty()) features.push_back(is_other ? value : feature);
  }
  return features;
}

Json audiences_of(const Training& training) {
  Json audiences = Json::array();
  for (const std::string_view audience : training.audiences)
    audiences.push_back({{"@type", "EducationalAudience"}, {"audienceType", audience}});
  return audiences;
}

Json course_of(const Training& training, const ExportOptions& options, Language language) {
  Json course = {{"@type", "Course"}};
  set(course, "@id", page_anchor(options.page_url, training.id));
  set(course, "name", training.title);
  set(course, "description", training.description.empty() ? training.title : training.description);
  if (!training.provider.empty()) {
    course["provider"] = {{"@type", "Organization"}, {"name", training.provider}};
  }
  set_link(course, "url", training.url);
  set(course, "license", training.licence.name());
  set_link(course, "license", training.licence.url);
  set_list(course, "inLanguage", training.languages);
  set_list(course, "keywords", training.themes);
  set_list(course, "educationalLevel", training.levels);
  if (!training.audiences.empty()) course["audience"] = audiences_of(training);
  set_list(course, "educationalCredentialAwarded", training.certifications);
  set_list(course, "accessibilityFeature", features_of(training));
  set(course, "dateModified", training.checked);
  if (options.is_free) {
    course["isAccessibleForFree"] = true;
    course["offers"] = {{"@type", "Offer"}, {"category", "Free"}, {"price", 0}, {"priceCurrency", "EUR"}};
  }
  const bool is_one = training.durations.size() == 1;
  if (is_one && training.durations[0].is_known() && training.durations[0].min == training.durations[0].max &&
      training.durations[0].min > 0) {
    course["timeRequired"] = iso_duration(training.durations[0].min, false);
  }
  Json instances = instances_of(training, language);
  if (!instances.empty()) course["hasCourseInstance"] = std::move(instances);
  return course;
}

// An escaped "<" cannot end a script element.
std::string safe_in_script(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string export_json_ld(const Catalogue& catalogue, const ExportOptions& options) {
  ExportOptions own = options;
  own.page_url = page_url_of(catalogue, options);
  Json items = Json::array();
  Arena arena;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    arena.clear();
    Json course = course_of(catalogue.training(row, arena), own, catalogue.language());
    items.push_back({{"@type", "ListItem"}, {"position", row + 1}, {"item", std::move(course)}});
  }
  Json list = {{"@context", "https://schema.org"}, {"@type", "ItemList"}};
  set(list, "name", catalogue.title());
  set(list, "url", own.page_url);
  list["numberOfItems"] = catalogue.size();
  list["itemListElement"] = std::move(items);
  return safe_in_script(json_text(list));
}

}  // namespace catalogue
