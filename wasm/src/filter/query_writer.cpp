// SPDX-License-Identifier: MIT
// Writes the canonical query string.
#include "filter/query_writer.h"

#include "catalogue/catalogue.h"
#include "filter/form_urlencoded.h"
#include "model/buckets.h"
#include "model/columns.h"
#include "text/names.h"

namespace catalogue {
namespace {

Output& start_pair(Output& out, std::string_view key) {
  if (!out.empty()) out.write('&');
  return out.write(key).write('=');
}

void write_pair(Output& out, std::string_view key, std::string_view value) {
  write_form_component(start_pair(out, key), value);
}

void write_durations(Output& out, const Query& query) {
  const std::string_view key = facet_key(Facet::kDuration);
  for (const MinuteRange& range : query.durations) write_range_value(start_pair(out, key), range);
  if (query.unknown_duration) write_pair(out, key, kUnknownValue);
}

void write_values(Output& out, const Query& query, const Catalogue& catalogue, size_t f) {
  const FacetValue* const values = catalogue.columns().facets[f].values.data();
  for (const uint32_t index : query.selected[f]) write_pair(out, kQueryKeys[f], values[index].value);
  for (const std::string_view value : query.unknown[f]) write_pair(out, kQueryKeys[f], value);
}

}  // namespace

void write_range_value(Output& out, const MinuteRange& range) {
  const bool is_open = range.max == MinuteRange::kOpenEnd;
  if (range.min > 0 || is_open) out.number(static_cast<uint32_t>(range.min));
  out.write('-');
  if (!is_open) out.number(static_cast<uint32_t>(range.max));
}

bool FilterCursor::next(Filter& filter, Arena& arena) {
  while (!rest_.empty()) {
    const FormPair pair = take_form_pair(rest_);
    filter.pair = pair_++;
    filter.key = index_of(kQueryKeys, pair.key);
    filter.value = decode_form_component(pair.value, arena);
    if (is_filter(filter.key)) return true;
  }
  return false;
}

std::string_view edit_query(std::string_view canonical, const QueryEdit& edit, Arena& arena) {
  const uint32_t dropped_keys = edit.dropped_keys | 1u << kPageKey;
  Output out;
  for (size_t i = 0; !canonical.empty(); ++i) {
    const FormPair pair = take_form_pair(canonical);
    const bool is_edited = i == edit.pair;
    if (is_edited ? edit.value.empty() : dropped_keys >> index_of(kQueryKeys, pair.key) & 1) continue;
    if (is_edited) {
      write_pair(out, pair.key, edit.value);
    } else {
      start_pair(out, pair.key).write(pair.value);
    }
  }
  return out.keep(arena);
}

std::string_view write_query(const Query& query, const Catalogue& catalogue, Arena& arena) {
  Output out;
  if (!query.text.empty()) write_pair(out, kQueryKeys[kTextKey], query.text);
  write_durations(out, query);
  for (size_t f = 1; f < kFacetCount; ++f) write_values(out, query, catalogue, f);
  if (query.sort > Sort::kRelevance) write_pair(out, kQueryKeys[kSortKey], kSortNames[static_cast<size_t>(query.sort)]);
  if (query.page > 1) start_pair(out, kQueryKeys[kPageKey]).number(query.page);
  return out.keep(arena);
}

}  // namespace catalogue
