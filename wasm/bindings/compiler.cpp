// SPDX-License-Identifier: MIT
// What a build calls: words in, meanings and pages out. JSON text both ways.
#include <emscripten/bind.h>

#include "catalogue/export.h"
#include "catalogue/normalise.h"
#include "catalogue/static_json.h"

namespace {

std::string normalise(const std::string& raw_json) { return catalogue::normalise(raw_json); }

std::string export_catalogue(const std::string& catalogue_json, const std::string& format,
                             const std::string& options_json) {
  return catalogue::export_catalogue_json(catalogue_json, format, options_json);
}

std::string render_static(const std::string& catalogue_json, const std::string& options_json) {
  return catalogue::render_static_json(catalogue_json, options_json);
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_compiler) {
  emscripten::function("exportCatalogue", &export_catalogue);
  emscripten::function("normalise", &normalise);
  emscripten::function("renderStatic", &render_static);
}
