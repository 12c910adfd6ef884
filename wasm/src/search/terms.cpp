// SPDX-License-Identifier: MIT
// Terms that count as found.
#include "search/terms.h"

#include "catalogue/limits.h"

namespace catalogue {
namespace {

constexpr size_t kLettersForOneTypo = 4;
constexpr size_t kLettersForTwoTypos = 8;
constexpr size_t kLettersForBeginning = 2;

uint32_t typos_allowed(size_t letters) {
  return letters >= kLettersForTwoTypos ? 2 : letters >= kLettersForOneTypo ? 1 : 0;
}

// Gathers what counts as found for the words of a query.
class TermFinder {
 public:
  TermFinder(const TextIndex& index, Arena& arena)
      : index_(index), arena_(arena), words_(arena.make<QueryWord>(kMaxTextWords)) {}

  std::span<const QueryWord> find(std::string_view text) {
    read(text);
    for (number_ = 0; number_ < count_; ++number_) find_terms_of(words_[number_]);
    return words_.first(count_);
  }

 private:
  void read(std::string_view text) {
    Word word;
    for (WordCursor cursor(text); count_ < kMaxTextWords && cursor.next(word);) {
      terms_[count_] = index_.term_of(word.folded());
      if (terms_[count_] == TextIndex::kEmptyTerm) continue;
      words_[count_++] = {text.substr(word.begin, word.end - word.begin), arena_.keep(word.folded()), {}, false};
    }
  }

  void find_terms_of(QueryWord& word) {
    weights_ = arena_.make<uint8_t>(index_.term_count());
    word.weights = weights_;
    is_found_ = false;
    add(terms_[number_], kExact);
    add_other_names();
    if (number_ + 1 == count_ && word.folded.size() >= kLettersForBeginning) add_beginnings(word.folded);
    if (!is_found_) add_typos(word.folded);
    word.is_found = is_found_;
  }

  void add(uint32_t term, uint8_t weight) {
    if (index_.count_of(term) == 0) return;
    uint8_t& known = weights_[term];
    if (known < weight) known = weight;
    is_found_ = true;
  }

  // Notions that the word names, alone or with its neighbours.
  void add_other_names() {
    for (size_t end = number_ + 1; end <= count_; ++end) {
      const TextIndex::Phrase* phrase = nullptr;
      while ((phrase = index_.next_phrase(phrase, terms_, end))) {
        if (end - phrase->size <= number_) add(phrase->notion, kOtherName);
      }
    }
  }

  void add_beginnings(std::string_view start) {
    for (uint32_t i = 0; i < index_.word_count(); ++i) {
      if (index_.word(i).starts_with(start)) add(index_.term_of_word(i), kBeginning);
    }
  }

  void add_typos(std::string_view folded) {
    for (const uint32_t i : closest_words(index_, folded, typos_allowed(folded.size()))) add(index_.term_of_word(i), kTypo);
  }

  const TextIndex& index_;
  Arena& arena_;
  std::span<QueryWord> words_;
  uint32_t terms_[kMaxTextWords];  // of the words
  size_t count_ = 0;
  size_t number_ = 0;  // the word in hand, its weights and whether one is set
  std::span<uint8_t> weights_;
  bool is_found_ = false;
};

}  // namespace

Column<uint32_t> closest_words(const TextIndex& index, std::string_view folded, uint32_t limit) {
  Column<uint32_t> closest;
  if (limit == 0) return closest;
  const uint32_t letters = TextIndex::letters_of(folded);
  for (uint32_t i = 0; i < index.word_count(); ++i) {
    const auto differing = static_cast<uint32_t>(__builtin_popcount(letters ^ index.letters_of_word(i)));
    if (differing > 2 * limit || index.count_of_word(i) == 0) continue;
    const uint32_t distance = edit_distance(folded, index.word(i), limit);
    if (distance > limit) continue;
    if (distance < limit) closest.clear();
    limit = distance;
    closest.push_back(i);
  }
  return closest;
}

// What the words share at their beginning costs nothing; then every way to go on is tried.
uint32_t edit_distance(std::string_view a, std::string_view b, uint32_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  const auto shorter = static_cast<uint32_t>(a.size() < b.size() ? a.size() : b.size());
  const auto difference = static_cast<uint32_t>(a.size() + b.size()) - 2 * shorter;
  if (shorter == 0 || difference > limit) return difference;
  const bool is_swap = shorter > 1 && a[0] == b[1] && a[1] == b[0];
  constexpr uint8_t kWays[][2] = {{1, 1}, {1, 0}, {0, 1}, {2, 2}};
  uint32_t best = limit + 1;
  for (int way = 0; way < 3 + is_swap && best > 1; ++way) {
    const auto [from_a, from_b] = kWays[way];
    const uint32_t distance = 1 + edit_distance(a.substr(from_a), b.substr(from_b), best - 2);
    if (distance < best) best = distance;
  }
  return best;
}

std::span<const QueryWord> find_terms(const TextIndex& index, std::string_view text, Arena& arena) {
  return TermFinder(index, arena).find(text);
}

const TextIndex& text_index(const Columns& columns) {
  if (!columns.text) columns.text = std::make_unique<TextIndex>();
  while (!columns.text->build(columns, columns.size)) {
  }
  return *columns.text;
}

}  // namespace catalogue
