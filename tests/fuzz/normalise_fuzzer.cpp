// SPDX-License-Identifier: MIT
// Any bytes as raw records, and as the words of one record each: no record dropped, and the catalogue that comes out
// opens and is exported in every format.
#include <nlohmann/json.hpp>
#include <string>

#include "catalogue/catalogue_reader.h"
#include "catalogue/export.h"
#include "catalogue/normalise.h"
#include "json_mutator.h"
#include "require.h"

using namespace catalogue;
using Json = nlohmann::json;

namespace {

// Each line of the text is a tag of its own record, its title and its description.
Json records_of(std::string_view text) {
  Json raw = {{"page", {{"intro", "Des formations en licence libre"}}}, {"records", Json::array()}};
  while (!text.empty() && raw["records"].size() < 50) {
    const std::string line(text.substr(0, text.find('\n')));
    raw["records"].push_back({{"heading", line}, {"description", line}, {"tags", {{{"text", line}, {"url", line}}}}});
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return raw;
}

// A record without a heading has no title: publishing reports its place and leaves it out.
bool has_titles(const Json& trainings) {
  for (const Json& training : trainings) {
    if (training["title"] == "") return false;
  }
  return true;
}

// The core reads the catalogue that it made.
void require_published(const Json& catalogue) {
  if (!has_titles(catalogue["trainings"])) return;
  const std::string json = catalogue.dump();
  const Result<Catalogue> read = read_catalogue(json, Language::kFrench);
  require(read.ok() && read.value().size() == catalogue["trainings"].size());
  for (const char* format : {"jsonld", "atom", "html"}) require(export_catalogue(json, format, {}).ok());
}

Json normalised(std::string_view raw) {
  Json answer = Json::parse(normalise(raw), nullptr, false);
  require(answer.is_object() && (answer.contains("error") || answer.contains("catalogue")));
  if (answer.contains("catalogue")) require_published(answer["catalogue"]);
  return answer;
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  return give_mutant(JsonMutator(seed).mutate(words_of(data, size)), data, max_size);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = words_of(data, size);
  normalised(text);
  const Json raw = records_of(text);
  const Json answer = normalised(raw.dump(-1, ' ', false, Json::error_handler_t::replace));
  require(answer["catalogue"]["trainings"].size() == raw["records"].size());
  return 0;
}
