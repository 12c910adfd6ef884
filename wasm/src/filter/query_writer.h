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

// A canonical query on its first page, without the QueryKeys whose bit is set in `dropped`, and with another
// value of the pair whose key stands at `pair` (not encoded; without the pair when it is ""). Canonical again,
// but for the order of values where one is new.
std::string_view edit_query(std::string_view canonical, uint32_t dropped, const char* pair, std::string_view value,
                            Arena& arena);

inline std::string_view without_keys(std::string_view canonical, uint32_t dropped, Arena& arena) {
  return edit_query(canonical, dropped, nullptr, {}, arena);
}
inline std::string_view with_value(std::string_view canonical, const Filter& filter, std::string_view value,
                                   Arena& arena) {
  return edit_query(canonical, 0, filter.key.data(), value, arena);
}

}  // namespace catalogue
