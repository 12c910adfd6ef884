// SPDX-License-Identifier: MIT
// Builds the inverted index.
#include "search/text_index.h"

#include "glossary_table.h"
#include "model/record.h"
#include "wording/minutes.h"

namespace catalogue {
namespace {

void delete_index(TextIndex* index) { delete index; }

}  // namespace

TextIndex::TextIndex(const std::string_view& glossary) {
  uint32_t notion = add_term();  // kStopTerm, of the first line
  add_term();                    // kUnknownTerm
  uint32_t first = 0;
  Word word;
  for (WordCursor words(glossary); words.next(word);) {
    const uint32_t term = notion == kStopTerm ? words_.intern(word.folded(), kStopTerm) : add_word(word);
    if (term != kStopTerm) phrase_terms_.push_back(term);
    const char after = glossary[word.end];
    if (after != '|' && after != '\n') continue;
    first = add_phrase(notion, first);
    if (after == '\n') notion = add_term();
  }
}

TextIndex::~TextIndex() = default;

uint32_t TextIndex::add_term() {
  terms_.push_back({});
  return term_count() - 1;
}

// The term of a word, created at its first appearance.
uint32_t TextIndex::add_word(const Word& word) {
  const uint32_t known = words_.find(word.folded());
  if (known != Dictionary::kAbsent) return known;
  Word stem = word;
  uint32_t term = term_of(stem);
  if (term == kUnknownTerm) term = stems_.intern(stem.folded(), add_term());
  return words_.intern(word.folded(), term);
}

uint32_t TextIndex::term_of(Word& word) const {
  uint32_t term = words_.find(word.folded());
  if (term == Dictionary::kAbsent) {
    word.size = stem_in_place(word.letters, word.size);
    term = stems_.find(word.folded());
  }
  return term == Dictionary::kAbsent ? kUnknownTerm : term;
}

uint32_t TextIndex::add_phrase(uint32_t notion, uint32_t first) {
  const auto end = static_cast<uint32_t>(phrase_terms_.size());
  if (end > first) {
    uint32_t& head = terms_[phrase_terms_.back()].phrase;
    phrases_.push_back({notion, head, first, end - first});
    head = static_cast<uint32_t>(phrases_.size());
  }
  return end;
}

const TextIndex::Phrase* TextIndex::next_phrase(const Phrase* last, const uint32_t* terms, size_t count) const {
  uint32_t next = last ? last->next : terms_.data()[terms[count - 1]].phrase;
  while (next) {
    const Phrase& phrase = phrases_[next - 1];
    const uint32_t* const expected = phrase_terms_.data() + phrase.first;
    size_t same = 0;
    while (same < phrase.size && same < count && expected[phrase.size - 1 - same] == terms[count - 1 - same]) ++same;
    if (same == phrase.size) return &phrase;
    next = phrase.next;
  }
  return nullptr;
}

Column<uint32_t> TextIndex::sequence_of(const Column<uint32_t>& terms) const {
  Column<uint32_t> sequence;
  Column<uint8_t> is_known(terms_.size());
  const auto add = [&](uint32_t term) {
    if (!is_known[term]) sequence.push_back(term);
    is_known[term] = 1;
  };
  for (const uint32_t term : terms) {
    add(term);
    for (uint32_t next = terms_[term].phrase; next; next = phrases_[next - 1].next) add(phrases_[next - 1].notion);
  }
  return sequence;
}

void TextIndex::add_posting(uint32_t term_number, uint32_t posting) {
  Term& term = terms_.data()[term_number];
  if (term.count > 0 && *term.last_posting >> 4 == posting >> 4) {
    *term.last_posting |= posting;
    return;
  }
  if (term.free == 0) {
    term.free = next_chunk_size(term.count);
    auto* const chunk = static_cast<Chunk*>(chunks_.take(sizeof(Chunk) + term.free * sizeof(uint32_t)));
    (term.count > 0 ? term.last->next : term.first) = chunk;
    term.last = chunk;
    term.last_posting = chunk->postings() - 1;
  }
  *++term.last_posting = posting;
  --term.free;
  ++term.count;
}

void TextIndex::add_text(std::string_view text, uint32_t posting) {
  sequence_.clear();
  Word word;
  for (WordCursor words(text); words.next(word);) {
    const uint32_t term = add_word(word);
    if (term == kStopTerm) continue;
    sequence_.push_back(term);
    add_posting(term, posting);
    if (!terms_.data()[term].phrase) continue;
    const Phrase* phrase = nullptr;
    while ((phrase = next_phrase(phrase, sequence_.data(), sequence_.size()))) add_posting(phrase->notion, posting);
  }
}

// What an item says beside its description: "CC BY-SA 4.0", "1 h"; of whole durations also "1h", as many write it.
void TextIndex::add_shown(const Training& training, uint32_t posting) {
  add_text(training.licence.name(), posting);
  add_text(training.licence.text, posting);
  for (const Duration& duration : training.durations) {
    add_text(duration.text, posting);
    if (duration.min != duration.longest()) continue;
    Output short_form;
    write_short_minutes(short_form, duration.min);
    add_text(short_form.view(), posting);
  }
}

bool TextIndex::build(const Columns& columns, uint32_t trainings) {
  Arena arena;
  size_t bytes_left = kBytesPerStep;
  for (; rows_ < columns.size && trainings > 0; ++rows_, --trainings) {
    arena.clear();
    const Training training = read_record(columns.record(rows_), arena);
    const uint32_t row = rows_ << 4;
    add_text(training.title, row | kInTitle);
    add_text(training.provider, row | kInProvider);
    for (const std::string_view theme : training.themes) add_text(theme, row | kInThemes);
    add_text(training.description, row | kInDescription);
    add_shown(training, row | kInDescription);
    if (training.description.size() >= bytes_left) trainings = 1;
    bytes_left -= training.description.size();
  }
  return rows_ == columns.size;
}

bool build_text_index(const Columns& columns, uint32_t trainings) {
  if (!columns.text) columns.text = {new TextIndex(generated::kGlossary), delete_index};
  return columns.text->build(columns, trainings);
}

}  // namespace catalogue
