// SPDX-License-Identifier: MIT
// Which trainings a French text finds, and in which order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "model/columns.h"
#include "model/page_bounds.h"

namespace catalogue {

// Both live in the arena, and have an address even when there is no training.
struct TextMatches {
  std::span<const uint64_t> rows;    // a set: words_per_set() words
  std::span<const uint32_t> scores;  // per training of the set; of others, no meaning
};

// Trainings in which every word of `text` is found: as it is, in another inflection, under another
// name of the glossary, as the beginning of a word for the last one; or, for a word found in none
// of these ways, with one letter wrong (from 4 letters) or two (from 8). A text without a word
// that says something matches everything. Builds the index at the first call. Takes four bytes per
// training from the arena.
TextMatches search_text(const Columns& columns, std::string_view text, Arena& arena);

// The rows of a page of `set`, a subset of the matches: best score first, ties in source order.
std::span<const uint32_t> ranked_rows(const TextMatches& matches, const uint64_t* set, const PageBounds& bounds,
                                      Arena& arena);

// A text whose words that the catalogue does not hold, even with wrong letters, are replaced by the
// closest ones that it does hold; and what was replaced: from the first such word to the last one.
struct Correction {
  std::string_view word;
  std::string_view to;
  std::string_view text;  // empty when there is nothing to correct, or when a word has nothing close
};
Correction correct_words(const Columns& columns, std::string_view text, Arena& arena);

}  // namespace catalogue
