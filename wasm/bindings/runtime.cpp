// SPDX-License-Identifier: MIT
// The plain C interface that web/core/runtime.ts calls: opens catalogues and answers queries.
//
// JavaScript knows a catalogue by its address. It writes bytes to the address that `input` returns, and reads the
// message that a call returns (wire.h) before the next call.
#include <cstdlib>
#include <memory>
#include <utility>

#include "answer_wire.h"
#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/query.h"
#include "catalogue/render.h"
#include "catalogue/search.h"
#include "model/columns.h"
#include "query_flags.h"
#include "wire.h"

#define EXPORTED(name) extern "C" [[clang::export_name(name), gnu::used]]

namespace {

using catalogue::Catalogue;
using catalogue::CatalogueReader;

struct Opened {
  std::unique_ptr<CatalogueReader> reader;  // until the catalogue is read
  Catalogue catalogue{nullptr};             // from then on
};

struct Input {
  char* bytes;  // from malloc
  uint32_t size;
};

// Never destroyed.
constinit Input input{};
[[clang::no_destroy]] constinit catalogue::Wire wire;
[[clang::no_destroy]] constinit catalogue::Arena arena;  // of the last answer

bool has(uint32_t flags, catalogue::QueryFlag flag) { return (flags & flag) != 0; }

catalogue::RenderOptions render_options(uint32_t flags, uint32_t heading_level, std::string_view id_prefix) {
  catalogue::RenderOptions options;
  options.skin = has(flags, catalogue::kIsDsfr) ? catalogue::Skin::kDsfr : catalogue::Skin::kNeutral;
  options.has_panel = has(flags, catalogue::kHasPanel);
  options.has_results = has(flags, catalogue::kHasResults);
  options.has_list = has(flags, catalogue::kHasList);
  options.opens_new_window = has(flags, catalogue::kOpensNewWindow);
  options.heading_level = static_cast<uint8_t>(heading_level);
  options.id_prefix = id_prefix;
  return options;
}

bool has_html(const catalogue::RenderOptions& options) {
  return options.has_panel || options.has_results || options.has_list;
}

}  // namespace

// The address for the `size` bytes that the next call reads. Null when out of memory.
EXPORTED("input") char* make_input(uint32_t size) {
  std::free(input.bytes);
  input = {static_cast<char*>(std::malloc(size + CatalogueReader::kPadding)), size};
  return input.bytes;
}

// Opens the catalogue in the input.
EXPORTED("open") Opened* open_catalogue(bool is_english) {
  const auto language = is_english ? catalogue::Language::kEnglish : catalogue::Language::kFrench;
  auto* const opened = new Opened;
  opened->reader = std::make_unique<CatalogueReader>(std::exchange(input.bytes, nullptr), input.size, language);
  return opened;
}

// Reads up to `trainings` more: 0 if there are more, 1 when ready, 2 when refused.
EXPORTED("read") uint32_t read_more(Opened* opened, uint32_t trainings) {
  const CatalogueReader::State state = opened->reader->step(trainings);
  if (state == CatalogueReader::State::kDone) {
    opened->catalogue = opened->reader->take();
    opened->reader.reset();
  }
  return static_cast<uint32_t>(state);
}

// A description of the catalogue, or the reason for its refusal.
EXPORTED("describe") const uint32_t* describe(const Opened* opened) {
  wire.start();
  if (opened->reader) {
    catalogue::write_refusal(wire, *opened->reader);
  } else {
    catalogue::write_description(wire, opened->catalogue);
  }
  return wire.finish();
}

// Answers the query in the input. The last `prefix_size` bytes of the input are no part of it: they start every id of
// the HTML. page_size: 1 to kMaxPageSize. heading_level: 1 to 6. flags: the sum of QueryFlag values.
EXPORTED("query")
const uint32_t* query_catalogue(const Opened* opened, uint32_t prefix_size, uint32_t page_size, uint32_t heading_level,
                                uint32_t flags) {
  const Catalogue& catalogue = opened->catalogue;
  const size_t query_size = input.size - prefix_size;
  arena.clear();
  const catalogue::Query query = catalogue::parse_query({input.bytes, query_size}, catalogue, arena);
  const catalogue::Answer answer = catalogue::answer_query(catalogue, query, page_size, arena);
  const auto options = render_options(flags, heading_level, {input.bytes + query_size, prefix_size});
  std::string_view html;
  if (has_html(options)) html = catalogue::render_answer(catalogue, query, answer, options, arena);
  wire.start();
  catalogue::write_answer(wire, catalogue, answer, html);
  if (has(flags, catalogue::kHasTrainings)) catalogue::write_trainings(wire, catalogue, answer.rows, arena);
  catalogue::write_details(wire, query, answer);
  return wire.finish();
}

// Indexes up to `trainings` more. True when the text search is ready.
EXPORTED("prepareText") bool prepare_text(const Opened* opened, uint32_t trainings) {
  return catalogue::prepare_text(opened->catalogue, trainings);
}

EXPORTED("close") void close_catalogue(Opened* opened) { delete opened; }
