// SPDX-License-Identifier: MIT
// Answers, piece by piece.
#include "answer_wire.h"

#include "model/buckets.h"
#include "model/columns.h"

namespace catalogue {
namespace {

void send_counts(Wire& wire, const Answer& answer) {
  for (const Exit& exit : answer.exits) wire.number(exit.total);
  for (const Hidden& hidden : answer.hidden) wire.number(hidden.count);
  wire.numbers(answer.bars);
}

void send_facets(Wire& wire, const Query& query, const Answer& answer) {
  for (size_t f = 0; f < kFacetCount; ++f) {
    wire.numbers(answer.counts[f]);
    wire.number(static_cast<uint32_t>(query.selected[f].size()));
    wire.numbers(query.selected[f]);
  }
}

void send_words(Wire& wire, const Query& query, const Answer& answer) {
  for (const Warning& warning : query.warnings) {
    wire.words(warning.code);
    wire.words(warning.key);
    wire.words(warning.value);
  }
  for (const Exit& exit : answer.exits) {
    wire.words(exit.kind);
    wire.words(exit.key);
    wire.words(exit.value);
    wire.words(exit.to);
    wire.words(exit.query);
  }
  for (const Hidden& hidden : answer.hidden) {
    wire.words(hidden.key);
    wire.words(hidden.query);
  }
}

}  // namespace

void write_description(Wire& wire, const Catalogue& catalogue) {
  wire.number(catalogue.size());
  wire.number(kHistogramBars.size());
  for (const MinuteRange& bar : kHistogramBars) {
    wire.number(static_cast<uint32_t>(bar.min));
    wire.number(bar.max == MinuteRange::kOpenEnd ? UINT32_MAX : static_cast<uint32_t>(bar.max));
  }
  const Columns& columns = catalogue.columns();
  wire.words(columns.title);
  wire.words(columns.updated);
  wire.words(columns.licence);
  wire.words(columns.url);
  for (size_t f = 0; f < kFacetCount; ++f) {
    const Column<FacetValue>& values = columns.facets[f].values;
    wire.number(static_cast<uint32_t>(values.size()));
    for (const FacetValue& value : values) {
      wire.words(value.value);
      wire.words(value.label);
    }
  }
}

void write_error(Wire& wire, const CatalogueReader& reader) {
  wire.words(reader.code());
  wire.words(reader.where());
  wire.words(reader.detail());
}

void write_answer(Wire& wire, const Catalogue& catalogue, const Query& query, const Answer& answer) {
  const size_t sizes[] = {answer.total,          answer.page,         answer.pages,        answer.rows.size(),
                          query.warnings.size(), answer.exits.size(), answer.hidden.size()};
  for (const size_t size : sizes) wire.number(static_cast<uint32_t>(size));
  send_counts(wire, answer);
  send_facets(wire, query, answer);
  wire.words(answer.query);
  for (const uint32_t row : answer.rows) wire.words(catalogue.id(row));
  send_words(wire, query, answer);
}

}  // namespace catalogue
