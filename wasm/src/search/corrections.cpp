// SPDX-License-Identifier: MIT
// Other texts to search for: with the words that the catalogue holds, or with fewer.
#include <cstring>

#include "search/terms.h"
#include "search/text_search.h"
#include "text/output.h"

namespace catalogue {
namespace {

constexpr uint32_t kLettersToCorrect = 4;
constexpr uint32_t kMostWrongLetters = 4;

// The word to read in place of a folded one: among those as close, one that begins alike, then the
// one that most trainings hold. Empty when none is close.
std::string_view closest_word(const TextIndex& index, std::string_view folded, Arena& arena) {
  const auto size = static_cast<uint32_t>(folded.size());
  std::string_view chosen;
  if (size < kLettersToCorrect) return chosen;
  const uint32_t limit = size / 3 + 1 < kMostWrongLetters ? size / 3 + 1 : kMostWrongLetters;
  uint32_t best = 0;
  for (const uint32_t i : closest_words(index, folded, limit, arena)) {
    const std::string_view word = index.word(i);
    const uint32_t preference = index.count_of_word(i) | static_cast<uint32_t>(*word.data() == *folded.data()) << 31;
    if (preference <= best) continue;
    best = preference;
    chosen = word;
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
    const std::string_view to = closest_word(index, word.folded, arena);
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

std::string_view next_word(std::string_view text, std::string_view last) {
  const char* begin = last.data() + last.size();
  const char* const end_of_text = text.data() + text.size();
  while (begin < end_of_text && *begin == ' ') ++begin;
  const char* end = begin;
  while (end < end_of_text && *end != ' ') ++end;
  return {begin, static_cast<size_t>(end - begin)};
}

std::string_view without_word(std::string_view text, std::string_view word, Arena& arena) {
  auto begin = static_cast<size_t>(word.data() - text.data());
  size_t end = begin + word.size();
  if (end < text.size()) {
    ++end;
  } else if (begin > 0) {
    --begin;
  }
  auto* const rest = static_cast<char*>(arena.take(text.size()));
  std::memcpy(rest, text.data(), begin);
  std::memcpy(rest + begin, text.data() + end, text.size() - end);
  return {rest, text.size() - (end - begin)};
}

}  // namespace catalogue
