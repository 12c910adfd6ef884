// SPDX-License-Identifier: MIT
// What crosses to JavaScript: in which order the numbers and words of an answer are sent.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"
#include "wire.h"

namespace catalogue {

// Numbers: trainings, bars, then min and max of each bar (UINT32_MAX: no end), then the number of
// values of each facet. Words: title, updated, licence, url, then value and label of every choice.
void write_description(Wire& wire, const Catalogue& catalogue);

// Why a catalogue was refused. Words: code, where, detail.
void write_error(Wire& wire, const CatalogueReader& reader);

// Numbers: total, page, pages, how many ids, warnings, exits and hidden there are; the total of each
// exit, the count of each hidden, of each bar; per facet, the count of each choice, then how many
// choices are selected and which. Words: query, ids, then per warning code, key, value; per exit
// kind, key, value, to, query; per hidden key, query.
void write_answer(Wire& wire, const Catalogue& catalogue, const Query& query, const Answer& answer);

}  // namespace catalogue
