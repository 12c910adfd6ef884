// SPDX-License-Identifier: MIT
// What to mark in shown texts.
#include "catalogue/text.h"
#include "search/terms.h"

namespace catalogue {

bool prepare_text(const Catalogue& catalogue, uint32_t trainings) {
  const Columns& columns = catalogue.columns();
  if (!columns.text) columns.text = std::make_unique<TextIndex>();
  return columns.text->build(columns, trainings);
}

Highlighter::Highlighter(const Catalogue& catalogue, std::string_view query_text) {
  if (query_text.empty()) return;
  index_ = &text_index(catalogue.columns());
  is_hit_ = arena_.make<uint8_t>(index_->term_count());
  for (const QueryWord& word : find_terms(*index_, query_text, arena_)) {
    for (size_t term = 0; term < is_hit_.size(); ++term) is_hit_[term] |= word.weights[term];
  }
}

std::span<const TextMark> Highlighter::find(std::string_view words) {
  if (!index_) return {};
  Column<TextMark> marks;  // of every word; those of no hit are left out at the end
  Column<uint32_t> sequence;
  Column<uint8_t> is_marked;
  Word word;
  for (WordCursor cursor(words); cursor.next(word);) {
    const uint32_t term = index_->term_of(word.folded());
    if (term == TextIndex::kEmptyTerm) continue;
    marks.push_back({word.begin, word.end});
    sequence.push_back(term);
    is_marked.push_back(is_hit_[term]);
    const TextIndex::Phrase* phrase = nullptr;
    while ((phrase = index_->next_phrase(phrase, sequence.data(), sequence.size()))) {
      if (!is_hit_[phrase->notion]) continue;
      for (uint32_t i = 0; i < phrase->size; ++i) is_marked.end()[-1 - static_cast<int>(i)] = true;
    }
  }
  size_t count = 0;
  for (size_t i = 0; i < marks.size(); ++i) {
    if (is_marked[i]) marks[count++] = marks[i];
  }
  return arena_.keep(std::span<const TextMark>(marks.data(), count));
}

}  // namespace catalogue
