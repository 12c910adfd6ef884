// SPDX-License-Identifier: MIT
// The plain C interface that web/reader/core.ts calls, for pages without a build: turns the words of an editor's list
// into a catalogue. It has no check and no export.
//
// JavaScript writes bytes to the address that `input` returns, and reads the message (wire.h) before the next call.
#include <cstdlib>
#include <string>

#include "meaning/catalogue_json.h"
#include "meaning/meant_training.h"
#include "wire.h"

#define EXPORTED(name) extern "C" [[clang::export_name(name), gnu::used]]

namespace {

struct Input {
  char* bytes;  // from malloc
  uint32_t size;
};

// Never destroyed.
constinit Input input{};
[[clang::no_destroy]] constinit catalogue::Wire wire;
[[clang::no_destroy]] std::string answer;

// {"catalogue","diagnostics"} as normalise() gives them, but without what only a check finds; "" for ill-formed
// records.
std::string read_list(std::string_view raw_json) {
  const auto read = catalogue::read_raw_records(raw_json);
  if (!read) return {};
  std::vector<catalogue::Diagnostic> diagnostics;
  const auto trainings = catalogue::mean_page(read.value(), diagnostics);
  return catalogue::write_normalised(read.value(), trainings, diagnostics);
}

}  // namespace

// The address for the `size` bytes that the next call reads. Null when out of memory.
EXPORTED("input") char* make_input(uint32_t size) {
  std::free(input.bytes);
  input = {static_cast<char*>(std::malloc(size)), size};
  return input.bytes;
}

// The catalogue of the raw records in the input (catalogue/normalise.h), as one text.
EXPORTED("readList") const uint32_t* read_input() {
  answer = read_list({input.bytes, input.size});
  wire.start();
  wire.view(answer);
  return wire.finish();
}
