// SPDX-License-Identifier: MIT
// Exports for callers that speak JSON.
#include "catalogue/export.h"
#include "meaning/json_text.h"

namespace catalogue {
namespace {

using Json = OrderedJson;

}  // namespace

std::string export_catalogue_json(std::string_view catalogue_json, std::string_view format,
                                  std::string_view options_json) {
  const Json json = Json::parse(options_json, nullptr, /*allow_exceptions=*/false);
  ExportOptions options;
  if (json.is_object()) {
    if (const auto url = json.find("pageUrl"); url != json.end() && url->is_string()) {
      options.page_url = *url->get_ptr<const std::string*>();
    }
    if (const auto is_free = json.find("isFree"); is_free != json.end() && is_free->is_boolean()) {
      options.is_free = *is_free->get_ptr<const bool*>();
    }
  }
  const Result<std::string> text = export_catalogue(catalogue_json, format, options);
  if (text) return json_text({{"text", text.value()}});
  return error_json(text.error());
}

std::string error_json(const Error& error) {
  return json_text({{"error", {{"code", error.code}, {"where", error.where}, {"message", error.detail}}}});
}

}  // namespace catalogue
