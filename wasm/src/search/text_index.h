// SPDX-License-Identifier: MIT
// Which trainings hold which words, built when a text is first searched.
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

// Fields of a training, as bits of a posting, and what a word is worth in each.
enum TextField : uint32_t { kInTitle = 1, kInThemes = 2, kInProvider = 4, kInDescription = 8 };

// What closest_words() found for the last few words. Each word of a query is looked for within two limits.
struct ClosestWords {
  struct Entry {
    char letters[Word::kCapacity];
    size_t size;
    uint32_t limit;  // 0 when there is nothing yet
    Column<uint32_t> words;

    bool is_for(std::string_view folded, uint32_t within) const {
      return limit == within && std::string_view(letters, size) == folded;
    }
    // folded: of a Word.
    void start(std::string_view folded, uint32_t within) {
      size = folded.copy(letters, Word::kCapacity);
      limit = within;
      words.clear();
    }
  };
  Entry entries[2 * kMaxTextWords] = {};
  uint32_t next = 0;
};

// A term is a stem, or a notion of the glossary, by number. Its postings are row << 4 | fields, in
// chained blocks of growing size: nothing moves while the index grows.
class TextIndex {
 public:
  static constexpr uint32_t kEmptyTerm = 0;    // of words that say nothing; without postings
  static constexpr uint32_t kUnknownTerm = 1;  // of words that nothing holds; without postings

  // A form of a notion in several words, or in one.
  struct Phrase {
    uint32_t notion;
    uint32_t next;   // phrase that ends with the same term, by number + 1; 0 when there is none
    uint32_t first;  // in phrase_terms_
    uint32_t size;
  };

  TextIndex();
  ~TextIndex();

  // Indexes up to `trainings` more, fewer when their texts are long: about kBytesPerStep of words
  // at most. True when all are.
  bool build(const Columns& columns, uint32_t trainings);

  // The term of a word, which becomes its stem unless the index holds it as it is.
  uint32_t term_of(Word& word) const;
  uint32_t term_count() const { return static_cast<uint32_t>(terms_.size()); }
  uint32_t count_of(uint32_t term) const { return terms_.data()[term].count; }

  // The phrase after `last`, or the first one when `last` is null, with which `count` terms end;
  // null when there is none. Needs count > 0.
  const Phrase* next_phrase(const Phrase* last, const uint32_t* terms, size_t count) const;

  // Words as folded, before stemming.
  uint32_t word_count() const { return words_.size(); }
  std::string_view word(uint32_t i) const { return words_.word(i); }
  uint32_t term_of_word(uint32_t i) const { return words_.value(i); }
  uint32_t count_of_word(uint32_t i) const { return count_of(term_of_word(i)); }
  // Bits of the letters in a word: a cheap bound on how far two words are.
  uint32_t letters_of_word(uint32_t i) const { return letters_.data()[i]; }
  static uint32_t letters_of(std::string_view word);

  mutable ClosestWords closest;

  // Calls `visit(row, fields)` for each training that holds the term, ascending.
  template <typename Visit>
  void for_each_posting(uint32_t term, Visit visit) const {
    const Block* block = terms_.data()[term].first;
    const uint32_t count = count_of(term);
    for (uint32_t seen = 0; seen < count; block = block->next) {
      const uint32_t* posting = block->postings();
      const uint32_t room = room_after(seen);
      const uint32_t* const end = posting + (count - seen < room ? count - seen : room);
      for (; posting < end; ++posting) visit(*posting >> 4, *posting & 15);
      seen += room;
    }
  }

 private:
  struct Block {
    Block* next;

    uint32_t* postings() { return reinterpret_cast<uint32_t*>(this + 1); }
    const uint32_t* postings() const { return reinterpret_cast<const uint32_t*>(this + 1); }
  };
  struct Term {
    Block* first;
    Block* block;    // the last one
    uint32_t* last;  // its last posting
    uint32_t free;   // postings that it can still take
    uint32_t count;
    uint32_t phrase;  // that ends with this term, by number + 1; 0 when there is none
  };
  static constexpr size_t kBytesPerStep = 64 * 1024;

  // Postings in the block that is added to `count` of them: a list grows by half or more.
  static uint32_t room_after(uint32_t count) { return count < 4 ? 4 : count < 1024 ? count : 1024; }

  void read_glossary();
  void add_phrase(uint32_t notion, uint32_t first);
  uint32_t add_word(const Word& word);
  uint32_t intern(const Word& word, uint32_t term);
  uint32_t add_term();
  void add_text(std::string_view text, uint32_t posting);
  void add_posting(uint32_t term, uint32_t posting);

  Dictionary words_;          // folded word to term
  Column<uint32_t> letters_;  // per word
  Dictionary stems_;          // stem to term
  Column<Term> terms_;
  Column<Phrase> phrases_;
  Column<uint32_t> phrase_terms_;
  Arena blocks_;
  uint32_t rows_ = 0;
  Column<uint32_t> sequence_;  // terms of the text being read
};

// Makes the catalogue's index at the first call, and builds it on as TextIndex::build does.
bool build_text_index(const Columns& columns, uint32_t trainings);

}  // namespace catalogue
