// SPDX-License-Identifier: MIT
// What a browser calls: load a catalogue, ask it a query. The only embind file of the runtime.
//
// A catalogue is known to JavaScript by a number, never 0. Bytes come in through the module's property
// `bytes`, answers go out through its property `answer` (see wire.h).
#include <emscripten/bind.h>

#include <cstdlib>
#include <memory>

#include "answer_wire.h"
#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/query.h"
#include "catalogue/render.h"
#include "catalogue/search.h"
#include "model/columns.h"

// toolchain/emscripten/wire.js
extern "C" {
void copy_bytes_to(void* address);
void give_answer(const uint32_t* numbers, const char* text, uint32_t size);
}

void catalogue::Wire::send() const {
  give_answer(numbers_.data(), text_.view().data(), static_cast<uint32_t>(text_.size()));
}

namespace {

using catalogue::Catalogue;
using catalogue::CatalogueReader;

struct Opened {
  std::unique_ptr<CatalogueReader> reader;  // until the catalogue is read
  Catalogue catalogue{nullptr};             // from then on
};

Opened& opened(uint32_t number) { return *reinterpret_cast<Opened*>(number); }

// Opens the `size` bytes that lie in `bytes`: as an argument they would be in memory twice. Gives
// the catalogue's number, or 0 when memory lacks.
uint32_t open_catalogue(uint32_t size, bool is_english) {
  char* const json = static_cast<char*>(std::malloc(size + CatalogueReader::kPadding));
  if (!json) return 0;
  copy_bytes_to(json);
  const auto language = is_english ? catalogue::Language::kEnglish : catalogue::Language::kFrench;
  auto* const slot = new Opened;
  slot->reader = std::make_unique<CatalogueReader>(json, size, language);
  return reinterpret_cast<uint32_t>(slot);
}

// Reads up to `trainings` more: 0 there are more, 1 ready, 2 refused.
uint32_t read_more(uint32_t number, uint32_t trainings) {
  Opened& slot = opened(number);
  const CatalogueReader::State state = slot.reader->step(trainings);
  if (state == CatalogueReader::State::kDone) {
    slot.catalogue = slot.reader->take();
    slot.reader.reset();
  }
  return static_cast<uint32_t>(state);
}

// Both live as long as the module: nothing takes them down.
[[clang::no_destroy]] constinit catalogue::Wire
    wire;  // JavaScript reads it after the call that sent it, before the next
[[clang::no_destroy]] constinit catalogue::Arena arena;  // what the last answer is made of

catalogue::Wire& empty_wire() {
  wire.clear();
  return wire;
}

// Sends what was read, or why it was refused.
void describe(uint32_t number) {
  const Opened& slot = opened(number);
  catalogue::Wire& wire = empty_wire();
  if (slot.reader) {
    catalogue::write_error(wire, *slot.reader);
  } else {
    catalogue::write_description(wire, slot.catalogue);
  }
  wire.send();
}

// Sends the answer to the query in `bytes`, `size` of them, the last `prefix_size` the start of
// every id. look: 0 for no HTML; else 1 with the panel, + 2 in the DSFR's skin, + 4 with the list, + 8 with links
// that open a new window, + 16 times the level of the trainings' headings, + 256 with what tells of the list. + 128 in
// all cases when the text search is there; else the words of the query are left out (see on_search.h).
void query_catalogue(uint32_t number, uint32_t size, uint32_t prefix_size, uint32_t page_size, uint32_t look) {
  const Catalogue& catalogue = opened(number).catalogue;
  arena.clear();
  auto* const words = arena.take<char>(size);
  copy_bytes_to(words);
  catalogue::Query query = catalogue::parse_query({words, size - prefix_size}, catalogue, arena);
  if (!(look & 128)) query.text = {};
  const catalogue::Answer answer = catalogue::answer_query(catalogue, query, page_size, arena);
  catalogue::Wire& wire = empty_wire();
  if (!(look & (1 + 4 + 256))) {
    wire.words({});
  } else {
    catalogue::RenderOptions options;
    options.skin = look & 2 ? catalogue::Skin::kDsfr : catalogue::Skin::kNeutral;
    options.has_list = look & 4;
    options.has_panel = look & 1;
    options.has_results = look & 256;
    options.opens_new_window = look & 8;
    options.heading_level = static_cast<uint8_t>(look >> 4 & 7);
    options.id_prefix = {words + size - prefix_size, prefix_size};
    wire.words(catalogue::render_answer(catalogue, query, answer, options, arena));
  }
  catalogue::write_answer(wire, catalogue, query, answer);
  wire.send();
}

// Indexes the words of up to `trainings` more; true when the text search is ready.
bool prepare_text(uint32_t number, uint32_t trainings) {
  return catalogue::prepare_text(opened(number).catalogue, trainings);
}

void close_catalogue(uint32_t number) { delete &opened(number); }

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_runtime) {
  emscripten::function("open", &open_catalogue);
  emscripten::function("read", &read_more);
  emscripten::function("describe", &describe);
  emscripten::function("query", &query_catalogue);
  emscripten::function("prepareText", &prepare_text);
  emscripten::function("close", &close_catalogue);
}
