// SPDX-License-Identifier: MIT
// What a build calls: words in, meanings and pages out. JSON text both ways.
#include <emscripten/bind.h>

#include <cstdlib>

#include "catalogue/catalogue_reader.h"
#include "catalogue/compact.h"
#include "catalogue/export.h"
#include "catalogue/normalise.h"
#include "catalogue/static_json.h"

// toolchain/emscripten/wire.js
extern "C" {
void copy_bytes_to(void* address);
void give_bytes(const char* address, uint32_t size);
}

namespace {

std::string normalise(const std::string& raw_json) { return catalogue::normalise(raw_json); }

std::string export_catalogue(const std::string& catalogue_json, const std::string& format,
                             const std::string& options_json) {
  return catalogue::export_catalogue_json(catalogue_json, format, options_json);
}

std::string render_static(const std::string& catalogue_json, const std::string& options_json) {
  return catalogue::render_static_json(catalogue_json, options_json);
}

// Makes a compact file of the catalogue in the module's property `bytes`, `size` of them, and puts it
// there. Answers {"trainings":12}, or {"error":{"code","where","message"}}.
std::string compact(uint32_t size) {
  auto* const bytes = static_cast<char*>(std::malloc(size + catalogue::CatalogueReader::kPadding));
  if (!bytes) return catalogue::error_json({"too-large", {}, {}});
  copy_bytes_to(bytes);
  const auto file = catalogue::write_compact(bytes, size);
  if (!file) return catalogue::error_json(file.error());
  give_bytes(file.value().bytes.data(), static_cast<uint32_t>(file.value().bytes.size()));
  return "{\"trainings\":" + std::to_string(file.value().trainings) + "}";
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_compiler) {
  emscripten::function("compact", &compact);
  emscripten::function("exportCatalogue", &export_catalogue);
  emscripten::function("normalise", &normalise);
  emscripten::function("renderStatic", &render_static);
}
