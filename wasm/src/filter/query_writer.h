// SPDX-License-Identifier: MIT
// What a canonical query says, and says when it is edited.
#pragma once

#include "catalogue/query.h"
#include "text/output.h"

namespace catalogue {

// Writes "30-60", "-30", "240-"; "0-" for every known duration.
void write_range_value(Output& out, const MinuteRange& range);

// Reads what write_range_value writes: "MIN-MAX", either side may be empty but not both. False when `words`
// are no range.
bool read_range_value(std::string_view words, MinuteRange& range);

// A pair of a canonical query that chooses trainings.
struct Filter {
  std::string_view key;  // where it stands in the query
  size_t part;           // its QueryKey
  std::string_view value;
};

// Takes the next one off the front of `rest`; false when there is none.
bool take_filter(std::string_view& rest, Filter& filter, Arena& arena);

// What is changed in a canonical query. `pair`: its key, as a view of the query; "" for none.
struct QueryEdit {
  uint32_t dropped = 0;         // QueryKeys that are left out: bit by bit
  std::string_view pair = {};
  std::string_view value = {};  // of the pair from now on, not encoded; "" leaves the pair out
};

// The edited query on its first page: canonical again, but for the order of values where one is new.
std::string_view edit_query(std::string_view canonical, const QueryEdit& edit, Arena& arena);

}  // namespace catalogue
