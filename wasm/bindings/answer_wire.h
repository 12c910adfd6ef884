// SPDX-License-Identifier: MIT
// Writes messages to JavaScript. answer_wire.cpp defines the order of their fields; web/core/answer-wire.ts follows it,
// and throws if fields are missing or left over.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "wire.h"

namespace catalogue {

// An open catalogue: its members, the bars of the histogram (UINT32_MAX: no upper end), the values of its facets.
void write_description(Wire& wire, const Catalogue& catalogue);

// Why a catalogue was refused.
void write_refusal(Wire& wire, std::string_view code, std::string_view where, std::string_view detail);

// An answer, in three parts: what every page needs; the trainings, if requested; the details.
// html: "" if not requested; outlives the message.
void write_answer(Wire& wire, const Catalogue& catalogue, const Answer& answer, std::string_view html);
// The members of each training in the order of data/tables/training.json, then two numbers of LicenceRight bits: the
// granted rights and the known ones.
void write_trainings(Wire& wire, const Catalogue& catalogue, std::span<const uint32_t> rows, Arena& arena);
void write_details(Wire& wire, const Query& query, const Answer& answer);

}  // namespace catalogue
