// SPDX-License-Identifier: MIT
// Any bytes as a query: its canonical form is stable, and every exit gives its stated total.
#include <string_view>

#include "answer_check.h"
#include "catalogue/catalogue_reader.h"
#include "require.h"

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
  const Query query = parse_query(words_of(data, size), catalogue, arena);
  require_honest(catalogue, query, answer_query(catalogue, query, 2, arena), 2, arena);
  return 0;
}
