// SPDX-License-Identifier: MIT
// Parts are untrusted: each is checked as a whole before anything of it stays.
#include "search/text_parts.h"

#include "memory/byte_reader.h"
#include "search/term_groups.h"
#include "search/terms.h"
#include "search/text_index.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

constexpr char kInvalid[] = "invalid-part";
constexpr char kDisagree[] = "parts-disagree";

bool is_folded(const Word& word) {
  Word folded;
  return WordCursor(word.folded()).next(folded) && folded.folded() == word.folded();
}

// An index whose postings come later, part by part.
class IndexInParts final : public TextIndex {
 public:
  IndexInParts(std::string_view glossary, uint32_t trainings) : TextIndex(glossary) { rows_ = trainings; }

  // What follows the glossary. False when it is ill-formed.
  bool read(ByteReader& reader) {
    Column<uint32_t> terms;  // of each word
    if (!read_word_list(reader.text(), terms)) return false;
    sequence_ = sequence_of(terms);
    if (!read_parts(reader)) return false;
    for (const uint32_t term : sequence_) terms_[term].count = reader.number_up_to(rows_);
    if (reader.has_failed() || reader.left()) return false;
    groups_ = TermGroups(*this, sequence_, rows_);
    return true;
  }

  const TermGroups& groups() const { return groups_; }

  void find_groups(std::string_view text, Column<uint32_t>& groups) const {
    Arena scratch;
    uint32_t fewest = rows_ / TermGroups::kMostShare + 1;
    for (const QueryWord& word : find_terms(*this, text, scratch)) {
      Column<uint32_t> found;
      const uint32_t holders = add_groups(word, found);
      if (holders >= fewest) continue;
      fewest = holders;
      groups.swap(found);
    }
  }

  const char* read_postings(uint32_t part_number, std::string_view part) {
    if (part_number >= parts()) return kDisagree;
    if (is_here_[part_number]) return nullptr;
    const std::span<const uint32_t> terms = terms_of(part_number);
    uint64_t count = 0;
    for (const uint32_t term : terms) count += count_of(term);
    if (count + (count + 1) / 2 > part.size()) return kDisagree;
    Column<uint32_t> postings(static_cast<size_t>(count));
    if (!decode(part, terms, postings)) return kInvalid;
    keep(terms, postings.data());
    is_here_[part_number] = 1;
    return nullptr;
  }

  uint32_t parts() const { return static_cast<uint32_t>(is_here_.size()); }

  // Notes the terms that `text` finds and whose postings are not here, and forgets all others.
  void note_missing(std::string_view text) const {
    missing.clear();
    Arena scratch;
    for (const QueryWord& word : find_terms(*this, text, scratch)) {
      for (uint32_t term = 0; term < word.weights.size(); ++term) {
        if (word.weights[term] && !terms_[term].first) missing.push_back(term);
      }
    }
  }

  // The parts of the terms noted since.
  std::span<const uint32_t> missing_parts() const {
    Column<uint8_t> is_missing(parts());
    for (const uint32_t term : missing) is_missing[part_of_[term]] = 1;
    missing_parts_.clear();
    for (uint32_t i = 0; i < parts(); ++i) {
      if (is_missing[i]) missing_parts_.push_back(i);
    }
    return {missing_parts_.data(), missing_parts_.size()};
  }

 private:
  // Those of the terms that the word finds. Returns how many trainings hold them; UINT32_MAX when a term is in none.
  uint32_t add_groups(const QueryWord& word, Column<uint32_t>& groups) const {
    Column<uint8_t> is_added(groups_.count());
    uint32_t holders = 0;
    for (uint32_t term = 0; term < word.weights.size(); ++term) {
      if (!word.weights[term]) continue;
      const uint32_t group = groups_.of(term);
      if (group == TermGroups::kNone) return UINT32_MAX;
      if (is_added[group]++) continue;
      groups.push_back(group);
      holders += groups_.holders(group);
    }
    return holders;
  }

  bool read_word_list(std::string_view list, Column<uint32_t>& terms) {
    Word last;
    for (size_t at = 0; at < list.size();) {
      const auto shared = static_cast<uint8_t>(list[at++]);
      const size_t begin = at;
      while (at < list.size() && static_cast<uint8_t>(list[at]) > kMostShared) ++at;
      if (shared > last.size || shared + (at - begin) > Word::kCapacity) return false;
      Word word = last;
      word.size = shared + list.substr(begin, at - begin).copy(word.letters + shared, Word::kCapacity);
      if (word.folded() <= last.folded() || !is_folded(word)) return false;
      last = word;
      terms.push_back(add_word(word));
      if (terms.back() == kStopTerm) return false;
    }
    return true;
  }

  bool read_parts(ByteReader& reader) {
    const auto terms = static_cast<uint32_t>(sequence_.size());
    const uint32_t parts = reader.number_up_to(terms);
    part_of_.resize(term_count());
    first_.push_back(0);
    for (uint32_t part = 0; part < parts; ++part) {
      const uint32_t begin = first_[part];
      const uint32_t count = reader.number_up_to(terms - begin);
      if (count == 0) return false;
      first_.push_back(begin + count);
      for (const uint32_t term : terms_of(part)) part_of_[term] = part;
    }
    is_here_.resize(parts);
    return first_.back() == terms;
  }

  std::span<const uint32_t> terms_of(uint32_t part) const {
    return {sequence_.data() + first_[part], sequence_.data() + first_[part + 1]};
  }

  // postings.size(): the sum of the counts of `terms`. part: of three bytes for two postings, at least.
  bool decode(std::string_view part, std::span<const uint32_t> terms, Column<uint32_t>& postings) const {
    const size_t count = postings.size();
    const auto byte = [&](size_t i) { return uint32_t{static_cast<uint8_t>(part[i])}; };
    ByteReader high_bits(part.substr(count + (count + 1) / 2));
    size_t i = 0;
    for (const uint32_t term : terms) {
      uint32_t next = 0;  // row
      for (const size_t end = i + count_of(term); i < end; ++i) {
        const uint32_t gap = high_bits.number_up_to(rows_ >> 8) << 8 | byte(i);
        const uint32_t fields = byte(count + i / 2) >> (i % 2 * 4) & 15;
        if (gap >= rows_ - next || fields == 0) return false;
        postings[i] = (next + gap) << 4 | fields;
        next += gap + 1;
      }
    }
    return !high_bits.has_failed() && high_bits.left() == 0;
  }

  void keep(std::span<const uint32_t> terms, const uint32_t* posting) {
    for (const uint32_t term : terms) {
      const uint32_t count = count_of(term);
      terms_[term].count = 0;  // add_posting() counts
      for (uint32_t i = 0; i < count; ++i) add_posting(term, *posting++);
    }
  }

  Column<uint32_t> sequence_;  // terms, in the order of the postings
  Column<uint32_t> first_;     // per part, in sequence_; then the end
  Column<uint32_t> part_of_;   // per term of sequence_
  Column<uint8_t> is_here_;    // per part
  TermGroups groups_;
  mutable Column<uint32_t> missing_parts_;
};

IndexInParts* index_of(const Columns& columns) { return static_cast<IndexInParts*>(columns.text.get()); }

void delete_index(TextIndex* index) { delete static_cast<IndexInParts*>(index); }

// Every phrase of it ends.
bool is_glossary(std::string_view text) { return is_utf8(text) && (text.empty() || text.back() == '\n'); }

}  // namespace

const char* read_words(Columns& columns, std::string_view part) {
  if (columns.text) return nullptr;
  ByteReader reader(part);
  if (reader.number() != columns.size) return kDisagree;
  const std::string_view glossary = reader.text();
  if (!is_glossary(glossary)) return kInvalid;
  auto* const index = new IndexInParts(glossary, columns.size);
  TextIndexPointer kept(index, delete_index);
  if (!index->read(reader)) return kInvalid;
  columns.text = std::move(kept);
  return nullptr;
}

const char* read_postings(Columns& columns, uint32_t chunk, std::string_view part) {
  return columns.text ? index_of(columns)->read_postings(chunk, part) : kDisagree;
}

uint32_t postings_parts(const Columns& columns) { return columns.text ? index_of(columns)->parts() : 0; }

uint32_t term_groups(const Columns& columns) { return columns.text ? index_of(columns)->groups().count() : 0; }

void find_term_groups(const Columns& columns, std::string_view text, Column<uint32_t>& groups) {
  index_of(columns)->find_groups(text, groups);
}

std::span<const uint32_t> missing_postings(const Columns& columns, std::string_view text) {
  index_of(columns)->note_missing(text);
  return missing_postings(columns);
}

std::span<const uint32_t> missing_postings(const Columns& columns) {
  return columns.text ? index_of(columns)->missing_parts() : std::span<const uint32_t>();
}

}  // namespace catalogue
