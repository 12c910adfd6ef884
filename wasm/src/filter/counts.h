// SPDX-License-Identifier: MIT
// How many of the trainings that match hold each value of a facet.
#pragma once

#include <cstdint>
#include <span>

#include "catalogue/answer.h"
#include "filter/selection.h"
#include "model/columns.h"

namespace catalogue {

// Counts over what all the parts have in common, and for a facet that is selected in, over what it
// alone keeps out. Each of the two takes the cheaper of the exact ways: training by training, or set
// against set. Where all the other parts are one value, its counts are kept from one query to the next.
class Counter {
 public:
  Counter(const Columns& columns, const Masks& masks, Arena& arena)
      : columns_(columns), masks_(masks), arena_(arena), all_{masks.all, masks.total} {}

  // counts[i]: trainings that hold value i of facet `f` and match all the other facets (for rights:
  // and the rights).
  std::span<const uint32_t> count(size_t f);

  // The bars of the duration histogram, its own facet left aside.
  std::span<const uint32_t> bars();

 private:
  struct Rows {
    const uint64_t* set = nullptr;
    uint32_t total = 0;
    std::span<const uint32_t> list = {};  // one by one, once that was asked for
  };

  std::span<const uint32_t> list(Rows& rows);
  void add_held(const FacetColumn& facet, Rows& rows);
  void add_sets(Rows& rows, size_t first, size_t count);
  uint32_t* count_all();
  const uint32_t* counts_over(const uint64_t* set);
  const uint32_t* count_without(size_t part, size_t first, size_t count, const FacetColumn* held);

  const Columns& columns_;
  const Masks& masks_;
  Arena& arena_;
  Rows all_;
  uint32_t* counts_ = nullptr;  // in the slots of Columns, once they were asked for
};

}  // namespace catalogue
