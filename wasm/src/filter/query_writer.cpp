// SPDX-License-Identifier: MIT
// Writes the canonical query string.
#include "catalogue/catalogue.h"
#include "catalogue/query.h"
#include "filter/form_urlencoded.h"
#include "filter/query_writer.h"
#include "filter/sort_names.h"
#include "model/buckets.h"
#include "text/number.h"

namespace catalogue {
namespace {

void append_pair(std::string& out, std::string_view key, std::string_view value) {
  if (!out.empty()) out += '&';
  out += key;
  out += '=';
  append_form_component(out, value);
}

void append_durations(std::string& out, const Query& query) {
  constexpr std::string_view key = facet_key(Facet::kDuration);
  for (const MinuteRange& range : query.durations) append_pair(out, key, range_value(range));
  if (query.unknown_duration) append_pair(out, key, kUnknownValue);
}

void append_values(std::string& out, const Query& query, const Catalogue& catalogue, size_t f) {
  const auto values = catalogue.values(static_cast<Facet>(f));
  for (const uint32_t index : query.selected[f]) append_pair(out, kFacetKeys[f], values[index].value);
  for (const std::string& value : query.unknown[f]) append_pair(out, kFacetKeys[f], value);
}

}  // namespace

std::string range_value(const MinuteRange& range) {
  std::string value;
  const bool is_open = range.max == MinuteRange::kOpenEnd;
  if (range.min > 0 || is_open) append_number(value, static_cast<uint32_t>(range.min));
  value += '-';
  if (!is_open) append_number(value, static_cast<uint32_t>(range.max));
  return value;
}

std::string write_query(const Query& query, const Catalogue& catalogue) {
  std::string out;
  if (!query.text.empty()) append_pair(out, "q", query.text);
  append_durations(out, query);
  for (size_t f = 1; f < kFacetCount; ++f) append_values(out, query, catalogue, f);
  if (query.sort > Sort::kRelevance) append_pair(out, "tri", sort_name(query.sort));
  if (query.page > 1) {
    std::string page;
    append_number(page, query.page);
    append_pair(out, "page", page);
  }
  return out;
}

}  // namespace catalogue
