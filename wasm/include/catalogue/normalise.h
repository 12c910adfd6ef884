// SPDX-License-Identifier: MIT
// Turns raw records into a catalogue, with diagnostics for its editor.
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

// raw_json: the output of an extractor, UTF-8:
//   {"page":{"title","updated","url","lang","licence","intro","checked"},
//    "options":{"hoursPerDay":7,"hoursPerHalfDay":3.5,"today","oldestCheck"},
//    "records":[{"id","level","heading","section","lang","description","line","column",
//                "tags":[{"text","url","kind","line","column"}],"links":[same]}]}
// Every member but "records" may be missing. "kind" is a key of `writing` in data/tables/vocabulary.json. Result, UTF-8
// JSON:
//   {"catalogue":{…catalogue.json…},
//    "diagnostics":[{"severity":"error|warning|advice","code","line","column","record","args":{}}]}
// or {"error":{"code","where","message"}} when the records cannot be read. No record is dropped.
// Diagnostics come in the order of the page, those of the whole page last. `record` is the index
// of the raw record, left out for the whole page; so are line and column when they are unknown.
std::string normalise(std::string_view raw_json);

}  // namespace catalogue
