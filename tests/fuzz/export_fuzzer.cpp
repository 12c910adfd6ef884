// SPDX-License-Identifier: MIT
// Any catalogue in every format that a build publishes: well-formed, and the same when it is written again.
#include <nlohmann/json.hpp>
#include <string>

#include "catalogue/catalogue_reader.h"
#include "catalogue/export.h"
#include "catalogue/static_json.h"
#include "html_check.h"
#include "json_mutator.h"
#include "require.h"
#include "text/utf8.h"

using namespace catalogue;
using Json = nlohmann::json;

namespace {

constexpr ExportOptions kOptions = {"https://a.example/formations/"};

std::string exported(std::string_view json, std::string_view format) {
  const Result<std::string> result = export_catalogue(json, format, kOptions);
  require(result.ok() && is_utf8(result.value()));
  return result.value();
}

// No character that XML forbids, and every element closed.
void require_xml(std::string_view xml) {
  for (size_t at = 0; at < xml.size();) {
    const char32_t c = next_code_point(xml, at);
    require(c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF));
  }
  require(xml.find("<script") == std::string_view::npos);
}

void require_static(std::string_view json, const char* options) {
  const Json parts = Json::parse(render_static_json(json, options), nullptr, false);
  require(parts.is_object() && !parts.contains("error"));
  require_our_html(parts["before"].get<std::string>() + parts["after"].get<std::string>());
  require_our_html(parts["links"].get<std::string>());
  require(parts["css"].get<std::string>().find('<') == std::string::npos);
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  return give_mutant(JsonMutator(seed).mutate(words_of(data, size)), data, max_size);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view json = words_of(data, size);
  if (!read_catalogue(json, Language::kFrench).ok()) return 0;
  require_xml(exported(json, "atom"));
  const std::string linked = exported(json, "jsonld");
  require(Json::accept(linked) && linked.find('<') == std::string::npos);
  exported(json, "html");
  require_static(json, R"({"lang":"fr","skin":"neutral","pageUrl":"https://a.example/"})");
  require_static(json, R"({"lang":"en","skin":"dsfr"})");
  return 0;
}
