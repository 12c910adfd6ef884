// SPDX-License-Identifier: MIT
// A catalogue in the formats that other programs read.
#pragma once

#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/result.h"

namespace catalogue {

// page_url: address of the page that lists the trainings, "" when unknown. The catalogue's own
// url is used where this is empty.
// is_free: whether the trainings are free of charge (schema.org isAccessibleForFree).
struct ExportOptions {
  std::string_view page_url;
  bool is_free = true;
};

// schema.org, one ItemList of Course, each alternative of a duration a CourseInstance. "<" is
// written \u003c, so that the text may stand inside a script element.
std::string export_json_ld(const Catalogue& catalogue, const ExportOptions& options);

// Atom (RFC 4287), one entry per training. An entry's id is its address on the page; without an address
// it is a UUID made from the catalogue's title and the training's id. The same catalogue gives the same feed.
std::string export_atom(const Catalogue& catalogue, const ExportOptions& options);

// The trainings as a fragment of HTML in the shape that editors write (heading, tags, text, link).
// Reading that fragment again gives the same trainings. `catalogue_json` is a whole catalogue.json:
// members that the core ignores (words, the status of a licence) are written too, but for items that are no
// text.
std::string export_fragment(std::string_view catalogue_json);

// catalogue_json: catalogue.json, UTF-8. format: "jsonld", "atom" or "html".
// Error codes: "unknown-format", and those of read_catalogue.
Result<std::string> export_catalogue(std::string_view catalogue_json, std::string_view format,
                                     const ExportOptions& options);

// The same for callers that speak JSON. options_json: {"pageUrl":"…","isFree":true}, both optional.
// Answers {"text":"…"} or {"error":{"code","where","message"}}.
std::string export_catalogue_json(std::string_view catalogue_json, std::string_view format,
                                  std::string_view options_json);

// Why a catalogue was refused: {"error":{"code","where","message"}}.
std::string error_json(const Error& error);

}  // namespace catalogue
