// SPDX-License-Identifier: MIT
// Reads columns.
#include "parts/columns_part.h"

#include <algorithm>

#include "catalogue/limits.h"
#include "parts/held_value.h"

namespace catalogue {
namespace {

constexpr uint32_t kRowsPerStep = 1 << 12;

}  // namespace

ColumnsPart::ColumnsPart(std::string_view part, Columns& columns, ColumnsBuilder& builder)
    : reader_(part), columns_(columns), builder_(builder) {}

bool ColumnsPart::read_values(Facet facet, std::span<const uint32_t> list) {
  builder_.builder(facet).begin_row();
  if (facet == Facet::kLicence) builder_.builder(Facet::kRight).begin_row();
  for (const uint32_t written : list) {
    HeldValue held;
    if (!find_value(columns_, builder_, facet, written, held)) return false;
    columns_.facet(held.facet).held.push_back(static_cast<uint16_t>(held.value));
  }
  return true;
}

bool ColumnsPart::read_efforts() {
  // Each is two bytes or more.
  const uint32_t count = reader_.number_up_to(static_cast<uint32_t>(reader_.left()));
  least_.find(reader_, count);
  spans_.find(reader_, count);
  for (uint32_t i = 0; i < spans_.size(); ++i)
    if (least_[i] > kMaxMinutes || spans_[i] > kMaxMinutes + 1 - least_[i]) return false;
  return true;
}

bool ColumnsPart::read_durations(std::span<const uint32_t> held) {
  builder_.builder(Facet::kDuration).begin_row();
  builder_.begin_durations();
  for (const uint32_t effort : held) {
    if (effort >= least_.size()) return false;
    const auto least = static_cast<int32_t>(least_[effort]);
    const auto span = static_cast<int32_t>(spans_[effort]);
    builder_.add_interval(least, span ? least + span - 1 : MinuteRange::kOpenEnd);
  }
  builder_.end_durations();
  return true;
}

// The next trainings of the lists of `facet_`.
bool ColumnsPart::read_rows() {
  const bool are_durations = facet_ == kFacetCount;
  if (row_ == 0) {
    lists_ = {};
    if (are_durations && !read_efforts()) return false;
    lists_.find(reader_, columns_.size, kMaxListLength);
  }
  for (const uint32_t end = std::min(columns_.size, row_ + kRowsPerStep); row_ < end; ++row_) {
    const std::span<const uint32_t> list = lists_.of(reader_, row_);
    if (!(are_durations ? read_durations(list) : read_values(static_cast<Facet>(facet_), list))) return false;
  }
  return !reader_.has_failed();
}

bool ColumnsPart::has_true_totals() const {
  bool are_true = true;
  for (size_t f = 0; f < kFacetCount; ++f) are_true &= builder_.builder(static_cast<Facet>(f)).has_true_totals();
  return are_true;
}

ColumnsPart::State ColumnsPart::step() {
  if (is_sealed_) return columns_.ranges.build_next(columns_) ? State::kMore : State::kDone;
  if (facet_ > kFacetCount) {
    is_sealed_ = !builder_.seal_next();
    return State::kMore;
  }
  // Rights come with licences, and the presets of durations follow from their minutes, which come last.
  const auto facet = static_cast<Facet>(facet_);
  if (facet != Facet::kDuration && facet != Facet::kRight) {
    if (!read_rows()) return State::kInvalid;
    if (row_ < columns_.size) return State::kMore;
    row_ = 0;
  }
  if (facet_++ < kFacetCount) return State::kMore;
  if (reader_.left()) return State::kInvalid;
  builder_.end();
  return has_true_totals() ? State::kMore : State::kDisagrees;
}

}  // namespace catalogue
