// SPDX-License-Identifier: MIT
// The inverted index: which trainings hold which words. Built at the first text search.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/limits.h"
#include "memory/column.h"
#include "model/columns.h"
#include "model/dictionary.h"
#include "search/words.h"

namespace catalogue {

// Bits of a posting: the fields of a training that hold the term.
enum TextField : uint32_t { kInTitle = 1, kInThemes = 2, kInProvider = 4, kInDescription = 8 };

// Cache of typos_of(): a search asks for each word of a query several times.
struct ClosestWords {
  struct Entry {
    char letters[Word::kCapacity];
    size_t size;
    uint32_t limit;  // edit distance; 0 when the entry is free
    Column<uint32_t> words;

    bool is_for(std::string_view folded, uint32_t asked_limit) const {
      return limit == asked_limit && std::string_view(letters, size) == folded;
    }
    // folded: at most Word::kCapacity bytes.
    void start(std::string_view folded, uint32_t asked_limit) {
      size = folded.copy(letters, Word::kCapacity);
      limit = asked_limit;
      words.clear();
    }
  };
  Entry entries[2 * kMaxTextWords] = {};
  uint32_t next = 0;
};

// A term is the number of a stem, or of a notion: an entry of the glossary, whose phrases are synonyms.
// Its postings are row << 4 | fields, in chained chunks of growing size: nothing moves while the index grows.
class TextIndex {
 public:
  static constexpr uint32_t kStopTerm = 0;     // of all stop words; without postings
  static constexpr uint32_t kUnknownTerm = 1;  // of words that no training holds; without postings

  // One way to say a notion, in one or several terms.
  struct Phrase {
    uint32_t notion;
    uint32_t next;   // the next phrase with the same last term, as index + 1; 0 at the end
    uint32_t first;  // index in phrase_terms_
    uint32_t size;
  };

  // glossary: a line of stop words, then notions; their phrases end with '|', the last one with a line feed.
  explicit TextIndex(const std::string_view& glossary);
  ~TextIndex();

  // Indexes up to `trainings` more, and stops after about kBytesPerStep of text. True when all are indexed.
  bool build(const Columns& columns, uint32_t trainings);

  // The term of a word. Stems `word` in place unless the index holds it unstemmed.
  uint32_t term_of(Word& word) const;
  uint32_t term_count() const { return static_cast<uint32_t>(terms_.size()); }
  uint32_t count_of(uint32_t term) const { return terms_.data()[term].count; }

  // Iterates over the phrases that the sequence of `count` terms, at least one, ends with.
  // Starts with last = null; gives null at the end.
  const Phrase* next_phrase(const Phrase* last, const uint32_t* terms, size_t count) const;

  // Folded words, not stemmed, in the order of their first appearance.
  uint32_t word_count() const { return words_.size(); }
  std::string_view word(uint32_t i) const { return words_.word(i); }
  uint32_t term_of_word(uint32_t i) const { return words_.value(i); }
  uint32_t count_of_word(uint32_t i) const { return count_of(term_of_word(i)); }

  mutable ClosestWords closest;
  // Terms of a catalogue in parts whose postings were asked for before they were there.
  mutable Column<uint32_t> missing;

  // Those terms, each once, and after each the notions whose phrases end with it: given the term of every word in
  // alphabetical order, this is the order of the postings of a catalogue in parts.
  Column<uint32_t> sequence_of(const Column<uint32_t>& terms) const;

  // Calls `visit(row, fields)` for each training that holds the term, ascending. The term has postings.
  template <typename Visit>
  void for_each_posting(uint32_t term, Visit visit) const {
    const Chunk* chunk = terms_.data()[term].first;
    if (!chunk) return missing.push_back(term);
    const uint32_t count = count_of(term);
    for (uint32_t seen = 0; seen < count; chunk = chunk->next) {
      const uint32_t* posting = chunk->postings();
      const uint32_t size = next_chunk_size(seen);
      const uint32_t* const end = posting + (count - seen < size ? count - seen : size);
      for (; posting < end; ++posting) visit(*posting >> 4, *posting & 15);
      seen += size;
    }
  }

 protected:
  struct Chunk {
    Chunk* next;

    uint32_t* postings() { return reinterpret_cast<uint32_t*>(this + 1); }
    const uint32_t* postings() const { return reinterpret_cast<const uint32_t*>(this + 1); }
  };
  struct Term {
    Chunk* first;
    Chunk* last;
    uint32_t* last_posting;
    uint32_t free;    // postings that the last chunk can still take
    uint32_t count;   // postings
    uint32_t phrase;  // the first phrase with this last term, as index + 1; 0 when there is none
  };
  // In postings, of the chunk that follows `count` of them.
  static uint32_t next_chunk_size(uint32_t count) { return count < 4 ? 4 : count < 1024 ? count : 1024; }

  uint32_t add_word(const Word& word);
  void add_posting(uint32_t term_number, uint32_t posting);

  Column<Term> terms_;
  uint32_t rows_ = 0;  // indexed so far

 private:
  static constexpr size_t kBytesPerStep = 64 * 1024;

  // The terms from `first` on in phrase_terms_, unless there are none. Returns the end of them.
  uint32_t add_phrase(uint32_t notion, uint32_t first);
  uint32_t add_term();
  void add_text(std::string_view text, uint32_t posting);
  void add_shown(const Training& training, uint32_t posting);

  Dictionary words_;  // folded word to term
  Dictionary stems_;  // stem to term
  Column<Phrase> phrases_;
  Column<uint32_t> phrase_terms_;
  Arena chunks_;
  Column<uint32_t> sequence_;  // terms of the text being read, without stop words
};

// TextIndex::build() on the catalogue's index, which the first call creates.
bool build_text_index(const Columns& columns, uint32_t trainings);

}  // namespace catalogue
