// SPDX-License-Identifier: MIT
// Finds exact terms, synonyms, beginnings and typos.
#include "search/terms.h"

#include "catalogue/limits.h"
#include "text/edit_distance.h"
#include "text/names.h"

namespace catalogue {
namespace {

constexpr size_t kMinBeginningBytes = 2;

class TermFinder {
 public:
  TermFinder(const TextIndex& index, Arena& arena)
      : index_(index), arena_(arena), words_(arena.make_first<QueryWord>(kMaxTextWords)) {}

  std::span<const QueryWord> find(std::string_view text) {
    read(text);
    for (size_t i = 0; i < count_; ++i) find_terms_of(i);
    return {words_, count_};
  }

 private:
  void read(std::string_view text) {
    is_exact_ = index_of(text, '"') < text.size();
    Word word;
    for (WordCursor cursor(text); count_ < kMaxTextWords && cursor.next(word);) {
      QueryWord& added = words_[count_];
      added.original = {text.data() + word.begin, word.end - word.begin};
      added.folded = arena_.keep(word.folded());
      added.term = terms_[count_] = index_.term_of(word);
      if (added.term != TextIndex::kStopTerm) ++count_;
    }
  }

  void find_terms_of(size_t i) {
    QueryWord& word = words_[i];
    word.weights = arena_.make<uint8_t>(index_.term_count());
    add(word, word.term, kExact);
    add_synonyms(i);
    const bool is_last = i + 1 == count_;
    if (is_last && word.folded.size() >= kMinBeginningBytes) add_beginnings(word);
    if (!word.is_found && !is_exact_) add_typos(word);
  }

  void add(QueryWord& word, uint32_t term, uint8_t weight) {
    if (index_.count_of(term) == 0) return;
    uint8_t& known = word.weights.data()[term];
    if (known < weight) known = weight;
    word.is_found = true;
  }

  // Notions whose phrase covers word `i`, alone or with its neighbours.
  void add_synonyms(size_t i) {
    for (size_t end = i + 1; end <= count_; ++end) {
      const TextIndex::Phrase* phrase = nullptr;
      while ((phrase = index_.next_phrase(phrase, terms_, end))) {
        if (end - phrase->size <= i) add(words_[i], phrase->notion, kSynonym);
      }
    }
  }

  void add_beginnings(QueryWord& word) {
    for (uint32_t i = 0; i < index_.word_count(); ++i) {
      if (index_.word(i).starts_with(word.folded)) add(word, index_.term_of_word(i), kBeginning);
    }
  }

  void add_typos(QueryWord& word) {
    for (const uint32_t i : typos_of(index_, word)) add(word, index_.term_of_word(i), kTypo);
    word.is_corrected = word.is_found;
  }

  const TextIndex& index_;
  Arena& arena_;
  QueryWord* const words_;
  uint32_t terms_[kMaxTextWords];  // words_[i].term, as next_phrase() takes them
  size_t count_ = 0;
  bool is_exact_ = false;
};

// The set of a word's letters, one bit each.
uint32_t letters_of(std::string_view word) {
  uint32_t letters = 0;
  for (const char c : word) letters |= 1u << (c & 31);
  return letters;
}

void find_closest(const TextIndex& index, std::string_view folded, uint32_t limit, Column<uint32_t>& closest) {
  const uint32_t letters = letters_of(folded);
  for (uint32_t i = 0; i < index.word_count(); ++i) {
    const std::string_view known = index.word(i);
    if (*known.data() != *folded.data() || index.count_of_word(i) == 0) continue;
    // An edit changes two letters of the sets at most: cheaper than the distance.
    if (static_cast<uint32_t>(__builtin_popcount(letters ^ letters_of(known))) > 2 * limit) continue;
    const uint32_t distance = edit_distance(folded, known, limit);
    if (distance > limit) continue;
    if (distance < limit) closest.clear();
    limit = distance;
    closest.push_back(i);
  }
}

// Few letters, all of them capitals: one letter more or less is another acronym.
bool is_acronym(std::string_view original) {
  constexpr size_t kMostLetters = 5;
  for (const char c : original) {
    if (c < 'A' || c > 'Z') return false;
  }
  return original.size() <= kMostLetters;
}

}  // namespace

std::span<const uint32_t> typos_of(const TextIndex& index, const QueryWord& word) {
  const std::string_view folded = word.folded;
  const uint32_t limit = typos_allowed(folded.size());
  if (limit == 0 || word.term != TextIndex::kUnknownTerm || is_acronym(word.original)) return {};
  ClosestWords& cache = index.closest;
  ClosestWords::Entry* entry = cache.entries;
  while (entry != std::end(cache.entries) && !entry->is_for(folded, limit)) ++entry;
  if (entry == std::end(cache.entries)) {
    entry = &cache.entries[cache.next++ % std::size(cache.entries)];
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
