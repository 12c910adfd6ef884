// SPDX-License-Identifier: MIT
// Writes the compact file: what a large catalogue is published as beside its JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/result.h"

namespace catalogue {

struct CompactFile {
  std::string bytes;
  uint32_t trainings = 0;
};

// A compact file of the catalogue that `bytes` hold: JSON, or a compact file again. The layout is in
// wasm/src/model/compact_file.h. Members that the core ignores are not in it. The same catalogue
// gives the same file. Errors: those of CatalogueReader. Linear.
Result<CompactFile> write_compact(std::string_view bytes);

// The same for `size` bytes from malloc, which it takes over, as CatalogueReader does: the JSON is
// in memory once.
Result<CompactFile> write_compact(char* bytes, size_t size);

}  // namespace catalogue
