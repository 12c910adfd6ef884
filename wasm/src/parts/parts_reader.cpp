// SPDX-License-Identifier: MIT
// Reads parts, and finds those that are missing.
#include "parts/parts_reader.h"

#include "filter/counts.h"
#include "parts/block.h"
#include "parts/head.h"
#include "parts/lists.h"
#include "search/text_parts.h"

namespace catalogue {
namespace {

Column<uint32_t>& order_in(const Columns& columns, Sort sort) { return columns.orders[static_cast<size_t>(sort)]; }

// Sorts whose keys are in the columns.
bool is_sorted_by_columns(Sort sort) {
  return sort == Sort::kDuration || sort == Sort::kDurationDescending || sort == Sort::kProvider;
}

bool selects_some(const Query& query) {
  bool is_some = !query.text.empty();
  for (size_t f = 0; f < kFacetCount; ++f) is_some |= query.selects(static_cast<Facet>(f));
  return is_some;
}

std::unique_ptr<Columns> empty_columns(Language language) {
  auto columns = std::make_unique<Columns>();
  columns->language = language;
  return columns;
}

}  // namespace

// The reader is the catalogue's only writer.
PartsReader::PartsReader(Language language)
    : catalogue_(empty_columns(language)), columns_(const_cast<Columns&>(catalogue_.columns())), builder_(columns_) {}

void PartsReader::add(uint32_t number, std::string_view bytes) {
  number_ = number;
  bytes_.clear();
  bytes_.append(bytes.data(), bytes.size());
}

PartsReader::State PartsReader::step() {
  if (code_) return State::kRefused;
  return columns_part_ ? read_columns() : read();
}

PartsReader::State PartsReader::refuse(const char* code) {
  code_ = code;
  return State::kRefused;
}

// Whether there is such a part, and it is not there yet.
bool PartsReader::is_known(uint32_t number) const {
  if (!has_head_) return number == kHeadPart;
  if (number == kColumnsPart) return !has_columns_;
  return number > kHeadPart && number < kFirstBlockPart + blocks_.blocks() + postings_parts_;
}

PartsReader::State PartsReader::read() {
  if (!is_known(number_)) return refuse(kPartsDisagree);
  const std::string_view part(bytes_.data(), bytes_.size());
  switch (number_) {
    case kHeadPart:
      has_head_ = true;
      if (const char* const code = read_head(part, columns_, builder_, blocks_, postings_parts_)) return refuse(code);
      start_records(columns_);
      return State::kDone;
    case kColumnsPart:
      columns_part_ = std::make_unique<ColumnsPart>(part, columns_, builder_);
      return State::kMore;
    case kWordsPart:
      return end(read_search_words(part));
    case kTitlesPart:
      return end(read_order(Sort::kTitle));
    case kDaysPart:
      return end(read_order(Sort::kChecked));
  }
  const uint32_t block = number_ - kFirstBlockPart;
  const uint32_t blocks = blocks_.blocks();
  if (block >= blocks) return end(read_postings(columns_, block - blocks, part));
  return end(read_block(part, blocks_.rows_of(block), columns_));
}

PartsReader::State PartsReader::read_columns() {
  const ColumnsPart::State state = columns_part_->step();
  if (state == ColumnsPart::State::kMore) return State::kMore;
  columns_part_.reset();
  bytes_.release();
  has_columns_ = state == ColumnsPart::State::kDone;
  if (has_columns_) return State::kDone;
  return refuse(state == ColumnsPart::State::kInvalid ? kInvalidPart : kPartsDisagree);
}

const char* PartsReader::read_search_words(std::string_view part) {
  if (const char* const code = read_words(columns_, part)) return code;
  return postings_parts(columns_) == postings_parts_ ? nullptr : kPartsDisagree;
}

// A permutation of the trainings.
const char* PartsReader::read_order(Sort sort) {
  ByteReader reader({bytes_.data(), bytes_.size()});
  Column<uint32_t> order = read_planes(reader, columns_.size, columns_.size - 1);
  if (reader.has_failed() || reader.left()) return kInvalidPart;
  Column<uint8_t> seen(columns_.size);
  for (const uint32_t row : order) {
    if (seen[row]++) return kInvalidPart;
  }
  order_in(columns_, sort).swap(order);
  return nullptr;
}

void PartsReader::need(std::span<const uint32_t> parts, uint32_t first) {
  for (const uint32_t part : parts) missing_.push_back(first + part);
}

bool PartsReader::lacks(const Query& query) {
  missing_.clear();
  const bool needs_columns = selects_some(query) || is_sorted_by_columns(query.sort) || columns_.counts.empty();
  if (needs_columns && !has_columns_) missing_.push_back(kColumnsPart);
  if (!query.text.empty()) {
    if (!columns_.text) missing_.push_back(kWordsPart);
    if (columns_.text) need(missing_postings(columns_, query.text), kFirstBlockPart + blocks_.blocks());
  }
  if (columns_.size > 0 && order_in(columns_, query.sort).empty()) {
    if (query.sort == Sort::kTitle) missing_.push_back(kTitlesPart);
    if (query.sort == Sort::kChecked && columns_.has_days) missing_.push_back(kDaysPart);
  }
  return !missing_.empty();
}

bool PartsReader::lacks(const Query& query, const Answer& answer) {
  missing_.clear();
  if (!query.text.empty()) need(missing_postings(columns_), kFirstBlockPart + blocks_.blocks());
  if (!missing_.empty()) return true;
  const Column<uint32_t> blocks = blocks_.missing(query, answer.rows);
  need({blocks.data(), blocks.size()}, kFirstBlockPart);
  return !missing_.empty();
}

}  // namespace catalogue
