// SPDX-License-Identifier: MIT
// From the words of a query to the terms of the index that count as found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/columns.h"
#include "search/text_index.h"

namespace catalogue {

// How a word was found; its weight multiplies the weight of the field. An exact hit anywhere is
// never worth less than a wrong letter: typos are looked for only when there is nothing else.
enum TermWeight : uint32_t { kTypo = 1, kBeginning = 2, kOtherName = 3, kExact = 4 };

struct WeightedTerm {
  uint32_t term;
  uint32_t weight;
};

// One word of a query: where it stands in the text, and the terms that count as found.
struct QueryWord {
  size_t begin;
  size_t end;
  std::vector<WeightedTerm> terms;
};

// The words of a query that say something, each with its terms. At most kMaxTextWords.
std::vector<QueryWord> find_terms(const TextIndex& index, std::string_view text);

// Number of insertions, deletions, replacements and swaps of neighbours that part two words; more
// than `limit` gives limit + 1. Bytes count as letters.
uint32_t edit_distance(std::string_view a, std::string_view b, uint32_t limit);

// The index of the catalogue, complete.
const TextIndex& text_index(const Columns& columns);

}  // namespace catalogue
