// SPDX-License-Identifier: MIT
// The calls that both visitors' modules have.
#include "session.h"

#include <cstdlib>

#include "answer_wire.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/render.h"
#include "query_flags.h"

namespace catalogue {

// Never destroyed.
constinit Input input{};
[[clang::no_destroy]] constinit Wire wire;
[[clang::no_destroy]] constinit Arena arena;

namespace {

bool has(uint32_t flags, QueryFlag flag) { return (flags & flag) != 0; }

RenderOptions render_options(const Request& request, std::string_view id_prefix) {
  const uint32_t flags = request.flags;
  RenderOptions options;
  options.skin = has(flags, kIsDsfr) ? Skin::kDsfr : Skin::kNeutral;
  options.has_panel = has(flags, kHasPanel);
  options.has_results = has(flags, kHasResults);
  options.has_list = has(flags, kHasList);
  options.opens_new_window = has(flags, kOpensNewWindow);
  options.heading_level = static_cast<uint8_t>(request.heading_level);
  options.id_prefix = id_prefix;
  return options;
}

bool has_html(const RenderOptions& options) { return options.has_panel || options.has_results || options.has_list; }

}  // namespace

Query parse_input(const Request& request, const Catalogue& catalogue) {
  arena.clear();
  return parse_query({input.bytes, input.size - request.prefix_size}, catalogue, arena);
}

const uint32_t* write_message(const Request& request, const Catalogue& catalogue, const Query& query,
                              const Answer& answer) {
  const size_t query_size = input.size - request.prefix_size;
  const auto options = render_options(request, {input.bytes + query_size, request.prefix_size});
  std::string_view html;
  if (has_html(options)) html = render_answer(catalogue, query, answer, options, arena);
  wire.start();
  write_answer(wire, catalogue, answer, html);
  if (has(request.flags, kHasTrainings)) write_trainings(wire, catalogue, answer.rows, arena);
  write_details(wire, query, answer);
  return wire.finish();
}

}  // namespace catalogue

// The address for the `size` bytes that the next call reads. Null when out of memory.
EXPORTED("input") char* make_input(uint32_t size) {
  using catalogue::input;
  std::free(input.bytes);
  input = {static_cast<char*>(std::malloc(size + catalogue::CatalogueReader::kPadding)), size};
  return input.bytes;
}
