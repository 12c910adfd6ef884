// SPDX-License-Identifier: MIT
// The values of one facet.
#include "model/facet_builder.h"

#include "catalogue/limits.h"
#include "model/buckets.h"
#include "model/sort.h"
#include "text/collate.h"
#include "text/fold.h"

namespace catalogue {
namespace {

std::string lower_case(std::string_view words) {
  std::string lower(words);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

}  // namespace

std::string query_form(std::string_view words, ValueForm form) {
  return form == ValueForm::kSlug ? slug_of(words) : lower_case(words);
}

uint16_t FacetBuilder::declare(std::string_view value, std::string_view label) {
  const auto index = static_cast<uint16_t>(column_.values.size());
  column_.numbers.intern(value, index);
  column_.values.push_back({std::string(value), std::string(label)});
  return index;
}

uint32_t FacetBuilder::index_of(std::string_view words) {
  const uint32_t known = spellings_.find(words);
  if (known != Dictionary::kAbsent) return known;
  const std::string form = query_form(words, form_);
  if (form.empty()) return Dictionary::kAbsent;
  const auto next = static_cast<uint32_t>(column_.values.size());
  const uint32_t index = column_.numbers.intern(form, next);
  if (index == next) {
    column_.values.push_back({form_ == ValueForm::kSlug ? form : std::string(words), std::string(words)});
  }
  return spellings_.intern(words, index);
}

bool FacetBuilder::add(std::string_view words) {
  const uint32_t index = index_of(words);
  if (index != Dictionary::kAbsent) add_index(static_cast<uint16_t>(index));
  return column_.values.size() <= kMaxFacetValues;
}

void FacetBuilder::add_index(uint16_t index) {
  for (size_t i = column_.first.back(); i < column_.held.size(); ++i) {
    if (column_.held[i] == index) return;
  }
  column_.held.push_back(index);
}

void FacetBuilder::seal(bool is_fixed_list) {
  column_.first.push_back(static_cast<uint32_t>(column_.held.size()));
  const size_t count = column_.values.size();
  column_.totals.resize(count);
  for (const uint16_t value : column_.held) ++column_.totals[value];
  if (is_fixed_list) return;
  std::vector<std::string> keys;
  for (uint16_t i = 0; i < count; ++i) {
    keys.push_back(i == column_.unknown ? "\xFF" : collation_key(column_.values[i].label));
  }
  const auto precedes = [](const void* context, uint32_t a, uint32_t b) {
    const auto& all = *static_cast<const std::vector<std::string>*>(context);
    return all[a] < all[b];
  };
  Column<uint16_t> order;
  for (const uint32_t i : sorted_numbers(static_cast<uint32_t>(count), precedes, &keys)) {
    if (column_.totals[i] > 0) order.push_back(static_cast<uint16_t>(i));
  }
  renumber(order);
}

// order[new index] = old index.
void FacetBuilder::renumber(const Column<uint16_t>& order) {
  Column<uint16_t> new_index(column_.values.size());
  Column<uint32_t> totals;
  std::vector<FacetValue> values;
  column_.numbers = Dictionary();
  for (uint16_t i = 0; i < order.size(); ++i) {
    new_index[order[i]] = i;
    totals.push_back(column_.totals[order[i]]);
    values.push_back(std::move(column_.values[order[i]]));
    column_.numbers.intern(query_form(values.back().value, form_), i);
  }
  for (uint16_t& value : column_.held) value = new_index[value];
  column_.unknown = column_.unknown != kNoValue && !values.empty() && values.back().value == kUnknownValue
                        ? static_cast<uint16_t>(values.size() - 1)
                        : kNoValue;
  column_.values = std::move(values);
  column_.totals = std::move(totals);
}

void index_facet(FacetColumn& column, uint32_t rows) {
  const size_t words = (rows + 63) / 64;
  const size_t count = column.values.size();
  if (count <= kMaxBitsetValues) {
    column.bits.resize(words * count);
    for (uint32_t row = 0; row < rows; ++row) {
      for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
        column.bits[column.held[i] * words + row / 64] |= uint64_t{1} << (row % 64);
      }
    }
    return;
  }
  column.posting_first.resize(count + 1);
  column.postings.resize(column.held.size());
  Column<uint32_t> next(count);
  for (size_t i = 0; i < count; ++i) {
    next[i] = column.posting_first[i];
    column.posting_first[i + 1] = next[i] + column.totals[i];
  }
  for (uint32_t row = 0; row < rows; ++row) {
    for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
      column.postings[next[column.held[i]]++] = row;
    }
  }
}

}  // namespace catalogue
