// SPDX-License-Identifier: MIT
// From the words of a query to the terms of the index that count as found.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "model/columns.h"
#include "search/text_index.h"

namespace catalogue {

// How a word was found; its weight multiplies the weight of the field. An exact hit anywhere is
// never worth less than a wrong letter: typos are looked for only when there is nothing else.
enum TermWeight : uint32_t { kTypo = 1, kBeginning = 2, kOtherName = 3, kExact = 4 };

// One word of a query, in the text and folded, and what the terms of the index are worth for it: a
// weight per term, 0 for those that do not count as found.
struct QueryWord {
  std::string_view written;
  std::string_view folded;
  std::span<uint8_t> weights;
  bool is_found;  // a term has a weight
};

// The words of a query that say something, each with its terms. At most kMaxTextWords. Words as
// written are views of `text`; all else lives in the arena.
std::span<const QueryWord> find_terms(const TextIndex& index, std::string_view text, Arena& arena);

// The words of the index that are closest to a folded word, by number: all those at the smallest
// distance, if it is `limit` at most. Valid until the next call. What was found for the last few words is kept: the
// ways out of nothing search for the same ones again and again.
std::span<const uint32_t> closest_words(const TextIndex& index, std::string_view folded, uint32_t limit);

// The index of the catalogue, complete.
const TextIndex& text_index(const Columns& columns);

}  // namespace catalogue
