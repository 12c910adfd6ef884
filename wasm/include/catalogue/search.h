// SPDX-License-Identifier: MIT
// The text search: indexing ahead of it, and marking its matches.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/catalogue.h"

namespace catalogue {

class TextIndex;

// Indexes up to `trainings` more, fewer when their texts are long. True when all are indexed.
// The first text query indexes what is left: a few milliseconds per 1,000 trainings in wasm.
bool prepare_text(const Catalogue& catalogue, uint32_t trainings);

// Bytes [begin, end) of a text.
struct TextMark {
  size_t begin;
  size_t end;
};

// Finds the words of a shown text that a query's text matches.
class Highlighter {
 public:
  // `catalogue` and `arena` outlive the highlighter. An empty `query_text` marks nothing.
  Highlighter(const Catalogue& catalogue, std::string_view query_text, Arena& arena) : arena_(arena) {
    if (!query_text.empty()) find_hits(query_text, catalogue);
  }

  // The words of `text` (a title, a description) that match: exactly, inflected, by their beginning, with a typo,
  // or as a synonym of one or more words. Ascending, without overlap. The marks live as long as the arena.
  std::span<const TextMark> find(std::string_view text) const {
    return index_ ? find_marks(text) : std::span<const TextMark>();
  }

 private:
  void find_hits(std::string_view query_text, const Catalogue& catalogue);
  std::span<const TextMark> find_marks(std::string_view text) const;

  const TextIndex* index_ = nullptr;  // null without a text query
  uint8_t* is_hit_ = nullptr;         // per term
  Arena& arena_;
};

}  // namespace catalogue
