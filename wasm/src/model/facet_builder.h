// SPDX-License-Identifier: MIT
// The values of one facet, gathered while a catalogue is read, then put in order.
#pragma once

#include <string_view>

#include "model/columns.h"

namespace catalogue {

// How the words of a training become the value that a query names.
enum class ValueForm : uint8_t { kSlug, kLowerCase };

constexpr ValueForm form_of(Facet facet) { return facet == Facet::kLicence ? ValueForm::kLowerCase : ValueForm::kSlug; }

// What a query calls a value: its slug, or a licence id in lower case. Lives in the arena.
std::string_view query_form(std::string_view words, ValueForm form, Arena& arena);

class FacetBuilder {
 public:
  // Before anything else. Words of values are kept in `words`.
  void start(FacetColumn& column, ValueForm form, Arena& words) {
    column_ = &column;
    form_ = form;
    words_ = &words;
  }
  void reserve(size_t rows) { column_->first.reserve(rows + 1); }
  void begin_row() { column_->first.push_back(static_cast<uint32_t>(column_->held.size())); }
  // Adds the value that `words` name to the row that began last; a value twice counts once.
  // False when the facet has too many values.
  bool add(const std::string_view& words);
  // Makes the next value, of no row yet. False when `words` name none, or one that is there.
  bool add_value(const std::string_view& words);
  // Adds a value by its index, which exists.
  void add_index(uint16_t index);
  // A value of a fixed list, or "inconnue", known before any training. Gives its index.
  uint16_t declare(const std::string_view& value);

  // After the end of the last row: puts the values in collation order of their labels (when asked), "inconnue" last;
  // drops those that no training holds; counts totals.
  void seal(bool is_fixed_list);

 private:
  uint32_t index_of(const std::string_view& words);
  bool is_choice(const FacetValue& value) const;
  void renumber(const Column<uint32_t>& order);

  FacetColumn* column_ = nullptr;
  Arena* words_ = nullptr;
  ValueForm form_ = ValueForm::kSlug;
};

// Fills the sets or the postings of a sealed facet, for a catalogue of `rows` trainings.
void index_facet(FacetColumn& column, SetTable& sets, uint32_t rows);

}  // namespace catalogue
