// SPDX-License-Identifier: MIT
// From trainings to columns.
#include "model/columns_builder.h"

#include "catalogue/licence_table.h"
#include "model/buckets.h"
#include "model/facet_labels.h"
#include "model/record.h"

namespace catalogue {
namespace {

bool is_fixed_list(Facet facet) { return facet == Facet::kDuration || facet == Facet::kRight; }

}  // namespace

ColumnsBuilder::ColumnsBuilder(Columns& columns)
    : columns_(columns),
      builders_{{{columns.facets[0], form_of(Facet{0})},
                 {columns.facets[1], form_of(Facet{1})},
                 {columns.facets[2], form_of(Facet{2})},
                 {columns.facets[3], form_of(Facet{3})},
                 {columns.facets[4], form_of(Facet{4})},
                 {columns.facets[5], form_of(Facet{5})},
                 {columns.facets[6], form_of(Facet{6})}}} {
  for (const DurationBucket& bucket : kDurationBuckets) {
    builder(Facet::kDuration).declare(bucket.value, {});
  }
  columns_.facet(Facet::kDuration).unknown = builder(Facet::kDuration).declare(kUnknownValue, {});
  for (const std::string_view right : kRightValues) builder(Facet::kRight).declare(right, {});
  columns_.facet(Facet::kLicence).unknown = builder(Facet::kLicence).declare(kUnknownValue, {});
  rights_.push_back(0);
}

void ColumnsBuilder::reserve(size_t rows) {
  columns_.record_at.reserve(rows);
  columns_.durations.first.reserve(rows + 1);
  for (FacetBuilder& facet : builders_) facet.reserve(rows);
}

bool ColumnsBuilder::is_in_use(uint32_t row, std::string_view id) const {
  return record_id(columns_.record(row)) == id;
}

void ColumnsBuilder::grow_ids() {
  Column<uint32_t> old = std::move(ids_);
  ids_ = Column<uint32_t>(old.empty() ? 64 : old.size() * 2);
  const size_t mask = ids_.size() - 1;
  for (uint32_t row = 0; row < columns_.size; ++row) {
    size_t slot = hash_bytes(record_id(columns_.record(row))) & mask;
    while (ids_[slot]) slot = (slot + 1) & mask;
    ids_[slot] = row + 1;
  }
}

bool ColumnsBuilder::add_id(std::string_view id) {
  if (columns_.size * size_t{2} >= ids_.size()) grow_ids();
  const size_t mask = ids_.size() - 1;
  size_t slot = hash_bytes(id) & mask;
  for (; ids_[slot]; slot = (slot + 1) & mask) {
    if (is_in_use(ids_[slot] - 1, id)) return false;
  }
  ids_[slot] = columns_.size + 1;
  return true;
}

void ColumnsBuilder::add_durations(const Training& training) {
  DurationColumn& column = columns_.durations;
  FacetBuilder& facet = builder(Facet::kDuration);
  const size_t first = column.min.size();
  column.first.push_back(static_cast<uint32_t>(first));
  for (const Duration& duration : training.durations) {
    if (!duration.is_known()) continue;
    column.min.push_back(duration.min);
    column.max.push_back(duration.max);
    for (uint16_t i = 0; i < kDurationBuckets.size(); ++i) {
      if (overlaps(duration.min, duration.max, kDurationBuckets[i].range)) facet.add_index(i);
    }
  }
  if (column.min.size() == first) facet.add_index(kUnknownDuration);
}

bool ColumnsBuilder::add_licence(std::string_view id) {
  FacetBuilder& facet = builder(Facet::kLicence);
  if (id.empty()) {
    facet.add_index(columns_.facet(Facet::kLicence).unknown);
    return true;
  }
  if (!facet.add(id)) return false;
  const FacetColumn& licences = columns_.facet(Facet::kLicence);
  const uint16_t value = licences.held.back();
  if (value == rights_.size()) rights_.push_back(licence_rights(id));
  for (uint16_t i = 0; i < kRightValues.size(); ++i) {
    if (rights_[value] & (1 << i)) builder(Facet::kRight).add_index(i);
  }
  return true;
}

bool ColumnsBuilder::add_words(const Training& training) {
  bool has_room = add_licence(training.licence.id);
  for (const auto words : training.modalities) has_room &= builder(Facet::kModality).add(words);
  for (const auto words : training.themes) has_room &= builder(Facet::kTheme).add(words);
  for (const auto words : training.languages) has_room &= builder(Facet::kLanguage).add(words);
  return has_room && builder(Facet::kProvider).add(training.provider);
}

std::string_view ColumnsBuilder::add(const Training& training) {
  if (!add_id(training.id)) return "duplicate-id";
  for (FacetBuilder& facet : builders_) facet.begin_row();
  add_durations(training);
  if (!add_words(training)) return "too-many-values";
  ++columns_.size;
  return {};
}

void ColumnsBuilder::index_bars() {
  const size_t words = columns_.words_per_set();
  const DurationColumn& column = columns_.durations;
  columns_.bars.resize(words * kHistogramBars.size());
  for (uint32_t row = 0; row < columns_.size; ++row) {
    for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
      for (size_t bar = 0; bar < kHistogramBars.size(); ++bar) {
        if (!overlaps(column.min[i], column.max[i], kHistogramBars[bar])) continue;
        columns_.bars[bar * words + row / 64] |= uint64_t{1} << (row % 64);
      }
    }
  }
}

bool ColumnsBuilder::seal_next() {
  if (sealed_ < kFacetCount) {
    const auto facet = static_cast<Facet>(sealed_);
    Output label;
    for (FacetValue& value : columns_.facet(facet).values) {
      label.clear();
      write_value(label, columns_.language, facet_label(facet, value));
      value.label = label.view();
    }
    builders_[sealed_].seal(is_fixed_list(facet));
  } else if (sealed_ < 2 * kFacetCount) {
    index_facet(columns_.facets[sealed_ - kFacetCount], columns_.size);
  } else {
    ids_.release();
    columns_.durations.first.push_back(static_cast<uint32_t>(columns_.durations.min.size()));
    index_bars();
    return false;
  }
  ++sealed_;
  return true;
}

}  // namespace catalogue
