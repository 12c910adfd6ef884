// SPDX-License-Identifier: MIT
// Builds columns.
#include "model/columns_builder.h"

#include "catalogue/limits.h"
#include "model/buckets.h"
#include "model/facet_labels.h"
#include "model/list_facets.h"
#include "model/overlap.h"
#include "model/record.h"
#include "model/training_rights.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

// A slot of the hash set of ids: row + 1 in the low bits, part of the hash in the others, so that most different ids
// are told apart without reading a record.
constexpr uint32_t kRowBits = 21;
constexpr uint32_t kRowMask = (1u << kRowBits) - 1;
static_assert(kMaxTrainings < kRowMask);

uint32_t id_mark(uint32_t hash, uint32_t row) { return (hash & ~kRowMask) | (row + 1); }

}  // namespace

ColumnsBuilder::ColumnsBuilder(Columns& columns) : columns_(columns) {
  for (size_t f = 0; f < kFacetCount; ++f) {
    builders_[f].start(columns.facets[f], form_of(static_cast<Facet>(f)), columns.strings);
  }
  for (const DurationBucket& bucket : kDurationBuckets) {
    builder(Facet::kDuration).declare(bucket.value);
  }
  columns_.facet(Facet::kDuration).unknown = builder(Facet::kDuration).declare(kUnknownValue);
  columns_.facet(Facet::kDuration).choices = kFirstBar;
  for (size_t i = 0; i < kHistogramBars.size(); ++i) builder(Facet::kDuration).declare("");
  for (const std::string_view right : kRightValues) builder(Facet::kRight).declare(right);
  columns_.facet(Facet::kRight).choices = kRightValues.size();
  columns_.facet(Facet::kLicence).unknown = builder(Facet::kLicence).declare(kUnknownValue);
}

void ColumnsBuilder::reserve(size_t rows) {
  columns_.record_at.reserve(rows);
  columns_.durations.first.reserve(rows + 1);
  for (FacetBuilder& facet : builders_) facet.reserve(rows);
  make_room_for_ids(rows * 2);
}

// Doubles the hash set of ids.
void ColumnsBuilder::make_room_for_ids(size_t slots) {
  size_t count = 64;
  while (count < slots) count *= 2;
  ids_.clear();
  ids_.resize(count);
  for (uint32_t row = 0; row < columns_.size; ++row) {
    const uint32_t hash = hash_bytes(record_id(columns_.record(row)));
    ids_[free_slot(ids_, hash)] = id_mark(hash, row);
  }
}

bool ColumnsBuilder::add_id(const std::string_view& id) {
  if (columns_.size * size_t{2} >= ids_.size()) make_room_for_ids(ids_.size() * 2);
  const size_t mask = ids_.size() - 1;
  const uint32_t hash = hash_bytes(id);
  const uint32_t mark = id_mark(hash, columns_.size);
  size_t slot = hash & mask;
  for (; ids_[slot]; slot = (slot + 1) & mask) {
    if ((ids_[slot] ^ mark) >> kRowBits) continue;
    const uint32_t row = (ids_[slot] & kRowMask) - 1;
    if (record_id(columns_.record(row)) == id) return false;
  }
  ids_[slot] = mark;
  return true;
}

void ColumnsBuilder::add_interval(int32_t min, int32_t max) {
  columns_.durations.min.push_back(min);
  columns_.durations.max.push_back(max);
  const int32_t longest = max == MinuteRange::kOpenEnd ? min : max;
  if (longest > columns_.longest_minutes) columns_.longest_minutes = longest;
  FacetBuilder& facet = builder(Facet::kDuration);
  for (uint16_t i = 0; i < kDurationBuckets.size(); ++i) {
    if (overlaps(min, max, kDurationBuckets[i].range)) facet.add_index(i);
  }
  for (uint16_t i = 0; i < kHistogramBars.size(); ++i) {
    if (overlaps(min, max, kHistogramBars[i])) facet.add_index(kFirstBar + i);
  }
}

void ColumnsBuilder::begin_durations() {
  columns_.durations.first.push_back(static_cast<uint32_t>(columns_.durations.min.size()));
}

void ColumnsBuilder::end_durations() {
  if (columns_.durations.min.size() == columns_.durations.first.back()) {
    builder(Facet::kDuration).add_index(kUnknownDuration);
  }
}

// A training has two values: its licence's family, which visitors choose from, and its id.
bool ColumnsBuilder::add_licence(const Training& training) {
  FacetBuilder& facet = builder(Facet::kLicence);
  const std::string_view name = training.licence.name();
  if (name.empty()) {
    facet.add_index(columns_.facet(Facet::kLicence).unknown);
    add_rights(training_rights(training));
    return true;
  }
  if (!facet.add(name)) return false;
  const Column<uint16_t>& held = columns_.facet(Facet::kLicence).held;
  const uint16_t value = held.back();
  if (value >= licences_.size()) licences_.resize(value + size_t{1});
  if (!licences_[value].is_known) {
    if (!facet.add(licence_family(name))) return false;
    licences_[value] = {held.back(), licence_rights(name), true};
  }
  facet.add_index(licences_[value].family);
  add_rights(licences_[value].rights);
  return true;
}

void ColumnsBuilder::add_rights(uint8_t rights) {
  for (uint16_t i = 0; i < kRightValues.size(); ++i) {
    if (rights >> i & 1) builder(Facet::kRight).add_index(i);
  }
}

bool ColumnsBuilder::add_list(Facet facet, std::span<const std::string_view> list) {
  for (const std::string_view& label : list) {
    if (!builder(facet).add(label)) return false;
  }
  return true;
}

bool ColumnsBuilder::add_texts(const Training& training) {
  for (size_t i = 0; i < std::size(kListFacets); ++i) {
    if (!add_list(kListFacets[i], training.*kTrainingLists[i])) return false;
  }
  return add_licence(training) && builder(Facet::kProvider).add(training.provider);
}

const char* ColumnsBuilder::add(const Training& training) {
  return add_id(training.id) ? add_unique(training) : "duplicate-id";
}

const char* ColumnsBuilder::add_unique(const Training& training) {
  for (FacetBuilder& facet : builders_) facet.begin_row();
  begin_durations();
  for (const Duration& duration : training.durations) {
    if (duration.is_known()) add_interval(duration.min, duration.longest());
  }
  end_durations();
  columns_.has_days |= !training.checked.empty();
  if (!add_texts(training)) return "too-many-values";
  ++columns_.size;
  return nullptr;
}

void ColumnsBuilder::end() {
  ids_.release();
  for (FacetBuilder& facet : builders_) facet.begin_row();
  columns_.durations.first.push_back(static_cast<uint32_t>(columns_.durations.min.size()));
}

void ColumnsBuilder::write_labels(Facet facet) {
  Output label;
  for (FacetValue& value : columns_.facet(facet).values) {
    if (value.value.empty()) continue;  // a bar
    label.clear();
    write_value(label, columns_.language, facet_label(facet, value));
    if (label.view() != value.label) value.label = label.keep(columns_.strings);
  }
}

void ColumnsBuilder::arrange_values() {
  for (; sealed_ < kFacetCount; ++sealed_) {
    const auto facet = static_cast<Facet>(sealed_);
    write_labels(facet);
    builder(facet).arrange(is_fixed_list(facet));
  }
  declare_sets();
}

// Assigns slots to values, those with sets first.
void ColumnsBuilder::declare_sets() {
  SetTable& sets = columns_.sets;
  for (FacetColumn& facet : columns_.facets) {
    if (facet.has_sets()) facet.first_slot = sets.declare(facet.values.size());
  }
  columns_.slots = static_cast<uint32_t>(sets.size());
  for (FacetColumn& facet : columns_.facets) {
    if (facet.has_sets()) continue;
    facet.first_slot = columns_.slots;
    columns_.slots += static_cast<uint32_t>(facet.values.size());
  }
}

void ColumnsBuilder::start_sets() {
  if (!columns_.slots) declare_sets();
  columns_.sets.start(columns_.size);
}

bool ColumnsBuilder::seal_next() {
  const size_t step = sealed_++;
  if (step < kFacetCount) {
    const auto facet = static_cast<Facet>(step);
    write_labels(facet);
    builder(facet).seal(is_fixed_list(facet));
  } else {
    if (step == kFacetCount) start_sets();
    index_facet(columns_.facets[step - kFacetCount], columns_.sets, columns_.size);
  }
  return sealed_ < 2 * kFacetCount;
}

}  // namespace catalogue
