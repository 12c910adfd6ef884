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

// An answer: what a page needs of it, then the trainings where they are asked for, then the details.
// The html ("" when not asked for) outlives the message.
void write_answer(Wire& wire, const Catalogue& catalogue, const Answer& answer, std::string_view html);
// Trainings as catalogue.json holds them, and two numbers of LicenceRight bits: those granted, those known.
void write_trainings(Wire& wire, const Catalogue& catalogue, std::span<const uint32_t> rows, Arena& arena);
void write_details(Wire& wire, const Query& query, const Answer& answer);

}  // namespace catalogue
