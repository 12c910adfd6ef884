// SPDX-License-Identifier: MIT
// The embind interface of builds: JSON texts in and out.
#include <emscripten/bind.h>

#include <cstdlib>
#include <string>

#include "catalogue/catalogue_reader.h"
#include "catalogue/export.h"
#include "catalogue/normalise.h"
#include "catalogue/parts.h"
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

// Reads a catalogue.json, a Uint8Array. Its bytes are in memory once: those of a million trainings are 700 MB.
catalogue::Result<catalogue::Catalogue> read_bytes(const emscripten::val& catalogue_json) {
  const auto size = catalogue_json["length"].as<size_t>();
  auto* const json = static_cast<uint8_t*>(std::malloc(size + catalogue::CatalogueReader::kPadding));
  if (!json) return catalogue::Error{"too-large", "", ""};
  emscripten::val(emscripten::typed_memory_view(size, json)).call<void>("set", catalogue_json);
  return catalogue::read_owned_catalogue(reinterpret_cast<char*>(json), size, catalogue::Language::kFrench);
}

// {"trainings": their number} where the core accepts the catalogue, else {"error":{"code","where","message"}}.
std::string validate(const emscripten::val& catalogue_json) {
  const auto read = read_bytes(catalogue_json);
  if (!read) return catalogue::error_json(read.error());
  return "{\"trainings\":" + std::to_string(read.value().size()) + "}";
}

// The parts of a catalogue (docs/parts.md), an array of Uint8Array by their number, or {"error"} as JSON, as for
// validate().
emscripten::val write_parts(const emscripten::val& catalogue_json) {
  const auto read = read_bytes(catalogue_json);
  if (!read) return emscripten::val(catalogue::error_json(read.error()));
  emscripten::val parts = emscripten::val::array();
  for (const std::string& part : catalogue::write_parts(read.value())) {
    const auto* const bytes = reinterpret_cast<const uint8_t*>(part.data());
    // A copy: the view is gone with the text.
    parts.call<void>("push",
                     emscripten::val::global("Uint8Array").new_(emscripten::typed_memory_view(part.size(), bytes)));
  }
  return parts;
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_compiler) {
  emscripten::function("exportCatalogue", &export_catalogue);
  emscripten::function("normalise", &normalise);
  emscripten::function("renderStatic", &render_static);
  emscripten::function("validate", &validate);
  emscripten::function("writeParts", &write_parts);
}
