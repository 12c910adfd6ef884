// SPDX-License-Identifier: MIT
// The values of one facet.
#include "model/facet_builder.h"

#include <algorithm>

#include "catalogue/limits.h"
#include "model/bitset.h"
#include "model/buckets.h"
#include "text/ascii.h"
#include "text/collate.h"
#include "text/fold.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

Column<uint32_t> counted_totals(const FacetColumn& column) {
  Column<uint32_t> counted(column.values.size());
  uint32_t* const totals = counted.data();
  for (const uint16_t value : column.held) ++totals[value];
  return counted;
}

// Calls visit(row, value) for each value of each training. Plain pointers: an accessor would be a call.
template <typename Visit>
void for_each_held(const FacetColumn& column, uint32_t rows, Visit visit) {
  const uint32_t* const ends = column.first.data() + 1;
  const uint16_t* held = column.held.data();
  const uint16_t* const all = held;
  for (uint32_t row = 0; row < rows; ++row) {
    for (const uint16_t* const end = all + ends[row]; held != end; ++held) visit(row, *held);
  }
}

void index_sets(const FacetColumn& column, SetTable& sets, uint32_t rows) {
  uint64_t* const first = sets.set(column.first_slot);
  const size_t blocks = sets.blocks();
  for_each_held(column, rows, [=](uint32_t row, uint16_t value) { add_row(first + value * blocks, row); });
}

void index_postings(FacetColumn& column, uint32_t rows) {
  const size_t count = column.values.size();
  column.posting_first.resize(count + 1);
  column.postings.resize(column.held.size());
  // Where the next training of each value goes. In the end, where the next value starts.
  uint32_t* const next = column.posting_first.data() + 1;
  for (size_t i = 1; i < count; ++i) next[i] = next[i - 1] + column.totals[i - 1];
  uint32_t* const postings = column.postings.data();
  for_each_held(column, rows, [=](uint32_t row, uint16_t value) { postings[next[value]++] = row; });
}

}  // namespace

std::string_view query_form(std::string_view label, ValueForm form, Arena& arena) {
  char* const first = arena.take<char>(label.size());
  char* to = first;
  if (form == ValueForm::kSlug) {
    to = put_folded(first, label, '-');
  } else {
    for (const char c : label) *to++ = to_lower(c);
  }
  return {first, static_cast<size_t>(to - first)};
}

uint16_t FacetBuilder::declare(const std::string_view& value) {
  const auto index = static_cast<uint16_t>(column_->values.size());
  column_->numbers.intern(value, index);
  column_->values.push_back({value, {}});
  return index;
}

// Until renumber(), `numbers` also caches the labels as written: most repeat.
uint32_t FacetBuilder::index_of(const std::string_view& label) {
  const uint32_t known = column_->numbers.find(label);
  if (known != Dictionary::kAbsent) return known;
  const std::string_view form = query_form(label, form_, *strings_);
  if (form.empty()) return Dictionary::kAbsent;
  const auto next = static_cast<uint32_t>(column_->values.size());
  const uint32_t index = column_->numbers.intern(form, next);
  if (index == next) {
    const std::string_view kept = strings_->keep(label);
    column_->values.push_back({form_ == ValueForm::kSlug ? form : kept, kept});
  }
  return column_->numbers.intern(label, index);
}

bool FacetBuilder::add(const std::string_view& label) {
  const uint32_t index = index_of(label);
  if (index != Dictionary::kAbsent) add_index(static_cast<uint16_t>(index));
  return column_->values.size() <= kMaxFacetValues;
}

bool FacetBuilder::add_value(const std::string_view& label) {
  const size_t next = column_->values.size();
  return index_of(label) == next && next < kMaxFacetValues;
}

void FacetBuilder::add_index(uint16_t index) {
  for (size_t i = column_->first.back(); i < column_->held.size(); ++i) {
    if (column_->held[i] == index) return;
  }
  column_->held.push_back(index);
}

void FacetBuilder::seal(bool is_fixed_list) {
  column_->totals = counted_totals(*column_);
  arrange(is_fixed_list);
}

bool FacetBuilder::has_true_totals() const {
  const Column<uint32_t> counted = counted_totals(*column_);
  return std::equal(counted.begin(), counted.end(), column_->totals.begin(), column_->totals.end());
}

void FacetBuilder::arrange(bool is_fixed_list) {
  if (is_fixed_list) return;
  CollationKeys keys;
  for (uint16_t i = 0; i < column_->values.size(); ++i) {
    if (i == column_->unknown) {
      keys.add_last();
    } else {
      keys.add(column_->values[i].label);
    }
  }
  renumber(keys.sorted());
}

// All values but ids of licences, which visitors choose by family.
bool FacetBuilder::is_choice(const FacetValue& value) const {
  return form_ == ValueForm::kSlug || licence_family(value.value) == value.value;
}

// order[i]: the old index of the i-th value. Drops values without a training, and puts choices first.
void FacetBuilder::renumber(const Column<uint32_t>& order) {
  FacetColumn& column = *column_;
  for (size_t i = 0; i < order.size(); ++i) new_index_.push_back(kNoValue);
  Column<FacetValue> values;
  Column<uint32_t> totals;
  uint16_t unknown = kNoValue;
  column.numbers.clear();
  const auto move = [&](uint32_t old) {
    const auto next = static_cast<uint16_t>(values.size());
    new_index_[old] = next;
    if (old == column.unknown) unknown = next;
    values.push_back(column.values[old]);
    totals.push_back(column.totals[old]);
    const std::string_view value = column.values[old].value;  // a slug, or a licence id as written
    column.numbers.intern(form_ == ValueForm::kSlug ? value : query_form(value, form_, *strings_), next);
  };
  for (const bool are_choices : {true, false}) {
    for (const uint32_t old : order)
      if (column.totals[old] != 0 && is_choice(column.values[old]) == are_choices) move(old);
    if (are_choices) column.choices = static_cast<uint32_t>(values.size());
  }
  const uint16_t* const renumbered = new_index_.data();
  for (uint16_t& value : column.held) value = renumbered[value];
  column.unknown = unknown;
  column.values.swap(values);
  column.totals.swap(totals);
}

void index_facet(FacetColumn& column, SetTable& sets, uint32_t rows) {
  if (column.has_sets()) return index_sets(column, sets, rows);
  index_postings(column, rows);
}

}  // namespace catalogue
