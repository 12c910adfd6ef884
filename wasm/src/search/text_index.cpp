// SPDX-License-Identifier: MIT
// Builds the index of words.
#include "search/text_index.h"

#include <cstdlib>

#include "glossary_table.h"
#include "model/record.h"

namespace catalogue {

TextIndex::TextIndex() {
  add_term();  // kEmptyTerm
  read_glossary();
}

TextIndex::~TextIndex() {
  for (uint32_t* page : pages_) std::free(page);
}

uint32_t TextIndex::letters_of(std::string_view word) {
  uint32_t letters = 0;
  for (const char c : word) letters |= 1u << (c & 31);
  return letters;
}

uint32_t TextIndex::add_term() {
  terms_.push_back({0, 0, 0, 0, 0, kAbsent, false});
  return static_cast<uint32_t>(terms_.size()) - 1;
}

// The term of a folded word, made at its first appearance.
uint32_t TextIndex::stem_term(std::string_view folded) {
  const uint32_t known = words_.find(folded);
  if (known != kAbsent) return known;
  if (is_empty_word(folded)) {
    letters_.push_back(0);
    return words_.intern(folded, kEmptyTerm);
  }
  char stem[Word::kMaxLetters + 4];
  std::memcpy(stem, folded.data(), folded.size());
  const std::string_view letters(stem, stem_in_place(stem, folded.size()));
  uint32_t term = stems_.find(letters);
  if (term == kAbsent) term = stems_.intern(letters, add_term());
  letters_.push_back(letters_of(folded));
  return words_.intern(folded, term);
}

void TextIndex::read_glossary() {
  for (std::string_view rest = generated::kGlossary; !rest.empty();) {
    const size_t end = rest.find('\n');
    read_notion(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
}

void TextIndex::read_notion(std::string_view forms) {
  const uint32_t notion = add_term();
  while (!forms.empty()) {
    const size_t end = forms.find('|');
    const auto first = static_cast<uint32_t>(phrase_terms_.size());
    Word word;
    for (WordCursor words(forms.substr(0, end)); words.next_meaningful(word);) {
      phrase_terms_.push_back(stem_term(word.folded()));
    }
    const auto size = static_cast<uint32_t>(phrase_terms_.size()) - first;
    if (size == 1) {
      terms_[phrase_terms_.back()].notion = notion;
    } else {
      terms_[phrase_terms_.back()].ends_phrase = true;
      phrases_.push_back({notion, first, size});
    }
    forms = end == std::string_view::npos ? std::string_view() : forms.substr(end + 1);
  }
}

bool TextIndex::ends_at(const uint32_t* terms, uint32_t end, const Phrase& phrase) const {
  if (end + 1 < phrase.size) return false;
  const uint32_t* sequence = terms + end + 1 - phrase.size;
  return std::memcmp(sequence, phrase_terms_.data() + phrase.first, phrase.size * sizeof(uint32_t)) == 0;
}

uint32_t TextIndex::new_block(uint32_t words) {
  constexpr uint32_t kPageWords = 1 << kPageBits;
  if (pages_.empty() || page_used_ + words > kPageWords) {
    pages_.push_back(static_cast<uint32_t*>(std::malloc(kPageWords * sizeof(uint32_t))));
    if (!pages_.back()) std::abort();
    page_used_ = 0;
  }
  const auto page = static_cast<uint32_t>(pages_.size()) - 1;
  const uint32_t at = (page << kPageBits) + page_used_;
  page_used_ += words;
  return at;
}

void TextIndex::add_posting(uint32_t number, uint32_t row, uint32_t field) {
  Term& term = terms_[number];
  if (term.used > 0) {
    uint32_t& last = word_at(term.block)[term.used - 1];
    if (last >> 4 == row) {
      last |= field;
      return;
    }
  }
  if (term.used == term.room) {
    const uint32_t room = term.room ? next_room(term.room) : kFirstRoom;
    const uint32_t block = new_block(room + 1);
    if (term.room) {
      word_at(term.block)[term.room] = block;
    } else {
      term.first = block;
    }
    term.block = block;
    term.room = room;
    term.used = 0;
  }
  word_at(term.block)[term.used++] = row << 4 | field;
  ++term.count;
}

void TextIndex::add_text(std::string_view text, uint32_t field, uint32_t row) {
  sequence_.clear();
  Word word;
  for (WordCursor words(text); words.next(word);) {
    const uint32_t number = stem_term(word.folded());
    if (number == kEmptyTerm) continue;
    sequence_.push_back(number);
    add_posting(number, row, field);
    const Term term = terms_[number];
    if (term.notion != kAbsent) add_posting(term.notion, row, field);
    if (!term.ends_phrase) continue;
    const auto end = static_cast<uint32_t>(sequence_.size()) - 1;
    for (const Phrase& phrase : phrases_) {
      if (ends_at(sequence_.data(), end, phrase)) add_posting(phrase.notion, row, field);
    }
  }
}

bool TextIndex::build(const Columns& columns, uint32_t trainings) {
  Training training;
  for (; rows_ < columns.size && trainings > 0; ++rows_, --trainings) {
    read_record(columns.record(rows_), training);
    add_text(training.title, kInTitle, rows_);
    add_text(training.provider, kInProvider, rows_);
    for (const std::string_view theme : training.themes) add_text(theme, kInThemes, rows_);
    add_text(training.description, kInDescription, rows_);
  }
  return rows_ == columns.size;
}

}  // namespace catalogue
