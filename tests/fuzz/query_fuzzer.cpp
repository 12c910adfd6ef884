// SPDX-License-Identifier: MIT
// Any bytes as a query: its canonical form is stable, and every exit keeps its word.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalogue/answer.h"
#include "catalogue/catalogue_reader.h"

using namespace catalogue;

namespace {

constexpr std::string_view kCatalogue = R"({"trainings":[
  {"id":"a","title":"Écoconception","provider":"INR","themes":["Achats"],"modalities":["en-ligne"],"languages":["fr"],
   "durations":[{"min":30,"max":30},{"min":240,"max":240}],"licence":{"id":"CC-BY-SA-4.0"},"description":"analyse de cycle de vie"},
  {"id":"b","title":"Données ouvertes 10","durations":[{"span":900}],"licence":{"id":"etalab-2.0"}},
  {"id":"c","title":"Données ouvertes 2","themes":["Mesure"],"durations":[{"min":60,"max":120}]}]})";

const Catalogue& catalogue_of_three() {
  static const Result<Catalogue> result = read_catalogue(kCatalogue, Language::kFrench);
  return result.value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Catalogue& catalogue = catalogue_of_three();
  Arena arena;
  const Query query = parse_query({reinterpret_cast<const char*>(data), size}, catalogue, arena);
  const std::string_view canonical = write_query(query, catalogue, arena);
  if (write_query(parse_query(canonical, catalogue, arena), catalogue, arena) != canonical) std::abort();
  const Answer answer = answer_query(catalogue, query, 2, arena);
  for (const Exit& exit : answer.exits) {
    const Answer led = answer_query(catalogue, parse_query(exit.query, catalogue, arena), 2, arena);
    if (led.total != exit.total || led.total == 0) std::abort();
  }
  return 0;
}
