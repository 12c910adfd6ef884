// SPDX-License-Identifier: MIT
// Writes trainings as editors do, as HTML.
#include <nlohmann/json.hpp>

#include "catalogue/export.h"
#include "meaning/date.h"
#include "meaning/meant_training.h"
#include "meaning/tag.h"
#include "render/html_writer.h"
#include "text/link.h"
#include "wording/messages.h"

namespace catalogue {
namespace {

using Json = nlohmann::json;

// A string member, or "".
std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  if (found == object.end()) return {};
  const auto* text = found->get_ptr<const std::string*>();
  return text ? *text : std::string();
}

// A list member, or an empty list.
const Json& list_of(const Json& object, const char* key) {
  static const Json kNone = Json::array();
  if (!object.is_object()) return kNone;
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : kNone;
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  for (const Json& item : list_of(object, key)) {
    if (const auto* text = item.get_ptr<const std::string*>(); text && !text->empty()) texts.push_back(*text);
  }
  return texts;
}

void write_item(HtmlWriter& out, const std::string& text, std::string_view url = {}) {
  if (text.empty()) return;
  out.raw("<li>");
  if (!url.empty() && is_safe_link(url)) {
    out.raw("<a class=\"tag\"");
    out.href(url);
    out.raw(">").text(text).raw("</a>");
  } else {
    out.raw("<span class=\"tag\">").text(text).raw("</span>");
  }
  out.raw("</li>");
}

// Writes alternatives with the same text ("2/3/4 heures") once.
std::string duration_tag(const Json& training) {
  std::string all;
  std::string last;
  for (const Json& duration : list_of(training, "durations")) {
    const std::string text = text_of(duration, "text");
    if (text.empty() || text == last) continue;
    all = all.empty() ? text : write_alternatives(all, text);
    last = text;
  }
  return all.empty() ? all : write_tag(TagKind::kDuration, all);
}

// With a label, no theme is read as another kind of tag. A theme with commas has none: it would be split.
std::string theme_tag(const std::string& theme) {
  return theme.find_first_of(",;") == std::string::npos ? write_tag(TagKind::kTheme, theme) : theme;
}

// An ambiguous licence joins the texts of two tags by ", ". They become two tags again: in one tag, the address alone
// would decide.
void write_licence(HtmlWriter& out, const Json& training) {
  const auto found = training.find("licence");
  if (found == training.end()) return;
  std::string text = text_of(*found, "text");
  if (text.empty()) text = text_of(*found, "id");
  std::string url = text_of(*found, "url");
  const bool is_joined = !url.empty() && text_of(*found, "status") == "ambiguous";
  for (size_t cut = text.find(", "); is_joined && cut != std::string::npos; cut = text.find(", ")) {
    write_item(out, text.substr(0, cut), url);
    text.erase(0, cut + 2);
    url.clear();
  }
  write_item(out, text, url);
}

// For a catalogue that was not read from a page: it has values without the words of tags.
void write_values(HtmlWriter& out, const Json& training) {
  for (const MeantList& list : kMeantLists) {
    const std::vector<std::string> values = texts_of(training, list.member);
    const bool is_elsewhere = list.kind == TagKind::kLanguage && values.size() == 1;  // lang says it
    if (is_elsewhere || list.kind == TagKind::kTheme) continue;
    for (const std::string& value : values)
      if (value != untold_accessibility() && value != english_of(untold_accessibility()))
        write_item(out, write_tag(list.kind, value));
  }
}

// Whether "Title (Provider)" reads back as both. Otherwise the provider needs a tag.
bool has_provider_in_heading(const std::string& title, const std::string& provider) {
  if (provider.empty()) return false;
  const TitleReading reading = read_title(title + " (" + provider + ")");
  return reading.title == title && reading.provider == provider;
}

void write_heading(HtmlWriter& out, const Json& training, const std::string& heading) {
  out.raw("<h2").attribute("id", text_of(training, "id"));
  const std::vector<std::string> languages = texts_of(training, "languages");
  if (languages.size() == 1) out.attribute("lang", languages[0]);
  out.raw(">").text(heading).raw("</h2>\n");
}

// A heading without a tag is no training: one that nothing is known of says so.
constexpr std::string_view kNoTag = "<ul class=\"tags\">";

void write_tags(HtmlWriter& out, const Json& training, const std::string& provider_tag) {
  out.raw(kNoTag);
  write_item(out, duration_tag(training));
  write_licence(out, training);
  write_item(out, provider_tag);
  const std::vector<std::string> tags = texts_of(training, "words");
  for (const std::string& tag : tags) write_item(out, tag);
  if (tags.empty()) write_values(out, training);
  for (const std::string& theme : texts_of(training, "themes")) write_item(out, theme_tag(theme));
  if (const std::string day = text_of(training, "checked"); !day.empty())
    write_item(out, write_tag(TagKind::kChecked, write_date(day)));
  if (out.view().ends_with(kNoTag)) write_item(out, std::string(text_of(Language::kFrench, Text::kDurationUnknown)));
  out.raw("</ul>\n");
}

// A paragraph per line.
void write_text(HtmlWriter& out, std::string_view text) {
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) out.raw("<p>").text(line).raw("</p>\n");
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

void write_training(HtmlWriter& out, const Json& training) {
  const std::string title = text_of(training, "title");
  const std::string provider = text_of(training, "provider");
  const bool is_in_heading = has_provider_in_heading(title, provider);
  write_heading(out, training, is_in_heading ? title + " (" + provider + ")" : title);
  write_tags(out, training, is_in_heading || provider.empty() ? "" : write_tag(TagKind::kProvider, provider));
  write_text(out, text_of(training, "description"));
  const std::string url = text_of(training, "url");
  if (url.empty() || !is_safe_link(url)) return;
  out.raw("<p><a");
  out.href(url);
  out.raw(">").text(title).raw("</a></p>\n");
}

}  // namespace

std::string export_fragment(std::string_view catalogue_json) {
  const Json catalogue = Json::parse(catalogue_json, nullptr, /*allow_exceptions=*/false);
  HtmlWriter out;
  for (const Json& training : list_of(catalogue, "trainings")) {
    if (training.is_object()) write_training(out, training);
  }
  return std::string(out.view());
}

}  // namespace catalogue
