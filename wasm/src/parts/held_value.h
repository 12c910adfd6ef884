// SPDX-License-Identifier: MIT
// How the lists of a part (lists.h) name a value.
#pragma once

#include <cstdint>

#include "model/columns_builder.h"

namespace catalogue {

struct HeldValue {
  Facet facet;
  uint32_t value;  // index in FacetColumn::values
};

// `written`, in the lists of `facet`: an index into its values as the head has them. Rights, which mostly follow from
// licences, are in the lists of these, numbered on from the last licence. False when there is no such value.
inline bool find_value(const Columns& columns, const ColumnsBuilder& builder, Facet facet, uint32_t written,
                       HeldValue& found) {
  const uint32_t licences = builder.builder(Facet::kLicence).written();
  const bool is_right = facet == Facet::kLicence && written >= licences;
  found.facet = is_right ? Facet::kRight : facet;
  found.value = is_right ? written - licences : builder.builder(facet).arranged(written);
  return found.value < columns.facet(found.facet).values.size();
}

}  // namespace catalogue
