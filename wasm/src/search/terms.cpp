// SPDX-License-Identifier: MIT
// Terms that count as found.
#include "search/terms.h"

#include "catalogue/limits.h"

namespace catalogue {
namespace {

constexpr uint32_t kAbsent = Dictionary::kAbsent;
constexpr size_t kLettersForOneTypo = 4;
constexpr size_t kLettersForTwoTypos = 8;
constexpr size_t kLettersForBeginning = 2;

uint32_t typos_allowed(size_t letters) {
  return letters >= kLettersForTwoTypos ? 2 : letters >= kLettersForOneTypo ? 1 : 0;
}

void add_term(const TextIndex& index, uint32_t term, uint32_t weight, std::vector<WeightedTerm>& terms) {
  if (term == kAbsent || index.count_of(term) == 0) return;
  for (const WeightedTerm& known : terms) {
    if (known.term == term && known.weight >= weight) return;
  }
  terms.push_back({term, weight});
}

void add_beginnings(const TextIndex& index, std::string_view start, std::vector<WeightedTerm>& terms) {
  const size_t before = terms.size();
  for (uint32_t i = 0; i < index.word_count(); ++i) {
    if (!index.word(i).starts_with(start)) continue;
    const uint32_t term = index.term_of_word(i);
    if (index.count_of(term) > 0 && (terms.size() == before || terms.back().term != term)) {
      terms.push_back({term, kBeginning});
    }
  }
}

// The words of the catalogue at the smallest distance, when it is allowed.
void add_typos(const TextIndex& index, std::string_view word, std::vector<WeightedTerm>& terms) {
  uint32_t best = typos_allowed(word.size());
  if (best == 0) return;
  const uint32_t letters = TextIndex::letters_of(word);
  for (uint32_t i = 0; i < index.word_count(); ++i) {
    const uint32_t differing = static_cast<uint32_t>(__builtin_popcount(letters ^ index.letters_of_word(i)));
    if (differing > 2 * best) continue;
    const uint32_t distance = edit_distance(word, index.word(i), best);
    if (distance > best || index.count_of(index.term_of_word(i)) == 0) continue;
    if (distance < best) terms.clear();
    best = distance;
    add_term(index, index.term_of_word(i), kTypo, terms);
  }
}

}  // namespace

uint32_t edit_distance(std::string_view a, std::string_view b, uint32_t limit) {
  const size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  constexpr size_t kWidth = Word::kMaxLetters + 5;
  uint8_t rows[3][kWidth];
  for (size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<uint8_t>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    uint8_t* const row = rows[i % 3];
    const uint8_t* const above = rows[(i + 2) % 3];
    row[0] = static_cast<uint8_t>(i);
    uint8_t least = row[0];
    for (size_t j = 1; j <= b.size(); ++j) {
      const auto replaced = static_cast<uint8_t>(above[j - 1] + (a[i - 1] != b[j - 1]));
      uint8_t cost = above[j] < row[j - 1] ? above[j] : row[j - 1];
      cost = static_cast<uint8_t>(cost + 1);
      if (replaced < cost) cost = replaced;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        const auto swapped = static_cast<uint8_t>(rows[(i + 1) % 3][j - 2] + 1);
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
  }
  const uint32_t distance = rows[a.size() % 3][b.size()];
  return distance > limit ? limit + 1 : distance;
}

std::vector<QueryWord> find_terms(const TextIndex& index, std::string_view text) {
  std::vector<QueryWord> words;
  std::vector<uint32_t> sequence;
  Word word;
  for (WordCursor cursor(text); words.size() < kMaxTextWords && cursor.next_meaningful(word);) {
    char stem[Word::kMaxLetters + 4];
    std::memcpy(stem, word.letters, word.size);
    sequence.push_back(index.term_of({stem, stem_in_place(stem, word.size)}));
    words.push_back({word.begin, word.end, {}});
    std::vector<WeightedTerm>& terms = words.back().terms;
    add_term(index, sequence.back(), kExact, terms);
    if (sequence.back() != kAbsent) add_term(index, index.notion_of(sequence.back()), kOtherName, terms);
  }
  index.for_each_phrase(sequence, [&](uint32_t notion, uint32_t first, uint32_t size) {
    for (uint32_t i = first; i < first + size; ++i) add_term(index, notion, kOtherName, words[i].terms);
  });
  size_t number = 0;
  for (WordCursor cursor(text); number < words.size() && cursor.next_meaningful(word); ++number) {
    std::vector<WeightedTerm>& terms = words[number].terms;
    const bool is_last = number + 1 == words.size();
    if (is_last && word.size >= kLettersForBeginning) add_beginnings(index, word.folded(), terms);
    if (terms.empty()) add_typos(index, word.folded(), terms);
  }
  return words;
}

const TextIndex& text_index(const Columns& columns) {
  if (!columns.text) columns.text = std::make_unique<TextIndex>();
  columns.text->build(columns, columns.size);
  return *columns.text;
}

}  // namespace catalogue
