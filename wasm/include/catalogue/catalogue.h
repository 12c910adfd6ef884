// SPDX-License-Identifier: MIT
// The catalogue that is filtered: trainings in columns, and the values of each facet.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/facet.h"
#include "catalogue/language.h"
#include "catalogue/training.h"

namespace catalogue {

// One value of a facet. `value` is what a URL holds (SPDX id, slug, "inconnue", "-60");
// `label` is what a visitor reads, in the catalogue's opening language.
struct FacetValue {
  std::string_view value;
  std::string_view label;
};

struct Columns;  // wasm/src/model: the catalogue's layout in memory

class Catalogue {
 public:
  explicit Catalogue(std::unique_ptr<Columns> columns);
  ~Catalogue();
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;

  uint32_t size() const;
  std::string_view title() const;
  std::string_view updated() const;  // YYYY-MM-DD, or ""
  std::string_view licence() const;  // of the catalogue itself: SPDX id or words, or ""
  std::string_view url() const;      // of the page it came from, or ""
  Language language() const;

  // row: 0 to size()-1, in the order of the source. `id` alone is cheaper than the training.
  std::string_view id(uint32_t row) const;
  Training training(uint32_t row, Arena& arena) const;

  // Every value of a facet in its stable order. Values that no training has are there only for
  // facets with a fixed list (duration buckets, rights).
  std::span<const FacetValue> values(Facet facet) const;
  // The values that visitors choose from: all, but of licences only the families.
  std::span<const FacetValue> choices(Facet facet) const;

  const Columns& columns() const { return *columns_; }

 private:
  std::unique_ptr<Columns> columns_;
};

}  // namespace catalogue
