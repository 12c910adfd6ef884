// SPDX-License-Identifier: MIT
// Any bytes as a catalogue: read, then shown and queried, or refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalogue/answer.h"
#include "catalogue/catalogue_reader.h"

using namespace catalogue;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const Result<Catalogue> result = read_catalogue(json, Language::kFrench);
  if (!result.ok()) {
    if (result.error().code.empty()) std::abort();
    return 0;
  }
  const Catalogue& catalogue = result.value();
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    if (catalogue.training(row).id != catalogue.id(row)) std::abort();
  }
  for (const std::string_view words : {"", "q=a&tri=titre", "duree=-60&licence=inconnue&tri=duree"}) {
    Arena arena;
    const Query query = parse_query(words, catalogue, arena);
    if (answer_query(catalogue, query, 5, arena).total > catalogue.size()) std::abort();
  }
  return 0;
}
