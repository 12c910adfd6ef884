// SPDX-License-Identifier: MIT
// Which trainings a French text finds, and in which order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "filter/bitset.h"
#include "model/columns.h"

namespace catalogue {

struct TextMatches {
  Bitset rows;
  Column<uint16_t> scores;  // per training, 0 where it does not match
};

// Trainings that match every word of `text`.
TextMatches search_text(const Columns& columns, std::string_view text);

// Rows `skipped` to `skipped + count` of `set`, best score first, ties in source order.
std::vector<uint32_t> ranked_rows(const TextMatches& matches, const Bitset& set, uint32_t skipped,
                                  uint32_t count);

// One word of a text replaced by one that the catalogue holds.
struct Correction {
  std::string word;
  std::string to;
  std::string text;  // the whole text, corrected
};
std::vector<Correction> correct_words(const Columns& columns, std::string_view text);

// The words of a text, as it writes them; a text without one of them.
std::vector<std::string> split_words(std::string_view text);
std::string without_word(std::string_view text, std::string_view word);

}  // namespace catalogue
