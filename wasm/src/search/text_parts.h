// SPDX-License-Identifier: MIT
// Reads the text search of a catalogue in parts: the words, then the postings that a search needs (docs/parts.md).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "memory/column.h"
#include "model/columns.h"

namespace catalogue {

// The words part is, in this order (numbers are varints):
//
//   trainings   how many the catalogue has
//   glossary    a text (its size, then its bytes), as TextIndex takes it
//   words       a text: each word that a training holds, in the order of bytes. A byte below 32 says how many bytes it
//               shares with the word before it, at most kMostShared; the others follow
//   parts       how many postings parts there are, then of how many terms each one is
//   counts      of each term, in the order of TextIndex::sequence_of(): how many trainings hold it
//
// Its glossary is that of its build: an index finds the same in any version of the module.
//
// A postings part has, for each of its terms and each training that holds it, the number of trainings between this one
// and the one before it (the gap) and the fields that hold it. In this order:
//
//   the low eight bits of each gap
//   the fields, two in a byte, low bits first; see TextField
//   what is above the low eight bits of each gap (varints)
inline constexpr uint32_t kMostShared = 31;

// Creates the text index of `columns`, which know their size, from the words part. Null, or the code of a refusal:
// "invalid-part" or "parts-disagree"; then the columns are as they were. A second call does nothing.
const char* read_words(Columns& columns, std::string_view part);

// Adds the postings of part `chunk` (the first postings part is 0). As above; needs the words.
const char* read_postings(Columns& columns, uint32_t chunk, std::string_view part);

// How many postings parts the words part declares; 0 before it is there.
uint32_t postings_parts(const Columns& columns);

// The postings parts that a search for `text` lacks, ascending; needs the words. Valid until the next call. Ask before
// answer_query(): a search without them finds nothing, and its ways out would lack others.
std::span<const uint32_t> missing_postings(const Columns& columns, std::string_view text);

// Those that searches lacked since that call, as those of ways out do: if there are any, the answer is not true.
std::span<const uint32_t> missing_postings(const Columns& columns);

// How many groups of terms (term_groups.h) the words make; 0 before they are there.
uint32_t term_groups(const Columns& columns);

// Adds to `groups` those of the word of `text` that the fewest trainings hold: they have all that it finds. None when
// too many hold each word, or it has none. Needs the words.
void find_term_groups(const Columns& columns, std::string_view text, Column<uint32_t>& groups);

}  // namespace catalogue
