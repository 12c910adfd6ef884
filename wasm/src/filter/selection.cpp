// SPDX-License-Identifier: MIT
// Which trainings a query selects.
#include "filter/selection.h"

#include "model/buckets.h"
#include "model/overlap.h"

namespace catalogue {
namespace {

void add_value(const FacetColumn& facet, uint32_t value, uint64_t* set, size_t words) {
  if (facet.has_bits()) {
    const uint64_t* held = facet.bits.data() + value * words;
    for (size_t i = 0; i < words; ++i) set[i] |= held[i];
    return;
  }
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

// Each right is needed.
void keep_rights(const FacetColumn& rights, std::span<const uint32_t> selected, uint64_t* set, size_t words) {
  for (size_t i = 0; i < words; ++i) {
    uint64_t word = ~uint64_t{0};
    for (const uint32_t right : selected) word &= rights.bits[right * words + i];
    set[i] = word;
  }
}

}  // namespace

const uint64_t* select_facet(const Columns& columns, const Query& query, Facet facet, Arena& arena) {
  const auto f = static_cast<size_t>(facet);
  const FacetColumn& column = columns.facets[f];
  const size_t words = columns.words_per_set();
  const std::span<const uint32_t> selected = query.selected[f];
  size_t ranges = 0;
  if (facet == Facet::kDuration) {
    for (const MinuteRange& range : query.durations) ranges += !is_bucket(range);
  }
  if (facet == Facet::kRight && !query.unknown[f].empty()) return arena.make<uint64_t>(words + 1).data();
  if (selected.size() == 1 && ranges == 0 && column.has_bits() && words) {
    return column.bits.data() + selected[0] * words;
  }
  uint64_t* const set = arena.make<uint64_t>(words + 1).data();
  if (facet == Facet::kRight) {
    keep_rights(column, selected, set, words);
    return set;
  }
  for (const uint32_t value : selected) add_value(column, value, set, words);
  if (ranges == 0) return set;
  for (const MinuteRange& range : query.durations) {
    if (!is_bucket(range)) add_overlapping(columns, range, set);
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
  const size_t words = masks.words = columns.words_per_set();
  const auto all = arena.make<uint64_t>(words + 1).data();
  masks.all = all;
  const uint64_t* sets[kPartCount];
  uint64_t* only[kPartCount];
  uint32_t totals[kPartCount] = {};
  size_t count = 0;
  for (size_t part = 0; part < kPartCount; ++part) {
    if (!parts[part]) continue;
    masks.only[part] = only[count] = arena.make<uint64_t>(words + 1).data();
    sets[count++] = parts[part];
  }
  for (size_t i = 0; i < words; ++i) {
    uint64_t missed = 0;
    uint64_t missed_twice = 0;
    for (size_t p = 0; p < count; ++p) {
      missed_twice |= missed & ~sets[p][i];
      missed |= ~sets[p][i];
    }
    const uint64_t full = full_word(columns.size, i);
    all[i] = full & ~missed;
    masks.total += population(all[i]);
    const uint64_t missed_once = full & missed & ~missed_twice;
    if (!missed_once) continue;
    for (size_t p = 0; p < count; ++p) {
      only[p][i] = missed_once & ~sets[p][i];
      totals[p] += population(only[p][i]);
    }
  }
  for (size_t part = kPartCount; part-- > 0;) {
    if (parts[part]) masks.only_total[part] = totals[--count];
  }
  return masks;
}

uint32_t count_common(const Columns& columns, const Parts& parts, uint32_t left_out) {
  uint32_t total = 0;
  for (size_t i = 0; i < columns.words_per_set(); ++i) {
    uint64_t common = full_word(columns.size, i);
    for (size_t part = 0; part < kPartCount; ++part) {
      if (parts[part] && !(left_out >> part & 1)) common &= parts[part][i];
    }
    total += population(common);
  }
  return total;
}

}  // namespace catalogue
