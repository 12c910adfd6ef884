// SPDX-License-Identifier: MIT
// The catalogue that is filtered.
#include "catalogue/catalogue.h"

#include <algorithm>

#include "model/columns.h"
#include "model/record.h"

namespace catalogue {

uint32_t Columns::longest_record() const {
  for (uint32_t row = longest ? size : 0; row < size; ++row) {
    const size_t end = row + 1 < size ? record_at[row + 1] : records.size();
    longest = std::max(longest, static_cast<uint32_t>(end - record_at[row]));
  }
  return longest ? longest : 1;
}

Catalogue::Catalogue(std::unique_ptr<Columns> columns) : columns_(std::move(columns)) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

uint32_t Catalogue::size() const { return columns_->size; }
std::string_view Catalogue::title() const { return columns_->title; }
std::string_view Catalogue::updated() const { return columns_->updated; }
std::string_view Catalogue::licence() const { return columns_->licence; }
std::string_view Catalogue::url() const { return columns_->url; }
Language Catalogue::language() const { return columns_->language; }

std::string_view Catalogue::id(uint32_t row) const { return record_id(columns_->record(row)); }

Training Catalogue::training(uint32_t row, Arena& arena) const { return read_record(columns_->record(row), arena); }

std::span<const FacetValue> Catalogue::choices(Facet facet) const {
  return values(facet).first(columns_->facet(facet).choices);
}

std::span<const FacetValue> Catalogue::values(Facet facet) const { return columns_->facet(facet).values; }

}  // namespace catalogue
