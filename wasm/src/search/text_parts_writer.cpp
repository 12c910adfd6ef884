// SPDX-License-Identifier: MIT
// Sorts the words, and cuts the postings into parts.
#include "search/text_parts_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "glossary_table.h"
#include "memory/byte_writer.h"
#include "memory/sort.h"
#include "search/term_groups.h"
#include "search/terms.h"
#include "search/text_parts.h"

namespace catalogue {
namespace {

class TextPartsWriter {
 public:
  explicit TextPartsWriter(const Columns& columns) : columns_(columns), index_(text_index(columns)) {}

  TextParts write() {
    find_words();
    cut();
    TextParts parts;
    parts.words = words_part();
    const uint32_t* term = sequence_.data();
    for (const uint32_t terms : terms_of_parts_) {
      parts.postings.push_back(postings_part({term, terms}));
      term += terms;
    }
    parts.groups = groups();
    return parts;
  }

 private:
  static bool word_precedes(const void* index, uint32_t a, uint32_t b) {
    return static_cast<const TextIndex*>(index)->word(a) < static_cast<const TextIndex*>(index)->word(b);
  }

  // The words that trainings hold, sorted, and the terms of their postings.
  void find_words() {
    Column<uint32_t> terms;
    for (const uint32_t word : sorted_numbers(index_.word_count(), word_precedes, &index_)) {
      if (index_.count_of_word(word) == 0) continue;
      words_.push_back(word);
      terms.push_back(index_.term_of_word(word));
    }
    sequence_ = index_.sequence_of(terms);
  }

  // About how many bytes the postings of a term are once compressed: those of random rows.
  double size_of(uint32_t term) const {
    const uint32_t count = index_.count_of(term);
    return count == 0 ? 0 : count * (std::bit_width(columns_.size / count) + 2) / 8.0;
  }

  // A query needs a part or more for each of its words, and visitors a hash for each part: both grow as the square
  // root of the whole.
  void cut() {
    constexpr double kLeastSize = 4096;
    double whole = 0;
    for (const uint32_t term : sequence_) whole += size_of(term);
    const double wanted = std::max(kLeastSize, 10 * std::sqrt(whole));
    double size = wanted;
    for (const uint32_t term : sequence_) {
      size += size_of(term);
      if (size > wanted) {
        terms_of_parts_.push_back(0);
        size = size_of(term);
      }
      ++terms_of_parts_.back();
    }
  }

  std::vector<std::vector<uint32_t>> groups() const {
    const TermGroups cut(index_, sequence_, columns_.size);
    std::vector<std::vector<uint32_t>> groups(cut.count());
    for (const uint32_t term : sequence_)
      if (cut.of(term) != TermGroups::kNone) groups[cut.of(term)].push_back(term);
    return groups;
  }

  std::string words_part() const {
    ByteWriter part;
    part.number(columns_.size);
    part.text(generated::kGlossary);
    part.text(word_list());
    part.number(static_cast<uint32_t>(terms_of_parts_.size()));
    for (const uint32_t terms : terms_of_parts_) part.number(terms);
    for (const uint32_t term : sequence_) part.number(index_.count_of(term));
    return std::string(part.view());
  }

  std::string word_list() const {
    std::string list;
    std::string_view last;
    for (const uint32_t number : words_) {
      const std::string_view word = index_.word(number);
      size_t shared = 0;
      while (shared < std::min<size_t>(kMostShared, last.size()) && last[shared] == word[shared]) ++shared;
      list += static_cast<char>(shared);
      list += word.substr(shared);
      last = word;
    }
    return list;
  }

  std::string postings_part(std::span<const uint32_t> terms) const {
    ByteWriter low_bits;
    ByteWriter high_bits;
    std::string fields_of_all;
    for (const uint32_t term : terms) {
      uint32_t next = 0;  // row
      if (index_.count_of(term) == 0) continue;
      index_.for_each_posting(term, [&](uint32_t row, uint32_t fields) {
        low_bits.byte((row - next) & 0xFF);
        high_bits.number((row - next) >> 8);
        fields_of_all += static_cast<char>(fields);
        next = row + 1;
      });
    }
    for (size_t i = 0; i < fields_of_all.size(); i += 2) {
      const char second = i + 1 < fields_of_all.size() ? fields_of_all[i + 1] : char{0};
      low_bits.byte(static_cast<uint32_t>(fields_of_all[i] | second << 4));
    }
    low_bits.bytes(high_bits.view());
    return std::string(low_bits.view());
  }

  const Columns& columns_;
  const TextIndex& index_;
  Column<uint32_t> words_;           // numbers, in the order of bytes
  Column<uint32_t> sequence_;        // see TextIndex::sequence_of()
  Column<uint32_t> terms_of_parts_;  // how many terms of sequence_ each postings part has
};

}  // namespace

TextParts write_text_parts(const Columns& columns) { return TextPartsWriter(columns).write(); }

std::vector<uint32_t> rows_with_terms(const Columns& columns, const std::vector<uint32_t>& terms) {
  std::vector<uint32_t> rows;
  for (const uint32_t term : terms)
    text_index(columns).for_each_posting(term, [&](uint32_t row, uint32_t) { rows.push_back(row); });
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace catalogue
