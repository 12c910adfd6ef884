// SPDX-License-Identifier: MIT
// The plain C interface that web/core/runtime.ts calls for a catalogue in parts: as that of runtime.cpp, but that parts
// are added one by one, and that a query may lack some.
#include "answer_wire.h"
#include "parts/parts_reader.h"
#include "session.h"

namespace {

using catalogue::input;
using catalogue::PartsReader;
using catalogue::wire;

}  // namespace

// Opens a catalogue without parts: add the head (part 0) first.
EXPORTED("open") PartsReader* open_catalogue(bool is_english) {
  return new PartsReader(is_english ? catalogue::Language::kEnglish : catalogue::Language::kFrench);
}

// Starts to read the part in the input; `read` goes on.
EXPORTED("add") void add_part(PartsReader* reader, uint32_t number) { reader->add(number, input.view()); }

// Reads on: 0 if there is more, 1 when the part is there, 2 when it is refused, which ends the use of the catalogue.
EXPORTED("read") uint32_t read_more(PartsReader* reader, uint32_t) { return static_cast<uint32_t>(reader->step()); }

// A description of the catalogue, or the reason for a refusal, whose place is the number of the part.
EXPORTED("describe") const uint32_t* describe(const PartsReader* reader) {
  wire.start();
  if (reader->code()) {
    catalogue::Output number;
    number.number(reader->number());
    catalogue::write_refusal(wire, reader->code(), number.view(), {});
  } else {
    catalogue::write_description(wire, reader->catalogue());
  }
  return wire.finish();
}

// Answers the query in the input (Request, in session.h). Null when it lacks parts: `missing` names them.
EXPORTED("query")
const uint32_t* query_catalogue(PartsReader* reader, uint32_t prefix_size, uint32_t page_size, uint32_t heading_level,
                                uint32_t flags) {
  const catalogue::Request request{prefix_size, page_size, heading_level, flags};
  const catalogue::Query query = catalogue::parse_input(request, reader->catalogue());
  const auto answer = reader->answer(query, page_size, catalogue::arena);
  return answer ? catalogue::write_message(request, reader->catalogue(), query, *answer) : nullptr;
}

// The numbers of the parts that the last query lacked: a count, then as many.
EXPORTED("missing") const uint32_t* missing_parts(const PartsReader* reader) {
  wire.start();
  wire.number(static_cast<uint32_t>(reader->missing().size()));
  wire.numbers(reader->missing());
  return wire.finish();
}

EXPORTED("close") void close_catalogue(PartsReader* reader) { delete reader; }
