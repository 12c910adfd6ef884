// SPDX-License-Identifier: MIT
// Corrects a text with words that the catalogue holds.
#include "search/terms.h"
#include "search/text_search.h"
#include "text/output.h"

namespace catalogue {
namespace {

constexpr uint32_t kMinCorrectedBytes = 4;
constexpr uint32_t kMaxDistance = 4;

// The closest indexed word. Ties: same first letter, then most trainings. Empty when none is close.
std::string_view closest_word(const TextIndex& index, std::string_view folded) {
  const auto size = static_cast<uint32_t>(folded.size());
  std::string_view chosen;
  if (size < kMinCorrectedBytes) return chosen;
  const uint32_t limit = size / 3 + 1 < kMaxDistance ? size / 3 + 1 : kMaxDistance;
  uint32_t best = 0;
  for (const uint32_t i : closest_words(index, folded, limit)) {
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
  const char* copied = text.data();  // up to here
  size_t first = 0;                  // where the first word replaced begins, in both texts…
  size_t last = 0;                   // …and the last one ends, in the corrected one
  for (const QueryWord& word : find_terms(index, text, arena)) {
    if (word.is_found) continue;
    const std::string_view to = closest_word(index, word.folded);
    if (to.empty()) return {};
    corrected.write({copied, static_cast<size_t>(word.original.data() - copied)});
    if (last == 0) first = corrected.size();
    last = corrected.write(to).size();
    copied = word.original.data() + word.original.size();
  }
  if (last == 0) return {};
  const char* const begin = text.data() + first;
  corrected.write({copied, static_cast<size_t>(text.data() + text.size() - copied)});
  const std::string_view whole = corrected.keep(arena);
  return {{begin, static_cast<size_t>(copied - begin)}, {whole.data() + first, last - first}, whole};
}

}  // namespace catalogue
