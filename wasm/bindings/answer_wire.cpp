// SPDX-License-Identifier: MIT
// Messages, field by field. web/core/answer-wire.ts and trainings.ts follow this order.
#include "answer_wire.h"

#include "model/buckets.h"
#include "model/columns.h"
#include "model/training_rights.h"
#include "training_members.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

template <typename Items>
void write_count(Wire& wire, const Items& items) {
  wire.number(static_cast<uint32_t>(items.size()));
}

void write_warnings(Wire& wire, std::span<const Warning> warnings) {
  write_count(wire, warnings);
  for (const Warning& warning : warnings) {
    wire.string(kWarningNames[static_cast<size_t>(warning.code)]);
    wire.string(warning.key);
    wire.string(warning.value);
  }
}

void write_exits(Wire& wire, std::span<const Exit> exits) {
  write_count(wire, exits);
  for (const Exit& exit : exits) {
    wire.string(kExitNames[static_cast<size_t>(exit.kind)]);
    wire.string(exit.key);
    wire.string(exit.value);
    wire.string(exit.to);
    wire.string(exit.query);
    wire.number(exit.total);
  }
}

void write_hidden(Wire& wire, std::span<const Hidden> all_hidden) {
  write_count(wire, all_hidden);
  for (const Hidden& hidden : all_hidden) {
    wire.string(hidden.key);
    wire.number(hidden.count);
    wire.string(hidden.query);
  }
}

void write_facet(Wire& wire, std::span<const uint32_t> counts, std::span<const uint32_t> selected) {
  wire.numbers(counts);
  write_count(wire, selected);
  wire.numbers(selected);
}

void write_duration(Wire& wire, const Duration& duration) {
  wire.number(static_cast<uint32_t>(duration.min));
  wire.number(static_cast<uint32_t>(duration.max));
  wire.number(static_cast<uint32_t>(duration.span));
  wire.number(duration.approx);
  wire.string(duration.basis);
  wire.string(duration.text);
}

void write_training(Wire& wire, const Training& training) {
  for (const auto text : kTrainingTexts)
    if (text) wire.string(training.*text);
  for (const auto text : kLicenceTexts)
    if (text) wire.string(training.licence.*text);
  for (const auto list : kTrainingLists) {
    write_count(wire, training.*list);
    for (const std::string_view& item : training.*list) wire.string(item);
  }
  write_count(wire, training.durations);
  for (const Duration& duration : training.durations) write_duration(wire, duration);
  const uint8_t granted = training_rights(training);
  wire.number(granted);
  wire.number(is_listed_licence(training.licence.name()) ? kAllRights : granted);
}

}  // namespace

void write_description(Wire& wire, const Catalogue& catalogue) {
  const Columns& columns = catalogue.columns();
  wire.number(catalogue.size());
  wire.string(columns.title);
  wire.string(columns.updated);
  wire.string(columns.licence);
  wire.string(columns.url);
  write_count(wire, kHistogramBars);
  for (const MinuteRange& bar : kHistogramBars) {
    wire.number(static_cast<uint32_t>(bar.min));
    wire.number(bar.max == MinuteRange::kOpenEnd ? UINT32_MAX : static_cast<uint32_t>(bar.max));
  }
  for (size_t f = 0; f < kFacetCount; ++f) {
    write_count(wire, columns.facets[f].values);
    wire.number(columns.facets[f].choices);
    for (const FacetValue& value : columns.facets[f].values) {
      wire.string(value.value);
      wire.string(value.label);
    }
  }
}

void write_refusal(Wire& wire, std::string_view code, std::string_view where, std::string_view detail) {
  wire.string(code);
  wire.string(where);
  wire.string(detail);
}

void write_answer(Wire& wire, const Catalogue& catalogue, const Answer& answer, std::string_view html) {
  wire.view(html);
  wire.number(answer.total);
  wire.number(answer.page);
  wire.number(answer.pages);
  wire.string(answer.query);
  write_count(wire, answer.rows);
  for (const uint32_t row : answer.rows) wire.string(catalogue.id(row));
  write_warnings(wire, answer.warnings);
}

void write_trainings(Wire& wire, const Catalogue& catalogue, std::span<const uint32_t> rows, Arena& arena) {
  for (const uint32_t row : rows) write_training(wire, catalogue.training(row, arena));
}

void write_details(Wire& wire, const Query& query, const Answer& answer) {
  write_exits(wire, answer.exits);
  write_hidden(wire, answer.hidden);
  wire.numbers(answer.bars);
  for (size_t f = 0; f < kFacetCount; ++f) write_facet(wire, answer.counts[f], query.selected[f]);
}

}  // namespace catalogue
