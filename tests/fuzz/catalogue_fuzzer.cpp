// SPDX-License-Identifier: MIT
// Any bytes as a catalogue: read, then shown and queried, or refused.
#include "catalogue/answer.h"
#include "catalogue/catalogue_reader.h"
#include "require.h"

using namespace catalogue;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Result<Catalogue> result = read_catalogue(words_of(data, size), Language::kFrench);
  if (!result.ok()) {
    require(!result.error().code.empty());
    return 0;
  }
  const Catalogue& catalogue = result.value();
  Arena trainings;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    require(catalogue.training(row, trainings).id == catalogue.id(row));
  }
  for (const std::string_view words : {"", "q=a&tri=titre", "duree=-60&licence=inconnue&tri=duree"}) {
    Arena arena;
    const Query query = parse_query(words, catalogue, arena);
    require(answer_query(catalogue, query, 5, arena).total <= catalogue.size());
  }
  return 0;
}
