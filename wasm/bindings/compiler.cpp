// SPDX-License-Identifier: MIT
// The embind interface of builds. JSON strings in and out; compact files as bytes.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>

#include "catalogue/compact.h"
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

// A compact file of the catalogue: {file: Uint8Array, trainings}. Or the JSON text
// {"error":{"code","where","message"}}.
emscripten::val compact(const std::string& catalogue_json) {
  const auto made = catalogue::write_compact(catalogue_json);
  if (!made) return emscripten::val(catalogue::error_json(made.error()));
  const catalogue::CompactFile& file = made.value();
  const emscripten::val bytes(emscripten::typed_memory_view(file.bytes.size(), file.bytes.data()));
  emscripten::val compact = emscripten::val::object();
  compact.set("file", emscripten::val::global("Uint8Array").new_(bytes));
  compact.set("trainings", file.trainings);
  return compact;
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_compiler) {
  emscripten::function("compact", &compact);
  emscripten::function("exportCatalogue", &export_catalogue);
  emscripten::function("normalise", &normalise);
  emscripten::function("renderStatic", &render_static);
}
