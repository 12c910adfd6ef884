// SPDX-License-Identifier: MIT
// Other texts to search for: with the words that the catalogue holds, or with fewer.
#include <algorithm>

#include "search/terms.h"
#include "search/text_search.h"
#include "text/output.h"

namespace catalogue {
namespace {

constexpr size_t kLettersToCorrect = 4;
constexpr uint32_t kMostWrongLetters = 4;

// Among words as close: that begin alike, then that more trainings hold.
uint64_t preference(const TextIndex& index, uint32_t word, std::string_view folded) {
  return uint64_t{index.word(word)[0] == folded[0]} << 32 | index.count_of_word(word);
}

// The word to read in place of a folded one; empty when none is close.
std::string_view closest_word(const TextIndex& index, std::string_view folded) {
  if (folded.size() < kLettersToCorrect) return {};
  std::string_view chosen;
  uint64_t best = 0;
  const uint32_t limit = std::min(static_cast<uint32_t>(folded.size()) / 3 + 1, kMostWrongLetters);
  for (const uint32_t i : closest_words(index, folded, limit)) {
    const uint64_t preferred = preference(index, i, folded);
    if (preferred <= best) continue;
    best = preferred;
    chosen = index.word(i);
  }
  return chosen;
}

}  // namespace

Correction correct_words(const Columns& columns, std::string_view text, Arena& arena) {
  const TextIndex& index = text_index(columns);
  Output corrected;
  size_t copied = 0;       // of the text
  size_t first = 0;        // where the first and the last word replaced begin and end, in the text…
  size_t last_length = 0;  // …and how long the corrected text is then
  for (const QueryWord& word : find_terms(index, text, arena)) {
    if (word.is_found) continue;
    const std::string_view to = closest_word(index, word.folded);
    if (to.empty()) return {};
    const auto begin = static_cast<size_t>(word.written.data() - text.data());
    corrected.write(text.substr(copied, begin - copied)).write(to);
    if (copied == 0) first = begin;
    copied = begin + word.written.size();
    last_length = corrected.size();
  }
  if (copied == 0) return {};
  const std::string_view whole = corrected.write(text.substr(copied)).keep(arena);
  return {text.substr(first, copied - first), whole.substr(first, last_length - first), whole};
}

std::span<const std::string_view> split_words(std::string_view text, Arena& arena) {
  Column<std::string_view> words;
  while (!text.empty()) {
    const size_t end = text.find(' ');
    if (end != 0) words.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return arena.keep(std::span<const std::string_view>(words.data(), words.size()));
}

std::string_view without_word(std::string_view text, std::string_view word, Arena& arena) {
  const auto begin = static_cast<size_t>(word.data() - text.data());
  const size_t end = begin + word.size();
  Output rest;
  if (end < text.size()) {
    rest.write(text.substr(0, begin)).write(text.substr(end + 1));
  } else {
    rest.write(text.substr(0, begin > 0 ? begin - 1 : 0));
  }
  return rest.keep(arena);
}

}  // namespace catalogue
