// SPDX-License-Identifier: MIT
// Answers, piece by piece.
#include "answer_wire.h"

#include "model/buckets.h"

namespace catalogue {
namespace {

void send_counts(Wire& wire, const Answer& answer) {
  for (const Exit& exit : answer.exits) wire.number(exit.total);
  for (const Hidden& hidden : answer.hidden) wire.number(hidden.count);
  for (const HistogramBar& bar : answer.duration) wire.number(bar.count);
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
    for (const std::string_view words : {warning.code, warning.key, warning.value}) wire.words(words);
  }
  for (const Exit& exit : answer.exits) {
    for (const std::string_view words : {exit.kind, exit.key, exit.value, exit.to, exit.query}) wire.words(words);
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
  for (const std::string_view words : {catalogue.title(), catalogue.updated(), catalogue.licence(), catalogue.url()}) wire.words(words);
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto values = catalogue.values(static_cast<Facet>(f));
    wire.number(static_cast<uint32_t>(values.size()));
    for (const FacetValue& value : values) {
      wire.words(value.value);
      wire.words(value.label);
    }
  }
}

void write_error(Wire& wire, const CatalogueReader& reader) {
  for (const std::string_view words : {reader.code(), reader.where(), reader.detail()}) wire.words(words);
}

void write_answer(Wire& wire, const Catalogue& catalogue, const Query& query, const Answer& answer) {
  const size_t sizes[] = {answer.total, answer.page, answer.pages, answer.rows.size(),
                          query.warnings.size(), answer.exits.size(), answer.hidden.size()};
  for (const size_t size : sizes) wire.number(static_cast<uint32_t>(size));
  send_counts(wire, answer);
  send_facets(wire, query, answer);
  wire.words(answer.query);
  for (const uint32_t row : answer.rows) wire.words(catalogue.id(row));
  send_words(wire, query, answer);
}

}  // namespace catalogue
