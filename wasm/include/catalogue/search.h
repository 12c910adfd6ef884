// SPDX-License-Identifier: MIT
// The text search, for those who prepare it ahead or show what it found.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/catalogue.h"

namespace catalogue {

class TextIndex;

// Indexes the words of up to `trainings` more, fewer when their texts are long; true when all are.
// The first text query does the same work at once: a few milliseconds per 1,000 trainings in wasm.
bool prepare_text(const Catalogue& catalogue, uint32_t trainings);

// A part of a text, in bytes: [begin, end).
struct TextMark {
  size_t begin;
  size_t end;
};

// Tells which words of a shown text made a training match a query's text.
class Highlighter {
 public:
  // `catalogue` and `arena` outlive the highlighter. An empty `query_text` marks nothing.
  Highlighter(const Catalogue& catalogue, std::string_view query_text, Arena& arena) : arena_(arena) {
    if (!query_text.empty()) look_for(query_text, catalogue);
  }

  // What to mark in `words` (a title, a description), ascending, not overlapping: words found as
  // they are, inflected, as a beginning, with a wrong letter, or by another name, phrases included.
  // The marks live as long as the arena.
  std::span<const TextMark> find(std::string_view words) const {
    return index_ ? find_marks(words) : std::span<const TextMark>();
  }

 private:
  void look_for(std::string_view query_text, const Catalogue& catalogue);
  std::span<const TextMark> find_marks(std::string_view words) const;

  const TextIndex* index_ = nullptr;  // null when nothing is searched
  uint8_t* is_hit_ = nullptr;         // per term
  Arena& arena_;
};

}  // namespace catalogue
