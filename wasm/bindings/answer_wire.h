// SPDX-License-Identifier: MIT
// What crosses to JavaScript. The order of each message is that of the calls in answer_wire.cpp, and is said nowhere
// else: web/core/answer-wire.ts follows it, and throws when something is left over or missing.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/catalogue_reader.h"
#include "wire.h"

namespace catalogue {

// An open catalogue: what it is called, the bars of its histogram (UINT32_MAX: no end), the names of its choices.
void write_description(Wire& wire, const Catalogue& catalogue);

// Why a catalogue was refused.
void write_refusal(Wire& wire, const CatalogueReader& reader);

// An answer, and what was asked for as a text: HTML, the trainings as JSON, or nothing. The text outlives the message.
// What a page needs comes first.
void write_answer(Wire& wire, const Catalogue& catalogue, const Query& query, const Answer& answer,
                  std::string_view text);

}  // namespace catalogue
