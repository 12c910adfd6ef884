// SPDX-License-Identifier: MIT
// Marks in shown texts what a query found.
#include <cstring>

#include "catalogue/search.h"
#include "search/terms.h"

namespace catalogue {

bool prepare_text(const Catalogue& catalogue, uint32_t trainings) {
  return build_text_index(catalogue.columns(), trainings);
}

void Highlighter::find_hits(std::string_view query_text, const Catalogue& catalogue) {
  index_ = &text_index(catalogue.columns());
  const size_t terms = index_->term_count();
  is_hit_ = arena_.make_first<uint8_t>(terms);
  for (const QueryWord& word : find_terms(*index_, query_text, arena_)) {
    for (size_t term = 0; term < terms; ++term) is_hit_[term] |= word.weights[term];
  }
}

std::span<const TextMark> Highlighter::find_marks(std::string_view text) const {
  Arena scratch;
  const size_t most = text.size() / 2 + 1;  // words: at least one byte each, and one between two
  TextMark* const marks = scratch.make_first<TextMark>(most);
  uint32_t* const terms = scratch.make_first<uint32_t>(most);
  uint8_t* const is_marked = scratch.make_first<uint8_t>(most);
  size_t count = 0;
  Word word;
  for (WordCursor cursor(text); cursor.next(word);) {
    terms[count] = index_->term_of(word);
    if (terms[count] == TextIndex::kStopTerm) continue;
    is_marked[count] = is_hit_[terms[count]];
    marks[count++] = {word.begin, word.end};
    const TextIndex::Phrase* phrase = nullptr;
    while ((phrase = index_->next_phrase(phrase, terms, count))) {
      if (is_hit_[phrase->notion]) std::memset(is_marked + count - phrase->size, 1, phrase->size);
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < count; ++i) {
    if (is_marked[i]) marks[kept++] = marks[i];
  }
  return arena_.keep(std::span<const TextMark>(marks, kept));
}

}  // namespace catalogue
