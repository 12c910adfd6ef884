// SPDX-License-Identifier: MIT
// Which trainings a text finds.
#include "search/text_search.h"

#include "catalogue/limits.h"
#include "model/bitset.h"
#include "search/terms.h"

namespace catalogue {
namespace {

// What a word is worth in each combination of fields: title 8, themes 4, provider 3, description 1.
constexpr uint8_t kFieldWeights[16] = {0, 8, 4, 12, 3, 11, 7, 15, 1, 9, 5, 13, 4, 12, 8, 16};
constexpr uint32_t kMaxScore = 16 * kExact * kMaxTextWords;

// What is known of a training while the words are looked for in turn: the best score of the last
// word that it holds in the low 8 bits, the sum for the words before it in the next 16, and above,
// how many words it holds. A training that lacks one word stays where it is.
constexpr int kSumShift = 8;
constexpr int kWordsShift = 24;
constexpr uint32_t kBestMask = (1 << kSumShift) - 1;

[[gnu::always_inline]] inline uint32_t sum_of(uint32_t state) {
  return (state >> kSumShift & 0xFFFF) + (state & kBestMask);
}

void score_word(const TextIndex& index, const QueryWord& word, uint32_t number, uint32_t* states) {
  for (uint32_t term = 0; term < word.weights.size(); ++term) {
    const uint32_t weight = word.weights.data()[term];
    if (weight == 0) continue;
    index.for_each_posting(term, [=](uint32_t row, uint32_t fields) {
      const uint32_t state = states[row];
      const uint32_t score = kFieldWeights[fields] * weight;
      const uint32_t words = state >> kWordsShift;
      if (words == number) {
        states[row] = (number + 1) << kWordsShift | sum_of(state) << kSumShift | score;
      } else if (words > number && score > (state & kBestMask)) {
        states[row] = (state & ~kBestMask) | score;
      }
    });
  }
}

}  // namespace

TextMatches search_text(const Columns& columns, std::string_view text, Arena& arena) {
  const TextIndex& index = text_index(columns);
  const std::span<const QueryWord> words = find_terms(index, text, arena);
  uint32_t* const states = arena.make_first<uint32_t>(columns.size);
  uint64_t* const set = arena.make_first<uint64_t>(columns.words_per_set());
  for (uint32_t i = 0; i < words.size(); ++i) score_word(index, words[i], i, states);
  for (uint32_t row = 0; row < columns.size; ++row) {
    set[row / 64] |= uint64_t{states[row] >> kWordsShift == words.size()} << (row % 64);
    states[row] = sum_of(states[row]);
  }
  return {{set, columns.words_per_set()}, {states, columns.size}};
}

// Each training goes straight to its place: after all those of a better score, and those of the
// same score that come before it.
std::span<const uint32_t> ranked_rows(const TextMatches& matches, const uint64_t* set, const PageBounds& bounds,
                                      Arena& arena) {
  const auto [skipped, count] = bounds;
  const uint32_t* const scores = matches.scores.data();
  const size_t words = matches.rows.size();
  uint32_t places[kMaxScore + 1] = {};
  uint32_t total = 0;
  for_each_row(set, words, [&](uint32_t row) { ++places[scores[row]]; });
  for (uint32_t score = kMaxScore + 1; score-- > 0;) {
    const uint32_t here = places[score];
    places[score] = total;
    total += here;
  }
  const uint32_t wanted = total <= skipped ? 0 : total - skipped < count ? total - skipped : count;
  uint32_t* const ranked = arena.make_first<uint32_t>(wanted);
  for_each_row(set, words, [&](uint32_t row) {
    const uint32_t place = places[scores[row]]++ - bounds.skipped;
    if (place < wanted) ranked[place] = row;
  });
  return {ranked, wanted};
}

}  // namespace catalogue
