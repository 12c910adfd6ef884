// SPDX-License-Identifier: MIT
// Reads parts, and finds those that are missing.
#include "parts/parts_reader.h"

#include "filter/answer.h"
#include "parts/block.h"
#include "parts/lists.h"
#include "parts/values_part.h"
#include "search/text_parts.h"

namespace catalogue {
namespace {

Column<uint32_t>& order_in(const Columns& columns, Sort sort) { return columns.orders[static_cast<size_t>(sort)]; }

// Sorts whose keys are in the columns.
bool is_sorted_by_columns(Sort sort) {
  return sort == Sort::kDuration || sort == Sort::kDurationDescending || sort == Sort::kProvider;
}

bool selects_some(const Query& query) {
  bool is_some = false;
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
  return number > kHeadPart && number < first_group() + text_parts_.groups;
}

PartsReader::State PartsReader::read() {
  if (!is_known(number_)) return refuse(kPartsDisagree);
  const std::string_view part(bytes_.data(), bytes_.size());
  switch (number_) {
    case kHeadPart:
      has_head_ = true;
      if (const char* const code = read_head(part, columns_, builder_, blocks_, text_parts_)) return refuse(code);
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
  if (number_ >= first_group()) return end(read_group(part));
  if (number_ >= first_postings()) return end(read_postings(columns_, number_ - first_postings(), part));
  return end(read_block(part, blocks_.rows_of(number_ - kFirstBlockPart), columns_));
}

PartsReader::State PartsReader::read_columns() {
  const ColumnsPart::State state = columns_part_->step();
  if (state == ColumnsPart::State::kMore) return State::kMore;
  columns_part_.reset();
  bytes_.release();
  has_columns_ = state == ColumnsPart::State::kDone;
  columns_.known = {};
  if (has_columns_) return State::kDone;
  return refuse(state == ColumnsPart::State::kInvalid ? kInvalidPart : kPartsDisagree);
}

const char* PartsReader::read_search_words(std::string_view part) {
  if (const char* const code = read_words(columns_, part)) return code;
  if (postings_parts(columns_) != text_parts_.postings || term_groups(columns_) != text_parts_.groups)
    return kPartsDisagree;
  if (text_parts_.groups && !has_columns_) columns_.known.start(columns_.size);
  has_group_.resize(text_parts_.groups);
  return nullptr;
}

// What it tells is of no use once the columns are there.
const char* PartsReader::read_group(std::string_view part) {
  const uint32_t group = number_ - first_group();
  if (group >= has_group_.size()) return kPartsDisagree;
  if (has_group_[group]++ || has_columns_) return nullptr;
  return read_values_part(part, columns_, builder_);
}

// A permutation of the trainings.
const char* PartsReader::read_order(Sort sort) {
  ByteReader reader({bytes_.data(), bytes_.size()});
  Planes rows;
  rows.find(reader, columns_.size);
  if (reader.has_failed() || reader.left()) return kInvalidPart;
  Column<uint32_t> order;
  Column<uint8_t> seen(columns_.size);
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const uint32_t row = rows[i];
    if (row >= columns_.size || seen[row]++) return kInvalidPart;
    order.push_back(row);
  }
  order_in(columns_, sort).swap(order);
  return nullptr;
}

void PartsReader::need(std::span<const uint32_t> parts, uint32_t first) {
  for (const uint32_t part : parts) missing_.push_back(first + part);
}

std::optional<Answer> PartsReader::answer(const Query& query, uint32_t page_size, Arena& arena) {
  if (lacks(query)) return {};
  const CountChoices count = has_columns_ || query.text.empty() ? count_choices : count_known;
  const Answer answer = answer_query(catalogue_, query, page_size, arena, count);
  if (lacks(query, answer)) return {};
  return answer;
}

// Whether the columns are needed whatever it finds.
bool PartsReader::needs_columns(const Query& query) const {
  const bool has_text = !query.text.empty();
  return selects_some(query) || is_sorted_by_columns(query.sort) ||
         (has_text ? text_parts_.groups == 0 : columns_.counts.empty());
}

// What is known to be missing before the search.
bool PartsReader::lacks(const Query& query) {
  missing_.clear();
  const bool has_text = !query.text.empty();
  if (!has_columns_ && needs_columns(query)) missing_.push_back(kColumnsPart);
  if (has_text && !columns_.text) missing_.push_back(kWordsPart);
  if (has_text && columns_.text) need(missing_postings(columns_, query.text), first_postings());
  if (columns_.size > 0 && order_in(columns_, query.sort).empty()) {
    if (query.sort == Sort::kTitle) missing_.push_back(kTitlesPart);
    if (query.sort == Sort::kChecked && columns_.has_days) missing_.push_back(kDaysPart);
  }
  return !missing_.empty();
}

// What tells the values of the trainings that a text alone finds: some groups of terms, or the columns.
void PartsReader::need_values(std::string_view text) {
  Column<uint32_t> groups;
  find_term_groups(columns_, text, groups);
  for (const uint32_t group : groups)
    if (!has_group_[group]) missing_.push_back(first_group() + group);
  if (missing_.empty()) missing_.push_back(kColumnsPart);
}

// What the search found to be missing.
bool PartsReader::lacks(const Query& query, const Answer& answer) {
  missing_.clear();
  if (!query.text.empty()) need(missing_postings(columns_), first_postings());
  if (!missing_.empty()) return true;
  if (!query.text.empty() && columns_.known.lacks_some) need_values(query.text);
  const Column<uint32_t> blocks = blocks_.missing(query, answer.rows);
  need({blocks.data(), blocks.size()}, kFirstBlockPart);
  return !missing_.empty();
}

}  // namespace catalogue
