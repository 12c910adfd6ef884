// SPDX-License-Identifier: MIT
// Reads the values of some trainings, and counts them.
#include "parts/values_part.h"

#include "catalogue/limits.h"
#include "model/buckets.h"
#include "parts/held_value.h"
#include "parts/lists.h"
#include "parts/part_numbers.h"

namespace catalogue {

const char* read_values_part(std::string_view part, Columns& columns, const ColumnsBuilder& builder) {
  ByteReader reader(part);
  const uint32_t count = reader.number_up_to(columns.size);
  Planes gaps;
  gaps.find(reader, count);
  Lists lists[kFacetCount];
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (static_cast<Facet>(f) != Facet::kRight) lists[f].find(reader, count, kMaxListLength);
  }
  if (reader.has_failed() || reader.left()) return kInvalidPart;
  KnownValues& known = columns.known;
  uint32_t row = 0;
  for (uint32_t i = 0; i < count; ++i, ++row) {
    const uint32_t gap = gaps[i];
    if (gap >= columns.size - row) return kInvalidPart;
    row += gap;
    known.first[row] = static_cast<uint32_t>(known.slots.size());
    for (size_t f = 0; f < kFacetCount; ++f) {
      if (static_cast<Facet>(f) == Facet::kRight) continue;
      for (const uint32_t written : lists[f].of(reader, i)) {
        HeldValue held;
        if (!find_value(columns, builder, static_cast<Facet>(f), written, held)) return kInvalidPart;
        known.slots.push_back(columns.facet(held.facet).first_slot + held.value);
      }
    }
    known.slots.push_back(KnownValues::kEnd);
  }
  return reader.has_failed() ? kInvalidPart : nullptr;
}

Counts count_known(const Columns& columns, const Query&, const Masks& masks, Arena& arena) {
  const KnownValues& known = columns.known;
  auto* const counts = arena.make_first<uint32_t>(columns.slots);
  known.lacks_some = false;
  for_each_row(masks.all, masks.blocks, [&](uint32_t row) {
    known.lacks_some |= !known.first[row];
    for (const uint32_t* slot = &known.slots[known.first[row]]; *slot != KnownValues::kEnd; ++slot) ++counts[*slot];
  });
  Counts by_facet;
  for (size_t f = 0; f < kFacetCount; ++f)
    by_facet.facets[f] = {counts + columns.facets[f].first_slot, columns.facets[f].values.size()};
  by_facet.bars = by_facet.facets[static_cast<size_t>(Facet::kDuration)].subspan(kFirstBar);
  return by_facet;
}

}  // namespace catalogue
