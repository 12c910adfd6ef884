// SPDX-License-Identifier: MIT
// The static parts of a page as JSON, for builds.
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

// catalogue_json: catalogue.json. options_json: {"lang":"fr|en","skin":"neutral|dsfr",
// "headingLevel":2,"idPrefix":"catalogue-","pageUrl":"","reportUrl":"","list":false}, every member optional (see
// render.h). Returns
// {"before","after","links","list","css","items":[{"id","attributes":{"data-id","data-duree",…}}],
//  "pages":[{"path","key","value","label","ids":[…]}]}
// or {"error":{"code","where","message"}}. Codes: those of catalogue_reader.h, "bad-options".
std::string render_static_json(std::string_view catalogue_json, std::string_view options_json);

}  // namespace catalogue
