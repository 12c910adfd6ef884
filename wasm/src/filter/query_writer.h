// SPDX-License-Identifier: MIT
// Reads, writes and edits canonical queries.
#pragma once

#include "catalogue/query.h"
#include "text/output.h"

namespace catalogue {

// Writes "30-60", "-30", "240-"; "0-" for every known duration.
void write_range_value(Output& out, const MinuteRange& range);

// Reads what write_range_value writes: "MIN-MAX", either side may be empty but not both. False when `words`
// are no range.
bool read_range_value(std::string_view words, MinuteRange& range);

// A pair of a canonical query that restricts the trainings.
struct Filter {
  size_t pair;  // its place among the pairs of the query, from 0
  size_t key;   // a QueryKey
  std::string_view value;
};

// Iterates over the filters of a canonical query.
class FilterCursor {
 public:
  explicit FilterCursor(std::string_view canonical) : rest_(canonical) {}

  // The next filter; its value lives in the arena. False at the end.
  bool next(Filter& filter, Arena& arena);

 private:
  std::string_view rest_;
  size_t pair_ = 0;
};

// An edit of a canonical query.
struct QueryEdit {
  static constexpr size_t kNoPair = SIZE_MAX;

  uint32_t dropped_keys = 0;  // one bit per QueryKey
  size_t pair = kNoPair;      // to replace
  std::string_view value;     // not encoded; "" drops the pair
};

// The edited query, on its first page. Canonical, except that a new value may break the order.
std::string_view edit_query(std::string_view canonical, const QueryEdit& edit, Arena& arena);

inline std::string_view without_keys(std::string_view canonical, uint32_t dropped, Arena& arena) {
  return edit_query(canonical, {dropped, QueryEdit::kNoPair, {}}, arena);
}
inline std::string_view with_value(std::string_view canonical, const Filter& filter, std::string_view value,
                                   Arena& arena) {
  return edit_query(canonical, {0, filter.pair, value}, arena);
}

}  // namespace catalogue
