// SPDX-License-Identifier: MIT
// Answers as JSON.
#include "catalogue/answer_json.h"

#include "text/json_writer.h"

namespace catalogue {
namespace {

void write_counts(JsonWriter& json, const Answer& answer) {
  json.key("counts").open('[');
  for (const auto& counts : answer.counts) {
    json.open('[');
    for (const uint32_t count : counts) json.number(count);
    json.close(']');
  }
  json.close(']');
}

void write_selected(JsonWriter& json, const Query& query) {
  json.key("selected").open('[');
  for (const auto& selected : query.selected) {
    json.open('[');
    for (const uint32_t value : selected) json.number(value);
    json.close(']');
  }
  json.close(']');
}

void write_histogram(JsonWriter& json, const Answer& answer) {
  json.key("duration").open('[');
  for (const HistogramBar& bar : answer.duration) {
    json.open('[').number(static_cast<uint32_t>(bar.min));
    if (bar.max == MinuteRange::kOpenEnd) {
      json.null();
    } else {
      json.number(static_cast<uint32_t>(bar.max));
    }
    json.number(bar.count).close(']');
  }
  json.close(']');
}

void write_ways_out(JsonWriter& json, const Answer& answer) {
  json.key("exits").open('[');
  for (const Exit& exit : answer.exits) {
    json.open('[').string(exit.kind).string(exit.key).string(exit.value).string(exit.to);
    json.string(exit.query).number(exit.total).close(']');
  }
  json.close(']').key("hidden").open('[');
  for (const Hidden& hidden : answer.hidden) {
    json.open('[').string(hidden.key).number(hidden.count).string(hidden.query).close(']');
  }
  json.close(']');
}

void write_warnings(JsonWriter& json, const Query& query) {
  json.key("warnings").open('[');
  for (const Warning& warning : query.warnings) {
    json.open('[').string(warning.code).string(warning.key).string(warning.value).close(']');
  }
  json.close(']');
}

}  // namespace

std::string describe_catalogue(const Catalogue& catalogue) {
  JsonWriter json;
  json.open('{').key("title").string(catalogue.title()).key("updated").string(catalogue.updated());
  json.key("licence").string(catalogue.licence()).key("url").string(catalogue.url());
  json.key("size").number(catalogue.size()).key("facets").open('{');
  for (size_t f = 0; f < kFacetCount; ++f) {
    json.key(kFacetKeys[f]).open('[');
    for (const FacetValue& value : catalogue.values(static_cast<Facet>(f))) {
      json.open('[').string(value.value).string(value.label).close(']');
    }
    json.close(']');
  }
  return json.close('}').close('}').take();
}

std::string describe_error(const Error& error) {
  JsonWriter json;
  json.open('{').key("code").string(error.code).key("where").string(error.where);
  return json.key("detail").string(error.detail).close('}').take();
}

std::string write_answer(const Catalogue& catalogue, const Query& query, const Answer& answer,
                         const std::string* html) {
  JsonWriter json;
  json.open('{').key("query").string(answer.query).key("total").number(answer.total);
  json.key("page").number(answer.page).key("pages").number(answer.pages).key("ids").open('[');
  for (const uint32_t row : answer.rows) json.string(catalogue.id(row));
  json.close(']');
  write_counts(json, answer);
  write_selected(json, query);
  write_histogram(json, answer);
  write_ways_out(json, answer);
  write_warnings(json, query);
  if (html) json.key("html").string(*html);
  return json.close('}').take();
}

}  // namespace catalogue
