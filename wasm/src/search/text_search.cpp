// SPDX-License-Identifier: MIT
// Matches and scores trainings.
#include "search/text_search.h"

#include "catalogue/limits.h"
#include "model/bitset.h"

namespace catalogue {
namespace {

// Weight of each combination of fields (bits of TextField): title 8, themes 4, provider 3, description 1.
constexpr uint8_t kFieldWeights[16] = {0, 8, 4, 12, 3, 11, 7, 15, 1, 9, 5, 13, 4, 12, 8, 16};
constexpr uint32_t kMaxScore = 16 * kExact * kMaxTextWords;

// The words of the query are scored in turn. Each training has a state in 32 bits:
//
//   31      24 23         8 7       0
//   |  found  |     sum    |  best  |
//
// found: words it holds, 1 for the first word alone; sum: scores of all but the last of them; best: score of the last.
// A training that lacks a word keeps its state from then on.
constexpr int kSumShift = 8;
constexpr int kFoundShift = 24;
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
      const uint32_t found = state >> kFoundShift;
      if (found == number) {
        states[row] = (number + 1) << kFoundShift | sum_of(state) << kSumShift | score;
      } else if (found > number && score > (state & kBestMask)) {
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
  uint64_t* const set = arena.make_first<uint64_t>(columns.blocks_per_set());
  for (uint32_t i = 0; i < words.size(); ++i) score_word(index, words[i], i, states);
  for (uint32_t row = 0; row < columns.size; ++row) {
    set[row / 64] |= uint64_t{states[row] >> kFoundShift == words.size()} << (row % 64);
    states[row] = sum_of(states[row]);
  }
  return {{set, columns.blocks_per_set()}, {states, columns.size}, words};
}

// A counting sort by score.
std::span<const uint32_t> ranked_rows(const TextMatches& matches, const uint64_t* set, const PageBounds& bounds,
                                      Arena& arena) {
  const auto [skipped, count] = bounds;
  const uint32_t* const scores = matches.scores.data();
  const size_t blocks = matches.rows.size();
  uint32_t places[kMaxScore + 1] = {};  // per score: how many trainings, then the rank of the next one
  uint32_t total = 0;
  for_each_row(set, blocks, [&](uint32_t row) { ++places[scores[row]]; });
  for (uint32_t score = kMaxScore + 1; score-- > 0;) {
    const uint32_t trainings = places[score];
    places[score] = total;
    total += trainings;
  }
  const uint32_t rest = total > skipped ? total - skipped : 0;
  const uint32_t wanted = rest < count ? rest : count;
  uint32_t* const ranked = arena.make_first<uint32_t>(wanted);
  for_each_row(set, blocks, [&](uint32_t row) {
    const uint32_t place = places[scores[row]]++ - bounds.skipped;  // wraps around before the page
    if (place < wanted) ranked[place] = row;
  });
  return {ranked, wanted};
}

}  // namespace catalogue
