// SPDX-License-Identifier: MIT
// Which trainings a query selects.
#include "filter/selection.h"

#include "model/buckets.h"
#include "model/columns_builder.h"

namespace catalogue {
namespace {

void add_value(const Columns& columns, const FacetColumn& facet, uint32_t value, Bitset& set) {
  const size_t words = set.size();
  if (facet.has_bits()) {
    const uint64_t* held = facet.bits.data() + value * words;
    for (size_t i = 0; i < words; ++i) set[i] |= held[i];
    return;
  }
  (void)columns;
  for (uint32_t i = facet.posting_first[value]; i < facet.posting_first[value + 1]; ++i) {
    add_row(set, facet.postings[i]);
  }
}

bool is_bucket(const MinuteRange& range) {
  for (const DurationBucket& bucket : kDurationBuckets) {
    if (bucket.range == range) return true;
  }
  return false;
}

Bitset select_rights(const Columns& columns, const Query& query) {
  constexpr auto kRight = static_cast<size_t>(Facet::kRight);
  const FacetColumn& rights = columns.facet(Facet::kRight);
  if (!query.unknown[kRight].empty()) return Bitset(columns.words_per_set());
  Bitset set = full_set(columns.size);
  for (const uint32_t right : query.selected[kRight]) {
    const uint64_t* held = rights.bits.data() + right * set.size();
    for (size_t i = 0; i < set.size(); ++i) set[i] &= held[i];
  }
  return set;
}

}  // namespace

uint32_t Parts::count() const {
  uint32_t count = 0;
  for (const uint64_t* set : sets) count += set != nullptr;
  return count;
}

void add_overlapping(const Columns& columns, const MinuteRange& range, Bitset& set) {
  const DurationColumn& column = columns.durations;
  uint32_t next = 0;
  for (uint32_t row = 0; row < columns.size; ++row) {
    const uint32_t end = column.first[row + 1];
    bool is_match = false;
    for (; next < end; ++next) is_match |= overlaps(column.min[next], column.max[next], range);
    set[row / 64] |= uint64_t{is_match} << (row % 64);
  }
}

Bitset select_facet(const Columns& columns, const Query& query, Facet facet) {
  if (facet == Facet::kRight) return select_rights(columns, query);
  Bitset set(columns.words_per_set());
  for (const uint32_t value : query.selected[static_cast<size_t>(facet)]) {
    add_value(columns, columns.facet(facet), value, set);
  }
  if (facet != Facet::kDuration) return set;
  for (const MinuteRange& range : query.durations) {
    if (!is_bucket(range)) add_overlapping(columns, range, set);
  }
  return set;
}

Parts select_parts(const Columns& columns, const Query& query) {
  Parts parts;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (!query.selects(facet)) continue;
    parts.owned[f] = select_facet(columns, query, facet);
    // A catalogue without trainings has sets without words, which say something all the same.
    parts.owned[f].push_back(0);
    parts.sets[f] = parts.owned[f].data();
  }
  return parts;
}

Masks intersect(const Columns& columns, const Parts& parts) {
  Masks masks;
  masks.all = full_set(columns.size);
  const size_t words = masks.all.size();
  const bool is_alone = parts.count() == 1;
  Bitset missed_once(words);
  Bitset missed_twice(words);
  for (const uint64_t* set : parts.sets) {
    if (!set) continue;
    for (size_t i = 0; i < words; ++i) {
      const uint64_t missed = masks.all[i] & ~set[i];
      missed_twice[i] |= missed_once[i] & missed;
      missed_once[i] |= missed;
    }
  }
  for (size_t part = 0; part < kPartCount; ++part) {
    if (!parts.sets[part] || is_alone) continue;
    Bitset without(words);
    for (size_t i = 0; i < words; ++i) {
      const uint64_t only_this = missed_once[i] & ~missed_twice[i] & ~parts.sets[part][i];
      without[i] = (masks.all[i] & ~missed_once[i]) | only_this;
    }
    masks.without[part] = std::move(without);
  }
  for (size_t part = 0; part < kPartCount; ++part) {
    if (parts.sets[part] && is_alone) masks.without[part] = full_set(columns.size);
    masks.totals_without[part] = population(masks.without[part]);
  }
  for (size_t i = 0; i < words; ++i) masks.all[i] &= ~missed_once[i];
  masks.total = population(masks.all);
  return masks;
}

uint32_t count_common(const Columns& columns, const Parts& parts, uint32_t left_out) {
  Bitset common = full_set(columns.size);
  for (size_t part = 0; part < kPartCount; ++part) {
    if (!parts.sets[part] || (left_out >> part & 1)) continue;
    for (size_t i = 0; i < common.size(); ++i) common[i] &= parts.sets[part][i];
  }
  return population(common);
}

}  // namespace catalogue
