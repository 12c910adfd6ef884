// SPDX-License-Identifier: MIT
// The columns of a catalogue in parts: what each training holds, for filters and counts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "memory/byte_reader.h"
#include "model/columns_builder.h"
#include "parts/lists.h"

namespace catalogue {

// In a part: the lists (lists.h) of each facet but durations and rights, of values (held_value.h). Then the different
// efforts of all durations: how many there are, in planes the least minutes of each, in planes how many minutes it
// spans, or 0 when it has no end; and the lists of efforts, as indexes into them.
class ColumnsPart {
 public:
  // Adds to `columns`, whose head was read by `builder`. They and the part outlive this.
  ColumnsPart(std::string_view part, Columns& columns, ColumnsBuilder& builder);

  enum class State : uint8_t { kMore, kDone, kInvalid, kDisagrees };
  // Reads the next piece: a few milliseconds at 100,000 trainings. The catalogue is of no use unless the end is kDone.
  State step();

 private:
  bool read_values(Facet facet, std::span<const uint32_t> list);
  bool read_efforts();
  bool read_durations(std::span<const uint32_t> held);
  bool read_rows();
  bool has_true_totals() const;

  ByteReader reader_;
  Columns& columns_;
  ColumnsBuilder& builder_;
  size_t facet_ = 0;  // whose lists are read; durations come after the last
  Planes least_;      // minutes of each effort, and
  Planes spans_;      // how many from there on, or 0 for no end
  Lists lists_;
  uint32_t row_ = 0;  // the next of these lists
  bool is_sealed_ = false;
};

}  // namespace catalogue
