// SPDX-License-Identifier: MIT
// Which trainings a French text finds, and in which order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/arena.h"
#include "filter/bitset.h"
#include "model/columns.h"

namespace catalogue {

// `rows` has one word more than other sets, so that it is never without address. `terms`: what was
// looked for, per word of the text, for highlighting.
struct TextMatches {
  Column<uint64_t> rows;
  Column<uint16_t> scores;  // per training, 0 where it does not match
};

// Trainings in which every word of `text` is found: as it is, in another inflection, under another
// name of the glossary, as the beginning of a word for the last one; or, for a word found in none
// of these ways, with one letter wrong (from 4 letters) or two (from 8). A text without a word
// that says something matches everything. Builds the index at the first call.
TextMatches search_text(const Columns& columns, std::string_view text);

// Rows `skipped` to `skipped + count` of `set` (as many words as `matches`), best score first, ties
// in source order.
std::span<const uint32_t> ranked_rows(const TextMatches& matches, const uint64_t* set, uint32_t skipped,
                                      uint32_t count, Arena& arena);

// A word of a text that the catalogue does not hold, even with wrong letters, and the closest one
// that it does hold.
struct Correction {
  std::string word;
  std::string to;
  std::string text;  // the whole text, corrected
};
std::vector<Correction> correct_words(const Columns& columns, std::string_view text);

// The words of a text between spaces; a text without the first of them that is `word`, or with
// another in its place.
std::vector<std::string_view> split_words(std::string_view text);
std::string replace_word(std::string_view text, std::string_view word, std::string_view by);

}  // namespace catalogue
