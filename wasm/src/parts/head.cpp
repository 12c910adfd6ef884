// SPDX-License-Identifier: MIT
// Reads the head.
#include "parts/head.h"

#include "catalogue/limits.h"
#include "filter/counts.h"
#include "memory/byte_reader.h"
#include "parts/part_numbers.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

// Kept by the catalogue.
std::string_view read_text(ByteReader& reader, Columns& columns) {
  const std::string_view text = reader.text();
  if (text.size() > kMaxStringBytes || !is_utf8(text)) reader.fail();
  return columns.strings.keep(text);
}

void read_labels(ByteReader& reader, FacetBuilder& facet) {
  for (uint32_t left = reader.number_up_to(kMaxFacetValues); left && !reader.has_failed(); --left) {
    const std::string_view label = reader.text();
    if (label.size() > kMaxStringBytes || !is_utf8(label) || !facet.add_value(label)) reader.fail();
  }
}

Column<uint32_t> read_totals(ByteReader& reader, size_t count, uint32_t rows) {
  Column<uint32_t> totals;
  for (size_t i = 0; i < count; ++i) totals.push_back(reader.number_up_to(rows));
  return totals;
}

}  // namespace

const char* read_head(std::string_view part, Columns& columns, ColumnsBuilder& builder, BlockSets& blocks,
                      TextPartCounts& text) {
  ByteReader reader(part);
  columns.size = reader.number_up_to(kMaxTrainings);
  for (const auto text : {&Columns::title, &Columns::updated, &Columns::licence, &Columns::url})
    columns.*text = read_text(reader, columns);
  columns.has_days = reader.number_up_to(1);
  columns.longest_minutes = static_cast<int32_t>(reader.number_up_to(kMaxMinutes));
  columns.longest = reader.number_up_to(kMaxCatalogueBytes);
  text.postings = reader.number_up_to(kMaxTrainings);
  text.groups = reader.number_up_to(kMaxTrainings);
  blocks.read(reader);
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (!is_fixed_list(facet)) read_labels(reader, builder.builder(facet));
    columns.facets[f].totals = read_totals(reader, columns.facets[f].values.size(), columns.size);
  }
  if (reader.has_failed() || reader.left() || columns.longest == 0) return kInvalidPart;
  builder.arrange_values();
  blocks.start();
  keep_totals(columns);
  return nullptr;
}

}  // namespace catalogue
