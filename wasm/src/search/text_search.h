// SPDX-License-Identifier: MIT
// Which trainings a text finds, in which order, and corrections of a text that finds none.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "model/columns.h"
#include "model/page_bounds.h"
#include "search/terms.h"

namespace catalogue {

// The spans live in the arena; data() of the first two is never null.
struct TextMatches {
  std::span<const uint64_t> rows;    // a bit set of blocks_per_set() blocks
  std::span<const uint32_t> scores;  // per row; meaningful for rows of the set
  std::span<const QueryWord> words;  // what each word of the text finds
};

// Trainings that hold every word of `text`: exactly, inflected, as a synonym of the glossary, or, for the last word, as
// the beginning of a word. A word found in none of these ways may have typos: as many as typos_allowed().
// A text of stop words only matches everything. Builds the index at the first call.
// Takes four bytes per training from the arena.
TextMatches search_text(const Columns& columns, std::string_view text, Arena& arena);

// The rows of a page of `set`, a subset of the matches: best score first, ties in source order.
std::span<const uint32_t> ranked_rows(const TextMatches& matches, const uint64_t* set, const PageBounds& bounds,
                                      Arena& arena);

// `text` with every one of its `words` that finds nothing, or with typos alone, replaced by the closest indexed word.
// `word` and `to` run from the first replaced word to the last, in the original and in the corrected text.
struct Correction {
  std::string_view word;
  std::string_view to;
  std::string_view text;  // empty when every word is found, or when one has no close word
};
Correction correct_words(const Columns& columns, std::string_view text, std::span<const QueryWord> words, Arena& arena);

// The first of `words` that is an acronym of the glossary and that no training holds, with its meaning: "ACV (analyse
// de cycle de vie)". Empty when there is none.
std::string_view unknown_acronym(std::span<const QueryWord> words, Arena& arena);

}  // namespace catalogue
