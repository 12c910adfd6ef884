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

Highlighter::Highlighter(const Catalogue& catalogue, std::string_view query_text)
    : catalogue_(catalogue) {
  if (query_text.empty()) return;
  for (const QueryWord& word : find_terms(text_index(catalogue.columns()), query_text)) {
    for (const WeightedTerm& term : word.terms) terms_.push_back(term.term);
  }
}

Highlighter::~Highlighter() = default;

bool Highlighter::is_hit(uint32_t term) const {
  for (const uint32_t hit : terms_) {
    if (hit == term) return true;
  }
  return false;
}

std::vector<TextMark> Highlighter::find(std::string_view words) const {
  std::vector<TextMark> marks;
  if (terms_.empty()) return marks;
  const TextIndex& index = *catalogue_.columns().text;
  std::vector<TextMark> places;
  std::vector<uint32_t> sequence;
  std::vector<bool> is_marked;
  Word word;
  for (WordCursor cursor(words); cursor.next_meaningful(word);) {
    const size_t size = stem_in_place(word.letters, word.size);
    const uint32_t term = index.term_of({word.letters, size});
    const uint32_t notion = term == Dictionary::kAbsent ? term : index.notion_of(term);
    places.push_back({word.begin, word.end});
    sequence.push_back(term);
    is_marked.push_back(is_hit(term) || (notion != Dictionary::kAbsent && is_hit(notion)));
  }
  index.for_each_phrase(sequence, [&](uint32_t notion, uint32_t first, uint32_t size) {
    for (uint32_t i = first; i < first + size; ++i) {
      if (is_hit(notion)) is_marked[i] = true;
    }
  });
  for (size_t i = 0; i < places.size(); ++i) {
    if (is_marked[i]) marks.push_back(places[i]);
  }
  return marks;
}

}  // namespace catalogue
