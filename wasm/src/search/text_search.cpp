// SPDX-License-Identifier: MIT
// Which trainings a text finds.
#include "search/text_search.h"

#include "model/record.h"
#include "text/fold.h"

namespace catalogue {
namespace {

constexpr uint16_t kTitleWeight = 4;

uint16_t score_of(const Training& training, const std::vector<std::string>& words) {
  const std::string title = fold(training.title);
  std::string rest = fold(training.provider) + ' ' + fold(training.description);
  for (const std::string_view theme : training.themes) rest += ' ' + fold(theme);
  uint16_t score = 0;
  for (const std::string& word : words) {
    const bool is_in_title = title.find(word) != std::string::npos;
    if (!is_in_title && rest.find(word) == std::string::npos) return 0;
    score = static_cast<uint16_t>(score + (is_in_title ? kTitleWeight : 1));
  }
  return score;
}

}  // namespace

TextMatches search_text(const Columns& columns, std::string_view text) {
  TextMatches matches{Bitset(columns.words_per_set() + 1), Column<uint16_t>(columns.size)};
  const std::vector<std::string> words = split_words(fold(text));
  Training training;
  for (uint32_t row = 0; row < columns.size; ++row) {
    read_record(columns.record(row), training);
    matches.scores[row] = words.empty() ? 1 : score_of(training, words);
    if (matches.scores[row]) add_row(matches.rows, row);
  }
  return matches;
}

std::vector<uint32_t> ranked_rows(const TextMatches& matches, const Bitset& set, uint32_t skipped,
                                  uint32_t count) {
  uint16_t best = 0;
  for (const uint16_t score : matches.scores) best = score > best ? score : best;
  std::vector<uint32_t> rows;
  for (uint16_t score = best; score > 0 && rows.size() < count; --score) {
    for_each_row(set.data(), set.size(), [&](uint32_t row) {
      if (matches.scores[row] != score || rows.size() == count) return;
      if (skipped > 0) {
        --skipped;
      } else {
        rows.push_back(row);
      }
    });
  }
  return rows;
}

std::vector<Correction> correct_words(const Columns&, std::string_view) { return {}; }

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t end = text.find(' ');
    if (end != 0) words.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return words;
}

std::string without_word(std::string_view text, std::string_view word) {
  std::string rest;
  bool is_dropped = false;
  for (const std::string& other : split_words(text)) {
    if (!is_dropped && other == word) {
      is_dropped = true;
      continue;
    }
    if (!rest.empty()) rest += ' ';
    rest += other;
  }
  return rest;
}

}  // namespace catalogue
