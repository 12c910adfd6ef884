// SPDX-License-Identifier: MIT
// The embind interface of builds: JSON texts in and out.
#include <emscripten/bind.h>

#include <cstdlib>
#include <string>
#include <string_view>

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

// Cuts a catalogue into parts (docs/parts.md). Calls give(number, bytes), a function of JavaScript, once per part; the
// bytes, a view of the memory, are gone when it returns. Returns "{}", or the error as validate() does.
std::string write_parts(const emscripten::val& catalogue_json, const emscripten::val& give) {
  const auto read = read_bytes(catalogue_json);
  if (!read) return catalogue::error_json(read.error());
  catalogue::write_parts(read.value(), [&](uint32_t number, std::string_view bytes) {
    const auto* const first = reinterpret_cast<const uint8_t*>(bytes.data());
    give(number, emscripten::typed_memory_view(bytes.size(), first));
  });
  return "{}";
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_compiler) {
  emscripten::function("exportCatalogue", &export_catalogue);
  emscripten::function("normalise", &normalise);
  emscripten::function("renderStatic", &render_static);
  emscripten::function("validate", &validate);
  emscripten::function("writeParts", &write_parts);
}
