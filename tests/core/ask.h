// SPDX-License-Identifier: MIT
// Runs a query on a catalogue, for tests. Query and answer stay valid until the test ends.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <string_view>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/query.h"
#include "model/buckets.h"

namespace catalogue {

// Trainings per page, as on the publication page.
inline constexpr uint32_t kPageSize = 20;

inline Arena& test_arena() {
  static Arena arena;
  return arena;
}

inline Query parse(std::string_view words, const Catalogue& catalogue) {
  return parse_query(words, catalogue, test_arena());
}

inline Answer ask(const Query& query, const Catalogue& catalogue, uint32_t page_size = kPageSize) {
  return answer_query(catalogue, query, page_size, test_arena());
}

inline std::string canonical(const Query& query, const Catalogue& catalogue) {
  return std::string(write_query(query, catalogue, test_arena()));
}

// Indexes of the values that an answer offers: the choices, and other selected values.
inline std::vector<uint32_t> offered(const Catalogue& catalogue, const Query& query, Facet facet) {
  std::vector<uint32_t> values(catalogue.choices(facet).size());
  std::iota(values.begin(), values.end(), 0u);
  for (const uint32_t value : query.selected[static_cast<size_t>(facet)])
    if (value >= catalogue.choices(facet).size()) values.push_back(value);
  return values;
}

// {"query","total","page","pages","ids":[…],"counts":[[…] per facet],"selected":[[index,…] per facet],
//  "duration":[[min,max,count],…],"exits":[[kind,key,value,to,query,total],…],
//  "hidden":[[key,count,query],…],"warnings":[[code,key,value],…]}; an open end is null.
inline std::string answer_json(const Catalogue& catalogue, const Query& query, const Answer& answer) {
  using Json = nlohmann::ordered_json;
  Json json = {{"query", answer.query}, {"total", answer.total}, {"page", answer.page}, {"pages", answer.pages}};
  for (const char* list : {"ids", "counts", "selected", "duration", "exits", "hidden", "warnings"})
    json[list] = Json::array();
  for (const uint32_t row : answer.rows) json["ids"].push_back(catalogue.id(row));
  for (size_t f = 0; f < kFacetCount; ++f) {
    Json counts = Json::array();
    Json selected = Json::array();
    const auto& chosen = query.selected[f];
    for (const uint32_t value : offered(catalogue, query, static_cast<Facet>(f))) {
      if (std::find(chosen.begin(), chosen.end(), value) != chosen.end()) selected.push_back(counts.size());
      counts.push_back(answer.counts[f][value]);
    }
    json["counts"].push_back(std::move(counts));
    json["selected"].push_back(std::move(selected));
  }
  for (size_t i = 0; i < kHistogramBars.size(); ++i) {
    const auto [min, max] = kHistogramBars[i];
    json["duration"].push_back(Json::array({min, max == MinuteRange::kOpenEnd ? Json() : Json(max), answer.bars[i]}));
  }
  for (const Exit& exit : answer.exits) {
    json["exits"].push_back(Json::array(
        {kExitNames[static_cast<size_t>(exit.kind)], exit.key, exit.value, exit.to, exit.query, exit.total}));
  }
  for (const Hidden& hidden : answer.hidden)
    json["hidden"].push_back(Json::array({hidden.key, hidden.count, hidden.query}));
  for (const Warning& warning : answer.warnings)
    json["warnings"].push_back(
        Json::array({kWarningNames[static_cast<size_t>(warning.code)], warning.key, warning.value}));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace catalogue
