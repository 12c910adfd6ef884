// SPDX-License-Identifier: MIT
// What the visitors' modules share: the input and the message of a call, and the answer to a query.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/query.h"
#include "wire.h"

#define EXPORTED(name) extern "C" [[clang::export_name(name), gnu::used]]

namespace catalogue {

struct Input {
  char* bytes;  // from malloc, CatalogueReader::kPadding more than its size
  uint32_t size;

  std::string_view view() const { return {bytes, size}; }
};
// What JavaScript wrote last. The callee may take over the bytes.
extern Input input;
extern Wire wire;
extern Arena arena;  // of the last answer

// Arguments of `query`. The last `prefix_size` bytes of the input are no part of the query: they start every id of the
// HTML. page_size: 1 to kMaxPageSize. heading_level: 1 to 6. flags: the sum of QueryFlag values.
struct Request {
  uint32_t prefix_size;
  uint32_t page_size;
  uint32_t heading_level;
  uint32_t flags;
};

// The query in the input. Clears the arena.
Query parse_input(const Request& request, const Catalogue& catalogue);
// The message of its answer, with what the flags ask for.
const uint32_t* write_message(const Request& request, const Catalogue& catalogue, const Query& query,
                              const Answer& answer);

}  // namespace catalogue
