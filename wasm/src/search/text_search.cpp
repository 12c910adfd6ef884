// SPDX-License-Identifier: MIT
// Which trainings a text finds.
#include "search/text_search.h"

#include "search/terms.h"

namespace catalogue {
namespace {

// What a word is worth in each combination of fields: title 8, themes 4, provider 3, description 1.
constexpr uint8_t kFieldWeights[16] = {0, 8, 4, 12, 3, 11, 7, 15, 1, 9, 5, 13, 4, 12, 8, 16};
constexpr size_t kLettersToCorrect = 4;
constexpr uint32_t kMaxScore = 16 * kExact * 16;  // fields, weight, words

void score_word(const TextIndex& index, const QueryWord& word, Column<uint8_t>& best) {
  for (const WeightedTerm& term : word.terms) {
    index.for_each_posting(term.term, [&](uint32_t row, uint32_t fields) {
      const auto score = static_cast<uint8_t>(kFieldWeights[fields] * term.weight);
      if (score > best[row]) best[row] = score;
    });
  }
}

}  // namespace

TextMatches search_text(const Columns& columns, std::string_view text) {
  const std::vector<QueryWord> words = find_terms(text_index(columns), text);
  TextMatches matches{Column<uint64_t>(columns.words_per_set() + 1), Column<uint16_t>(columns.size)};
  uint16_t* const scores = matches.scores.data();
  for (uint32_t row = 0; row < columns.size; ++row) scores[row] = 1;
  for (const QueryWord& word : words) {
    Column<uint8_t> best(columns.size);
    score_word(*columns.text, word, best);
    const uint8_t* const found = best.data();
    for (uint32_t row = 0; row < columns.size; ++row) {
      scores[row] = scores[row] && found[row] ? static_cast<uint16_t>(scores[row] + found[row]) : 0;
    }
  }
  for (uint32_t row = 0; row < columns.size; ++row) {
    matches.rows[row / 64] |= uint64_t{scores[row] != 0} << (row % 64);
  }
  return matches;
}

// Each training goes straight to its place: after all those of a better score, and those of the
// same score that come before it.
std::span<const uint32_t> ranked_rows(const TextMatches& matches, const uint64_t* set, uint32_t skipped,
                                      uint32_t count, Arena& arena) {
  const size_t words = matches.rows.size() - 1;
  Column<uint32_t> places(kMaxScore + 2);
  uint32_t total = 0;
  for_each_row(set, words, [&](uint32_t row) { ++places[matches.scores[row]]; });
  for (uint32_t score = kMaxScore + 1; score > 0; --score) {
    const uint32_t here = places[score];
    places[score] = total;
    total += here;
  }
  const uint32_t wanted = total <= skipped ? 0 : total - skipped < count ? total - skipped : count;
  const std::span<uint32_t> rows = arena.make<uint32_t>(wanted);
  for_each_row(set, words, [&](uint32_t row) {
    const uint32_t place = places[matches.scores[row]]++;
    if (place - skipped < wanted) rows[place - skipped] = row;
  });
  return rows;
}

std::vector<Correction> correct_words(const Columns& columns, std::string_view text) {
  const TextIndex& index = text_index(columns);
  std::vector<Correction> corrections;
  for (const QueryWord& missing : find_terms(index, text)) {
    if (!missing.terms.empty()) continue;
    const std::string_view written = text.substr(missing.begin, missing.end - missing.begin);
    Word word;
    if (!WordCursor(written).next_meaningful(word) || word.size < kLettersToCorrect) continue;
    uint32_t best = static_cast<uint32_t>(word.size) / 3 + 1;
    uint32_t chosen = Dictionary::kAbsent;
    for (uint32_t i = 0; i < index.word_count(); ++i) {
      const uint32_t count = index.count_of(index.term_of_word(i));
      if (count == 0) continue;
      const uint32_t distance = edit_distance(word.folded(), index.word(i), best);
      const bool is_closer = distance < best || (distance == best && chosen == Dictionary::kAbsent);
      if (!is_closer && (distance != best || count <= index.count_of(index.term_of_word(chosen)))) continue;
      best = distance;
      chosen = i;
    }
    if (chosen == Dictionary::kAbsent) continue;
    const std::string_view to = index.word(chosen);
    corrections.push_back({std::string(written), std::string(to), replace_word(text, written, to)});
  }
  return corrections;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const size_t end = text.find(' ');
    if (end != 0) words.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return words;
}

std::string replace_word(std::string_view text, std::string_view word, std::string_view by) {
  const size_t at = text.find(word);
  std::string replaced(text.substr(0, at));
  replaced += by;
  std::string_view rest = text.substr(at + word.size());
  if (by.empty() && (replaced.empty() || replaced.back() == ' ') && rest.starts_with(' ')) rest.remove_prefix(1);
  replaced += rest;
  if (by.empty() && !replaced.empty() && replaced.back() == ' ') replaced.pop_back();
  return replaced;
}

}  // namespace catalogue
