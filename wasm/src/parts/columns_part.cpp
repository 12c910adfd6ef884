// SPDX-License-Identifier: MIT
// Reads columns.
#include "parts/columns_part.h"

#include "catalogue/limits.h"
#include "filter/counts.h"
#include "filter/tally.h"
#include "model/buckets.h"
#include "parts/lists.h"

namespace catalogue {

ColumnsPart::ColumnsPart(std::string_view part, Columns& columns, ColumnsBuilder& builder)
    : reader_(part), columns_(columns), builder_(builder) {}

bool ColumnsPart::add_value(Facet facet, uint32_t written) {
  FacetColumn& column = columns_.facet(facet);
  const uint32_t value = builder_.builder(facet).arranged(written);
  if (value >= column.values.size()) return false;
  column.held.push_back(static_cast<uint16_t>(value));
  return true;
}

bool ColumnsPart::read_facet(Facet facet) {
  Lists lists;
  if (!lists.read(reader_, columns_.size, kMaxListLength)) return false;
  const uint32_t values = facet == Facet::kLicence ? builder_.builder(facet).written() : UINT32_MAX;
  for (uint32_t row = 0; row < columns_.size; ++row) {
    builder_.builder(facet).begin_row();
    if (facet == Facet::kLicence) builder_.builder(Facet::kRight).begin_row();
    for (const uint32_t written : lists.of(row)) {
      if (!(written < values ? add_value(facet, written) : add_value(Facet::kRight, written - values))) return false;
    }
  }
  return true;
}

bool ColumnsPart::read_durations() {
  Lists lists;
  if (!lists.read(reader_, columns_.size, 2 * kMaxListLength)) return false;
  FacetBuilder& facet = builder_.builder(Facet::kDuration);
  for (uint32_t row = 0; row < columns_.size; ++row) {
    facet.begin_row();
    builder_.begin_durations();
    const std::span<const uint32_t> minutes = lists.of(row);
    if (minutes.size() % 2) return false;
    for (size_t i = 0; i < minutes.size(); i += 2) {
      const uint32_t min = minutes[i];
      const uint32_t end = minutes[i + 1];
      if (min > kMaxMinutes || end > kMaxMinutes + 1 || (end && end <= min)) return false;
      builder_.add_interval(static_cast<int32_t>(min), end ? static_cast<int32_t>(end - 1) : MinuteRange::kOpenEnd);
    }
    builder_.end_durations();
  }
  return !reader_.left();
}

bool ColumnsPart::has_true_totals() const {
  bool are_true = true;
  for (size_t f = 0; f < kFacetCount; ++f) are_true &= builder_.builder(static_cast<Facet>(f)).has_true_totals();
  return are_true;
}

// Whether the histogram of the head is that of the durations.
bool ColumnsPart::has_true_bars() const {
  const size_t blocks = columns_.blocks_per_set();
  const std::span<const uint32_t> bars = kept_bars(columns_);
  for (size_t i = 0; i < bars.size(); ++i) {
    const uint64_t* const set = columns_.sets.set(i);
    if (common_population(set, set, blocks) != bars[i]) return false;
  }
  return true;
}

ColumnsPart::State ColumnsPart::step() {
  const size_t f = facet_++;
  const auto facet = static_cast<Facet>(f);
  // Rights come with licences, and the presets of durations follow from their minutes, which come last.
  if (f < kFacetCount && facet != Facet::kDuration && facet != Facet::kRight) {
    if (!read_facet(facet)) return State::kInvalid;
  } else if (f == kFacetCount) {
    if (!read_durations()) return State::kInvalid;
    builder_.end();
    return has_true_totals() ? State::kMore : State::kDisagrees;
  }
  if (f < kFacetCount) return State::kMore;
  if (builder_.seal_next()) return State::kMore;
  return has_true_bars() ? State::kDone : State::kDisagrees;
}

}  // namespace catalogue
