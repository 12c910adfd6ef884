// SPDX-License-Identifier: MIT
// Terms that count as found.
#include "search/terms.h"

#include "catalogue/limits.h"
#include "text/edit_distance.h"

namespace catalogue {
namespace {

constexpr size_t kLettersForBeginning = 2;

// Gathers what counts as found for the words of a query.
class TermFinder {
 public:
  TermFinder(const TextIndex& index, Arena& arena)
      : index_(index), arena_(arena), words_(arena.make_first<QueryWord>(kMaxTextWords)) {}

  std::span<const QueryWord> find(std::string_view text) {
    read(text);
    for (number_ = 0; number_ < count_; ++number_) find_terms_of(words_[number_]);
    return {words_, count_};
  }

 private:
  void read(std::string_view text) {
    Word word;
    for (WordCursor cursor(text); count_ < kMaxTextWords && cursor.next(word);) {
      QueryWord& added = words_[count_];
      added.written = {text.data() + word.begin, word.end - word.begin};
      added.folded = arena_.keep(word.folded());
      terms_[count_] = index_.term_of(word);
      if (terms_[count_] != TextIndex::kEmptyTerm) ++count_;
    }
  }

  void find_terms_of(QueryWord& word) {
    word.weights = arena_.make<uint8_t>(index_.term_count());
    word_ = &word;
    add(terms_[number_], kExact);
    add_other_names();
    if (number_ + 1 == count_ && word.folded.size() >= kLettersForBeginning) add_beginnings();
    if (!word.is_found) add_typos();
  }

  void add(uint32_t term, uint8_t weight) {
    if (index_.count_of(term) == 0) return;
    uint8_t& known = word_->weights.data()[term];
    if (known < weight) known = weight;
    word_->is_found = true;
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

  void add_beginnings() {
    for (uint32_t i = 0; i < index_.word_count(); ++i) {
      if (index_.word(i).starts_with(word_->folded)) add(index_.term_of_word(i), kBeginning);
    }
  }

  void add_typos() {
    const uint32_t limit = typos_allowed(word_->folded.size());
    for (const uint32_t i : closest_words(index_, word_->folded, limit)) add(index_.term_of_word(i), kTypo);
  }

  const TextIndex& index_;
  Arena& arena_;
  QueryWord* const words_;
  uint32_t terms_[kMaxTextWords];  // of the words
  size_t count_ = 0;
  size_t number_ = 0;  // of the word in hand
  QueryWord* word_ = nullptr;
};

}  // namespace

namespace {

void find_closest(const TextIndex& index, std::string_view folded, uint32_t limit, Column<uint32_t>& closest) {
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
}

}  // namespace

std::span<const uint32_t> closest_words(const TextIndex& index, std::string_view folded, uint32_t limit) {
  if (limit == 0) return {};
  ClosestWords& kept = index.closest;
  ClosestWords::Entry* entry = kept.entries;
  while (entry != std::end(kept.entries) && !entry->is_for(folded, limit)) ++entry;
  if (entry == std::end(kept.entries)) {
    entry = &kept.entries[kept.next++ % std::size(kept.entries)];
    entry->start(folded, limit);
    find_closest(index, folded, limit, entry->words);
  }
  return {entry->words.data(), entry->words.size()};
}

std::span<const QueryWord> find_terms(const TextIndex& index, std::string_view text, Arena& arena) {
  return TermFinder(index, arena).find(text);
}

const TextIndex& text_index(const Columns& columns) {
  while (!build_text_index(columns, columns.size)) {
  }
  return *columns.text;
}

}  // namespace catalogue
