// SPDX-License-Identifier: MIT
// Asks a catalogue a query, for tests: what is asked and answered stays valid until the test ends.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/query.h"
#include "model/buckets.h"

namespace catalogue {

inline Arena& test_arena() {
  static Arena arena;
  return arena;
}

inline Query parse(std::string_view words, const Catalogue& catalogue) {
  return parse_query(words, catalogue, test_arena());
}

inline Answer ask(const Query& query, const Catalogue& catalogue, uint32_t page_size = kDefaultPageSize) {
  return answer_query(catalogue, query, page_size, test_arena());
}

inline std::string canonical(const Query& query, const Catalogue& catalogue) {
  return std::string(write_query(query, catalogue, test_arena()));
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
  for (const auto counts : answer.counts)
    json["counts"].push_back(Json(std::vector<uint32_t>(counts.begin(), counts.end())));
  for (const auto selected : query.selected)
    json["selected"].push_back(Json(std::vector<uint32_t>(selected.begin(), selected.end())));
  for (size_t i = 0; i < kHistogramBars.size(); ++i) {
    const auto [min, max] = kHistogramBars[i];
    json["duration"].push_back(Json::array({min, max == MinuteRange::kOpenEnd ? Json() : Json(max), answer.bars[i]}));
  }
  for (const Exit& exit : answer.exits) {
    json["exits"].push_back(Json::array({exit.kind, exit.key, exit.value, exit.to, exit.query, exit.total}));
  }
  for (const Hidden& hidden : answer.hidden)
    json["hidden"].push_back(Json::array({hidden.key, hidden.count, hidden.query}));
  for (const Warning& warning : query.warnings)
    json["warnings"].push_back(Json::array({warning.code, warning.key, warning.value}));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace catalogue
