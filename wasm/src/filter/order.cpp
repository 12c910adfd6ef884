// SPDX-License-Identifier: MIT
// Orders of trainings.
#include "filter/order.h"

#include <algorithm>
#include <string>

#include "model/record.h"
#include "text/collate.h"

namespace catalogue {
namespace {

constexpr int32_t kLast = INT32_MAX;

// Shortest alternative first; for the descending order, longest first; unknown last in both.
int32_t duration_key(const DurationColumn& column, uint32_t row, bool is_descending) {
  int32_t key = kLast;
  for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
    key = std::min(key, is_descending ? -column.max[i] : column.min[i]);
  }
  return key;
}

struct NumberedRow {
  uint64_t key;
  uint32_t row;

  bool operator<(const NumberedRow& other) const {
    return key != other.key ? key < other.key : row < other.row;
  }
};

// Where each provider comes: its number is its place already. No provider comes last.
uint64_t provider_key(const FacetColumn& providers, uint32_t row) {
  const uint32_t first = providers.first[row];
  return first == providers.first[row + 1] ? UINT32_MAX : providers.held[first];
}

Column<uint32_t> order_by_number(const Columns& columns, Sort sort) {
  std::vector<NumberedRow> rows(columns.size);
  for (uint32_t row = 0; row < columns.size; ++row) {
    const uint64_t key =
        sort == Sort::kProvider
            ? provider_key(columns.facet(Facet::kProvider), row)
            : static_cast<uint32_t>(duration_key(columns.durations, row,
                                                 sort == Sort::kDurationDescending)) ^ 0x80000000u;
    rows[row] = {key, row};
  }
  std::sort(rows.begin(), rows.end());
  Column<uint32_t> order;
  order.reserve(rows.size());
  for (const NumberedRow& row : rows) order.push_back(row.row);
  return order;
}

// Keys in one block; most comparisons end at their first eight bytes.
struct TitleKeys {
  Column<char> bytes;
  Column<size_t> first;

  std::string_view of(uint32_t row) const {
    return {bytes.data() + first[row], first[row + 1] - first[row]};
  }
};

uint64_t leading_bytes(std::string_view key) {
  uint64_t leading = 0;
  for (size_t i = 0; i < 8; ++i) {
    leading = leading << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0);
  }
  return leading;
}

Column<uint32_t> order_by_title(const Columns& columns) {
  TitleKeys keys;
  std::vector<NumberedRow> rows(columns.size);
  for (uint32_t row = 0; row < columns.size; ++row) {
    const std::string key = collation_key(record_title(columns.record(row)));
    keys.first.push_back(keys.bytes.size());
    keys.bytes.append(key.data(), key.size());
    rows[row] = {leading_bytes(key), row};
  }
  keys.first.push_back(keys.bytes.size());
  std::sort(rows.begin(), rows.end(), [&keys](const NumberedRow& a, const NumberedRow& b) {
    if (a.key != b.key) return a.key < b.key;
    const int order = keys.of(a.row).compare(keys.of(b.row));
    return order != 0 ? order < 0 : a.row < b.row;
  });
  Column<uint32_t> order;
  order.reserve(rows.size());
  for (const NumberedRow& row : rows) order.push_back(row.row);
  return order;
}

const Column<uint32_t>& order_of(const Columns& columns, Sort sort) {
  Column<uint32_t>& order = columns.orders[static_cast<size_t>(sort)];
  if (order.empty()) {
    order = sort == Sort::kTitle ? order_by_title(columns) : order_by_number(columns, sort);
  }
  return order;
}

// Passes over whole words until the page begins.
std::vector<uint32_t> source_page(const Bitset& set, uint32_t skipped, uint32_t count) {
  std::vector<uint32_t> rows;
  for (size_t i = 0; i < set.size() && rows.size() < count; ++i) {
    const uint32_t here = population(set[i]);
    if (here <= skipped) {
      skipped -= here;
      continue;
    }
    for (uint64_t word = set[i]; word && rows.size() < count; word &= word - 1) {
      if (skipped > 0) {
        --skipped;
      } else {
        rows.push_back(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(__builtin_ctzll(word)));
      }
    }
  }
  return rows;
}

}  // namespace

std::vector<uint32_t> page_rows(const Columns& columns, const Bitset& set, Sort sort,
                                uint32_t skipped, uint32_t count) {
  if (sort == Sort::kSource) return source_page(set, skipped, count);
  std::vector<uint32_t> rows;
  for (const uint32_t row : order_of(columns, sort)) {
    if (rows.size() == count) break;
    if (!has_row(set, row)) continue;
    if (skipped > 0) {
      --skipped;
    } else {
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace catalogue
