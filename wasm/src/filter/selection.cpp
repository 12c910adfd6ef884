// SPDX-License-Identifier: MIT
// Which trainings a query selects.
#include "filter/selection.h"

#include "filter/tally.h"
#include "model/overlap.h"

namespace catalogue {
namespace {

void add_value(const Columns& columns, const FacetColumn& facet, uint32_t value, uint64_t* set) {
  if (facet.has_sets()) {
    const size_t blocks = columns.blocks_per_set();
    const uint64_t* const held = columns.sets.set(facet.first_slot + value);
    for (size_t i = 0; i < blocks; ++i) set[i] |= held[i];
    return;
  }
  for (uint32_t i = facet.posting_first[value]; i < facet.posting_first[value + 1]; ++i) {
    add_row(set, facet.postings[i]);
  }
}

// Trainings that grant all the selected rights.
void keep_rights(const SetTable& sets, uint32_t first, std::span<const uint32_t> selected, uint64_t* set) {
  for (size_t i = 0; i < sets.blocks(); ++i) {
    uint64_t block = ~uint64_t{0};
    for (const uint32_t right : selected) block &= sets.set(first + right)[i];
    set[i] = block;
  }
}

// A part that restricts the trainings, and where intersect() puts its results.
struct ActivePart {
  const uint64_t* set;
  uint64_t* only;
  uint32_t* only_total;
};

// Lists the active parts. Returns the end of the list.
const ActivePart* list_active(const Parts& parts, Masks& masks, ActivePart* next, Arena& arena) {
  for (size_t part = 0; part < kPartCount; ++part) {
    if (!parts[part]) continue;
    auto* const only = arena.take<uint64_t>(masks.blocks);
    masks.only[part] = only;
    *next++ = {parts[part], only, &masks.only_total[part]};
  }
  return next;
}

}  // namespace

uint32_t bucket_of(const MinuteRange& range) {
  uint32_t i = 0;
  while (i < kDurationBuckets.size() && kDurationBuckets[i].range != range) ++i;
  return i;
}

const uint64_t* select_facet(const Columns& columns, const Query& query, Facet facet, Arena& arena) {
  const auto f = static_cast<size_t>(facet);
  const FacetColumn& column = columns.facets[f];
  const size_t blocks = columns.blocks_per_set();
  const std::span<const uint32_t> selected = query.selected[f];
  const bool is_fixed = facet != Facet::kDuration || query.durations.size() + query.unknown_duration == selected.size();
  if (facet == Facet::kRight && !query.unknown[f].empty()) return arena.make_first<uint64_t>(blocks);
  if (selected.size() == 1 && is_fixed && column.has_sets()) {
    return columns.sets.set(column.first_slot + selected[0]);
  }
  uint64_t* const set = arena.make_first<uint64_t>(blocks);
  if (facet == Facet::kRight) {
    keep_rights(columns.sets, column.first_slot, selected, set);
    return set;
  }
  for (const uint32_t value : selected) add_value(columns, column, value, set);
  if (is_fixed) return set;
  for (const MinuteRange& range : query.durations) {
    if (!is_bucket(range)) add_range(columns, range, set, arena);
  }
  return set;
}

Parts select_parts(const Columns& columns, const Query& query, Arena& arena) {
  Parts parts = {};
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (query.selects(facet)) parts[f] = select_facet(columns, query, facet, arena);
  }
  return parts;
}

Masks intersect(const Columns& columns, const Parts& parts, Arena& arena) {
  Masks masks;
  masks.parts = parts;
  const size_t blocks = masks.blocks = columns.blocks_per_set();
  auto* const all = arena.take<uint64_t>(blocks);
  masks.all = all;
  ActivePart active[kPartCount];
  const ActivePart* const end = list_active(parts, masks, active, arena);
  for (size_t i = 0; i < blocks; ++i) {
    uint64_t missed = 0;
    uint64_t missed_twice = 0;
    for (const ActivePart* part = active; part != end; ++part) {
      const uint64_t misses = ~part->set[i];
      missed_twice |= missed & misses;
      missed |= misses;
    }
    const uint64_t full = full_block(columns.size, i);
    all[i] = full & ~missed;
    const uint64_t missed_once = full & missed & ~missed_twice;
    for (const ActivePart* part = active; part != end; ++part) part->only[i] = missed_once & ~part->set[i];
  }
  masks.total = common_population(all, all, blocks);
  for (const ActivePart* part = active; part != end; ++part)
    *part->only_total = common_population(part->only, part->only, blocks);
  return masks;
}

uint32_t count_common(const Columns& columns, const Parts& parts, uint32_t ignored) {
  uint32_t total = 0;
  for (size_t i = 0; i < columns.blocks_per_set(); ++i) {
    uint64_t common = full_block(columns.size, i);
    for (size_t part = 0; part < kPartCount; ++part) {
      if (parts[part] && !(ignored >> part & 1)) common &= parts[part][i];
    }
    total += population(common);
  }
  return total;
}

}  // namespace catalogue
