// SPDX-License-Identifier: MIT
// The text search, for those who prepare it ahead or show what it found.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"

namespace catalogue {

// Indexes the words of up to `trainings` more; true when all are. The first text query does the
// same work at once: about 2 ms per 1,000 trainings in wasm.
bool prepare_text(const Catalogue& catalogue, uint32_t trainings);

// A part of a text, in bytes: [begin, end).
struct TextMark {
  size_t begin;
  size_t end;
};

// Tells which words of a shown text made a training match a query's text.
class Highlighter {
 public:
  // `catalogue` outlives the highlighter. An empty `query_text` marks nothing.
  Highlighter(const Catalogue& catalogue, std::string_view query_text);
  ~Highlighter();

  // What to mark in `words` (a title, a description), ascending, not overlapping: words found as
  // they are, inflected, as a beginning, with a wrong letter, or by another name, phrases included.
  std::vector<TextMark> find(std::string_view words) const;

 private:
  bool is_hit(uint32_t term) const;

  const Catalogue& catalogue_;
  std::vector<uint32_t> terms_;
};

}  // namespace catalogue
