// SPDX-License-Identifier: MIT
// The plain C interface that web/core/runtime.ts calls: opens a catalogue.json and answers queries.
//
// JavaScript knows a catalogue by its address. It writes bytes to the address that `input` returns, and reads the
// message that a call returns (wire.h) before the next call.
#include <memory>
#include <utility>

#include "answer_wire.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/search.h"
#include "model/columns.h"
#include "session.h"

namespace {

using catalogue::Catalogue;
using catalogue::CatalogueReader;
using catalogue::input;
using catalogue::wire;

struct Opened {
  std::unique_ptr<CatalogueReader> reader;  // until the catalogue is read
  Catalogue catalogue{nullptr};             // from then on
};

}  // namespace

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
    catalogue::write_refusal(wire, opened->reader->code(), opened->reader->where(), opened->reader->detail());
  } else {
    catalogue::write_description(wire, opened->catalogue);
  }
  return wire.finish();
}

// Answers the query in the input (Request, in session.h).
EXPORTED("query")
const uint32_t* query_catalogue(const Opened* opened, uint32_t prefix_size, uint32_t page_size, uint32_t heading_level,
                                uint32_t flags) {
  const catalogue::Request request{prefix_size, page_size, heading_level, flags};
  const catalogue::Query query = catalogue::parse_input(request, opened->catalogue);
  const catalogue::Answer answer = catalogue::answer_query(opened->catalogue, query, page_size, catalogue::arena);
  return catalogue::write_message(request, opened->catalogue, query, answer);
}

// Indexes up to `trainings` more. True when the text search is ready.
EXPORTED("prepareText") bool prepare_text(const Opened* opened, uint32_t trainings) {
  return catalogue::prepare_text(opened->catalogue, trainings);
}

EXPORTED("close") void close_catalogue(Opened* opened) { delete opened; }
