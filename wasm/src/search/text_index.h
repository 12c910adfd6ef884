// SPDX-License-Identifier: MIT
// Which trainings hold which words, built when a text is first searched.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/column.h"
#include "model/columns.h"
#include "model/dictionary.h"
#include "search/words.h"

namespace catalogue {

// Fields of a training, as bits of a posting, and what a word is worth in each.
enum TextField : uint32_t { kInTitle = 1, kInThemes = 2, kInProvider = 4, kInDescription = 8 };

// A term is a stem, or a notion of the glossary, by number. Its postings are row << 4 | fields, in
// blocks of growing size chained inside pages: nothing moves while the index grows.
class TextIndex {
 public:
  TextIndex();
  ~TextIndex();
  TextIndex(const TextIndex&) = delete;
  TextIndex& operator=(const TextIndex&) = delete;

  // Indexes up to `trainings` more; true when all are.
  bool build(const Columns& columns, uint32_t trainings);

  // Term of a stem, of the notion that it names alone; kAbsent when there is none.
  uint32_t term_of(std::string_view stem) const { return stems_.find(stem); }
  uint32_t notion_of(uint32_t term) const { return terms_[term].notion; }
  uint32_t count_of(uint32_t term) const { return terms_[term].count; }

  // Calls `visit(notion, first, length)` for each glossary phrase in a sequence of terms.
  template <typename Visit>
  void for_each_phrase(const std::vector<uint32_t>& terms, Visit visit) const {
    for (uint32_t end = 0; end < terms.size(); ++end) {
      for (const Phrase& phrase : phrases_) {
        if (ends_at(terms.data(), end, phrase)) visit(phrase.notion, end + 1 - phrase.size, phrase.size);
      }
    }
  }

  // Words as folded, before stemming.
  uint32_t word_count() const { return words_.size(); }
  std::string_view word(uint32_t i) const { return words_.word(i); }
  uint32_t term_of_word(uint32_t i) const { return words_.value(i); }
  // Bits of the letters in a word: a cheap bound on how far two words are.
  uint32_t letters_of_word(uint32_t i) const { return letters_[i]; }
  static uint32_t letters_of(std::string_view word);

  template <typename Visit>
  void for_each_posting(uint32_t term, Visit visit) const {
    uint32_t left = terms_[term].count;
    uint32_t at = terms_[term].first;
    for (uint32_t room = kFirstRoom; left > 0; room = next_room(room)) {
      const uint32_t* block = word_at(at);
      const uint32_t here = left < room ? left : room;
      for (uint32_t i = 0; i < here; ++i) visit(block[i] >> 4, block[i] & 15);
      left -= here;
      at = block[room];
    }
  }

 private:
  struct Term {
    uint32_t first;   // where its first block begins
    uint32_t block;   // where its last block begins
    uint32_t used;    // postings in the last block
    uint32_t room;    // postings that the last block can hold
    uint32_t count;
    uint32_t notion;  // of which this stem is a form by itself, or kAbsent
    bool ends_phrase;
  };
  struct Phrase {
    uint32_t notion;
    uint32_t first;  // in phrase_terms_
    uint32_t size;
  };
  static constexpr uint32_t kAbsent = Dictionary::kAbsent;
  static constexpr uint32_t kEmptyTerm = 0;  // of words that say nothing; without postings
  static constexpr uint32_t kPageBits = 14;
  static constexpr uint32_t kFirstRoom = 3;  // a block ends with a link, so this makes four words
  static uint32_t next_room(uint32_t room) { return room < 1023 ? room * 2 + 1 : room; }

  void read_glossary();
  void read_notion(std::string_view forms);
  uint32_t stem_term(std::string_view folded);
  uint32_t add_term();
  void add_text(std::string_view text, uint32_t field, uint32_t row);
  void add_posting(uint32_t term, uint32_t row, uint32_t field);
  bool ends_at(const uint32_t* terms, uint32_t end, const Phrase& phrase) const;
  uint32_t new_block(uint32_t words);
  uint32_t* word_at(uint32_t at) const { return pages_[at >> kPageBits] + (at & ((1 << kPageBits) - 1)); }

  Dictionary words_;          // folded word to term
  Column<uint32_t> letters_;  // per word
  Dictionary stems_;          // stem to term
  Column<Term> terms_;
  std::vector<Phrase> phrases_;
  Column<uint32_t> phrase_terms_;
  std::vector<uint32_t*> pages_;
  uint32_t page_used_ = 0;
  uint32_t rows_ = 0;
  std::vector<uint32_t> sequence_;  // terms of the text being read
};

}  // namespace catalogue
