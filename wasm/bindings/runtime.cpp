// SPDX-License-Identifier: MIT
// What a browser calls: load a catalogue, ask it a query. The only embind file of the runtime.
//
// A catalogue is known to JavaScript by a small number. One call, one crossing: bytes or a query
// string in, one JSON text out (see answer_json.h).
#include <emscripten.h>
#include <emscripten/bind.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "catalogue/answer.h"
#include "catalogue/answer_json.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/query.h"
#include "catalogue/text.h"
#include "catalogue/render.h"

EM_JS(void, copy_bytes_to, (char* address), {
  HEAPU8.set(Module['bytes'], address);
  Module['bytes'] = null;
});

namespace {

using catalogue::Catalogue;
using catalogue::CatalogueReader;

struct Slot {
  std::unique_ptr<CatalogueReader> reader;  // until the catalogue is read
  std::unique_ptr<Catalogue> catalogue;

  bool is_free() const { return !reader && !catalogue; }
};

std::vector<Slot>& slots() {
  static std::vector<Slot> all;
  return all;
}

// Opens the `size` bytes that lie in the module's property `bytes`: through a std::string they
// would be in memory twice. Gives the catalogue's number, or -1 when memory lacks.
int32_t open_catalogue(uint32_t size, bool is_english) {
  char* const json = static_cast<char*>(std::malloc(size ? size : 1));
  if (!json) return -1;
  copy_bytes_to(json);
  const auto language = is_english ? catalogue::Language::kEnglish : catalogue::Language::kFrench;
  uint32_t number = 0;
  while (number < slots().size() && !slots()[number].is_free()) ++number;
  if (number == slots().size()) slots().emplace_back();
  slots()[number].reader = std::make_unique<CatalogueReader>(json, size, language);
  return static_cast<int32_t>(number);
}

// Reads up to `trainings` more: 0 there are more, 1 ready, 2 refused.
uint32_t read_more(uint32_t number, uint32_t trainings) {
  Slot& slot = slots()[number];
  const CatalogueReader::State state = slot.reader->step(trainings);
  if (state == CatalogueReader::State::kDone) {
    slot.catalogue = std::make_unique<Catalogue>(slot.reader->take());
    slot.reader.reset();
  }
  return static_cast<uint32_t>(state);
}

// What was read, or why it was refused.
std::string describe(uint32_t number) {
  const Slot& slot = slots()[number];
  return slot.reader ? catalogue::describe_error(slot.reader->error())
                     : catalogue::describe_catalogue(*slot.catalogue);
}

// look: 0 for no HTML; else 1, + 2 in the DSFR's skin, + 4 with the list, + 8 with links that open
// a new window, + 16 times the level of the trainings' headings.
std::string query_catalogue(uint32_t number, std::string query_string, uint32_t page_size, uint32_t look,
                            std::string id_prefix) {
  const Catalogue& catalogue = *slots()[number].catalogue;
  const catalogue::Query query = catalogue::parse_query(query_string, catalogue);
  const catalogue::Answer answer = catalogue::answer_query(catalogue, query, page_size);
  if (look == 0) return catalogue::write_answer(catalogue, query, answer, nullptr);
  catalogue::RenderOptions options;
  options.skin = look & 2 ? catalogue::Skin::kDsfr : catalogue::Skin::kNeutral;
  options.has_list = look & 4;
  options.opens_new_window = look & 8;
  options.heading_level = static_cast<uint8_t>(look >> 4 & 7);
  options.id_prefix = id_prefix;
  const std::string html = catalogue::render_answer(catalogue, query, answer, options);
  return catalogue::write_answer(catalogue, query, answer, &html);
}

// Indexes the words of up to `trainings` more; true when the text search is ready.
bool prepare_text(uint32_t number, uint32_t trainings) {
  return catalogue::prepare_text(*slots()[number].catalogue, trainings);
}

void close_catalogue(uint32_t number) { slots()[number] = {}; }

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_runtime) {
  emscripten::function("open", &open_catalogue);
  emscripten::function("read", &read_more);
  emscripten::function("describe", &describe);
  emscripten::function("query", &query_catalogue);
  emscripten::function("prepareText", &prepare_text);
  emscripten::function("close", &close_catalogue);
}
