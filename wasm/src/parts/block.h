// SPDX-License-Identifier: MIT
// A block of a catalogue in parts: the records (model/record.h) of trainings that follow each other.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/columns.h"

namespace catalogue {

// Before the first block: every training has the empty record until its block has come.
void start_records(Columns& columns);
inline bool has_record(const Columns& columns, uint32_t row) { return columns.record_at[row] != 0; }

// Adds the block that holds `rows`, kBlockRows at most. Returns null, or the code of a refusal.
const char* read_block(std::string_view part, std::span<const uint32_t> rows, Columns& columns);

}  // namespace catalogue
