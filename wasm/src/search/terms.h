// SPDX-License-Identifier: MIT
// Which terms of the index each word of a query finds.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "model/columns.h"
#include "search/text_index.h"

namespace catalogue {

// How a term was found. Multiplies the weight of the field. Typos are tried only when a word finds nothing else.
enum TermWeight : uint32_t { kTypo = 1, kBeginning = 2, kSynonym = 3, kExact = 4 };

struct QueryWord {
  std::string_view original;  // a view of the query's text
  std::string_view folded;
  uint32_t term;               // kUnknownTerm when the index does not hold it
  std::span<uint8_t> weights;  // per term of the index: a TermWeight, or 0 when the word does not find it
  bool is_found;               // some weight is not 0
  bool is_corrected;           // found with typos alone
};

// The words of a query in their order, without stop words; kMaxTextWords at most. A text with '"' in it is searched
// exactly: no typos.
// They live in the arena, but for `original`.
std::span<const QueryWord> find_terms(const TextIndex& index, std::string_view text, Arena& arena);

// Numbers of the indexed words that `word` may be meant to be: those with the smallest edit distance, of
// typos_allowed() at most, and the same first letter. None for an acronym, and for a word that the catalogue or the
// glossary knows. Valid until the next call. The index caches the results.
std::span<const uint32_t> typos_of(const TextIndex& index, const QueryWord& word);

// The complete index of the catalogue, built at the first call.
const TextIndex& text_index(const Columns& columns);

}  // namespace catalogue
