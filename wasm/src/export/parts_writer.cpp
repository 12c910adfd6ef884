// SPDX-License-Identifier: MIT
// Cuts a catalogue into parts.
#include "catalogue/parts.h"
#include "export/lists_writer.h"
#include "filter/order.h"
#include "model/buckets.h"
#include "model/columns_builder.h"
#include "model/record.h"
#include "parts/part_numbers.h"

namespace catalogue {
namespace {

std::string taken(const ByteWriter& writer) { return std::string(writer.view()); }

// Columns whose values are as the catalogue names them, in the order in which it does: not yet arranged for a language.
struct Unarranged {
  explicit Unarranged(const Catalogue& catalogue) {
    ColumnsBuilder builder(columns);
    Arena arena;
    for (uint32_t row = 0; row < catalogue.size(); ++row) {
      arena.clear();
      builder.add_unique(catalogue.training(row, arena));
    }
    builder.end();
  }
  Columns columns;
};

void write_values(ByteWriter& writer, Facet facet, const FacetColumn& column, size_t declared) {
  if (!is_fixed_list(facet)) {
    writer.number(static_cast<uint32_t>(column.values.size() - declared));
    for (size_t i = declared; i < column.values.size(); ++i) writer.text(column.values[i].label);
  }
  std::vector<uint32_t> totals(column.values.size());
  for (const uint16_t value : column.held) ++totals[value];
  for (const uint32_t total : totals) writer.number(total);
}

std::string head(const Catalogue& catalogue, const Columns& unarranged, uint32_t postings_parts) {
  const Columns& columns = catalogue.columns();
  ByteWriter writer;
  writer.number(catalogue.size());
  for (const std::string_view text : {columns.title, columns.updated, columns.licence, columns.url}) writer.text(text);
  writer.number(columns.has_days);
  writer.number(static_cast<uint32_t>(columns.longest_minutes));
  writer.number(columns.longest_record());
  writer.number(postings_parts);
  for (size_t bar = 0; bar < kHistogramBars.size(); ++bar) {
    uint32_t total = 0;
    for (size_t i = 0; i < columns.blocks_per_set(); ++i) total += population(columns.sets.set(bar)[i]);
    writer.number(total);
  }
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    write_values(writer, facet, unarranged.facets[f], facet == Facet::kLicence ? 1 : 0);
  }
  return taken(writer);
}

std::vector<uint32_t> values_of(const FacetColumn& column, uint32_t row) {
  const uint16_t* const held = column.held.data();
  return {held + column.first[row], held + column.first[row + 1]};
}

// As columns_part.h says.
std::vector<uint32_t> minutes_of(const DurationColumn& column, uint32_t row) {
  std::vector<uint32_t> minutes;
  for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
    minutes.push_back(static_cast<uint32_t>(column.min[i]));
    minutes.push_back(column.max[i] == MinuteRange::kOpenEnd ? 0 : static_cast<uint32_t>(column.max[i]) + 1);
  }
  return minutes;
}

std::string columns_part(const Columns& unarranged) {
  ByteWriter writer;
  std::vector<std::vector<uint32_t>> lists(unarranged.size);
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (static_cast<Facet>(f) == Facet::kDuration) continue;
    for (uint32_t row = 0; row < unarranged.size; ++row) lists[row] = values_of(unarranged.facets[f], row);
    write_lists(writer, lists);
  }
  for (uint32_t row = 0; row < unarranged.size; ++row) lists[row] = minutes_of(unarranged.durations, row);
  write_lists(writer, lists);
  return taken(writer);
}

std::string order_part(const Columns& columns, Sort sort) {
  const Column<uint32_t>& order = order_of(columns, sort);
  ByteWriter writer;
  write_planes(writer, {order.data(), order.size()});
  return taken(writer);
}

std::string block(const Columns& columns, uint32_t first) {
  const uint32_t end = first + kBlockRows;
  const size_t last = end < columns.size ? columns.record_at[end] : columns.records.size();
  return std::string(columns.record(first), columns.records.data() + last);
}

}  // namespace

std::vector<std::string> write_parts(const Catalogue& catalogue) {
  const Columns& columns = catalogue.columns();
  const Unarranged unarranged(catalogue);
  std::vector<std::string> parts(kFirstBlockPart);
  for (uint32_t row = 0; row < columns.size; row += kBlockRows) parts.push_back(block(columns, row));
  parts[kHeadPart] = head(catalogue, unarranged.columns, 0);
  parts[kColumnsPart] = columns_part(unarranged.columns);
  if (columns.size == 0) return parts;
  parts[kTitlesPart] = order_part(columns, Sort::kTitle);
  if (columns.has_days) parts[kDaysPart] = order_part(columns, Sort::kChecked);
  return parts;
}

}  // namespace catalogue
