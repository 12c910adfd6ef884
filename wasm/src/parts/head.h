// SPDX-License-Identifier: MIT
// The head of a catalogue in parts: what its first page needs beside the trainings.
#pragma once

#include <string_view>

#include "model/columns_builder.h"
#include "parts/block_sets.h"

namespace catalogue {

// How many parts the text search has.
struct TextPartCounts {
  uint32_t postings = 0;
  uint32_t groups = 0;  // of terms, each with a part (values_part.h)
};

// In a part: the number of trainings; title, updated, licence and url of the catalogue; whether trainings have days of
// checks (0 or 1); the longest duration in minutes; the size of the longest record; the numbers of postings parts and
// of groups of terms; the orders of the blocks (BlockSets::read); then, per facet, the number of its values and their
// labels, as written in the catalogue and in the order in which it first names them, unless the list is fixed; and the
// total of each value, bars of the histogram included.
//
// Fills `columns`, whose builder is `builder`, but for what trainings hold. Returns null, or the code of a refusal.
const char* read_head(std::string_view part, Columns& columns, ColumnsBuilder& builder, BlockSets& blocks,
                      TextPartCounts& text);

}  // namespace catalogue
