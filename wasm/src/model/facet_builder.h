// SPDX-License-Identifier: MIT
// Collects the values of one facet while a catalogue is read, then sorts them.
#pragma once

#include <string_view>

#include "model/columns.h"

namespace catalogue {

// How a label becomes a query value.
enum class ValueForm : uint8_t { kSlug, kLowerCase };

constexpr ValueForm form_of(Facet facet) { return facet == Facet::kLicence ? ValueForm::kLowerCase : ValueForm::kSlug; }

// Whether the values of the facet, and their order, are the same in every catalogue.
constexpr bool is_fixed_list(Facet facet) { return facet == Facet::kDuration || facet == Facet::kRight; }

// The query value of a label: its slug, or a licence id in lower case. Lives in the arena.
std::string_view query_form(std::string_view label, ValueForm form, Arena& arena);

class FacetBuilder {
 public:
  // Call first. `strings` keeps the labels of values.
  void start(FacetColumn& column, ValueForm form, Arena& strings) {
    column_ = &column;
    form_ = form;
    strings_ = &strings;
  }
  void reserve(size_t rows) { column_->first.reserve(rows + 1); }
  void begin_row() { column_->first.push_back(static_cast<uint32_t>(column_->held.size())); }
  // Adds a value to the current row, unless the row has it. False when the facet has too many values.
  bool add(const std::string_view& label);
  // Adds a value to the facet, not to a row. False when it is empty, a duplicate or one too many.
  bool add_value(const std::string_view& label);
  // Adds an existing value to the current row, by its index.
  void add_index(uint16_t index);
  // Adds a value of a fixed list, or "inconnue", before any training. Returns its index.
  uint16_t declare(const std::string_view& value);

  // Call after the last row: counts totals, then arranges.
  void seal(bool is_fixed_list);
  // Unless the list is fixed: sorts the values by label, "inconnue" last, and drops those without a training, by the
  // totals.
  void arrange(bool is_fixed_list);
  // Whether the trainings hold each value as often as the totals say.
  bool has_true_totals() const;
  // How many values there were before arrange().
  uint32_t written() const { return static_cast<uint32_t>(new_index_.size()); }
  // Where arrange() put value `index`; kNoValue when it was dropped. An index that there is not stays as it is.
  uint32_t arranged(uint32_t index) const { return index < new_index_.size() ? new_index_[index] : index; }

 private:
  uint32_t index_of(const std::string_view& label);
  bool is_choice(const FacetValue& value) const;
  void renumber(const Column<uint32_t>& order);

  FacetColumn* column_ = nullptr;
  Arena* strings_ = nullptr;
  ValueForm form_ = ValueForm::kSlug;
  Column<uint16_t> new_index_;  // see arranged(); empty for a fixed list
};

// Fills the sets or the postings of a sealed facet, for a catalogue of `rows` trainings.
void index_facet(FacetColumn& column, SetTable& sets, uint32_t rows);

}  // namespace catalogue
