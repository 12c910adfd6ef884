// SPDX-License-Identifier: MIT
// Sorts trainings.
#include "filter/order.h"

#include "memory/sort.h"
#include "model/record.h"
#include "text/collate.h"

namespace catalogue {
namespace {

constexpr int32_t kLast = INT32_MAX;

// Ascending by the shortest alternative, or descending by the longest; unknown last in both. An alternative without an
// end counts as its minimum.
int32_t duration_key(const DurationColumn& column, uint32_t row, bool is_descending) {
  int32_t key = kLast;
  for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
    const int32_t longest = column.max[i] == MinuteRange::kOpenEnd ? column.min[i] : column.max[i];
    const int32_t minutes = is_descending ? -longest : column.min[i];
    if (minutes < key) key = minutes;
  }
  return key;
}

// Providers are numbered in their order. No provider comes last.
uint32_t provider_key(const FacetColumn& providers, uint32_t row) {
  const uint32_t first = providers.first[row];
  return first == providers.first[row + 1] ? UINT32_MAX : providers.held[first];
}

// The latest day first, none last. A day is "2026-03-03": its last eight characters make eight digits, four bits each.
// The core reads no day of another century.
uint32_t day_key(std::string_view day) {
  uint32_t key = 0;
  for (const char c : day) key = key << 4 | static_cast<uint32_t>(c & 15);
  return ~key;
}

uint32_t key_of(const Columns& columns, uint32_t row, Sort sort) {
  if (sort == Sort::kProvider) return provider_key(columns.facet(Facet::kProvider), row);
  if (sort == Sort::kChecked) return day_key(record_day(columns.record(row)));
  return static_cast<uint32_t>(duration_key(columns.durations, row, sort == Sort::kDurationDescending)) ^ 0x80000000u;
}

bool has_lower_key(const void* context, uint32_t a, uint32_t b) {
  const auto& keys = *static_cast<const Column<uint32_t>*>(context);
  return keys[a] < keys[b];
}

Column<uint32_t> order_by_number(const Columns& columns, Sort sort) {
  Column<uint32_t> keys;
  keys.reserve(columns.size);
  for (uint32_t row = 0; row < columns.size; ++row) keys.push_back(key_of(columns, row, sort));
  return sorted_numbers(columns.size, has_lower_key, &keys);
}

Column<uint32_t> order_by_title(const Columns& columns) {
  CollationKeys keys;
  keys.reserve(columns.size);
  for (uint32_t row = 0; row < columns.size; ++row) keys.add(record_title(columns.record(row)));
  return keys.sorted();
}

// Collects the rows of a page, after the skipped ones.
class PageRows {
 public:
  PageRows(uint32_t skipped, uint32_t* first, uint32_t count) : skipped_(skipped), next_(first), end_(first + count) {}

  bool is_full() const { return next_ == end_; }
  // Skips `count` rows if all of them come before the page.
  bool skip(uint32_t count) {
    if (count > skipped_) return false;
    skipped_ -= count;
    return true;
  }
  void add(uint32_t row) {
    if (!is_full() && !skip(1)) *next_++ = row;
  }

 private:
  uint32_t skipped_;
  uint32_t* next_;
  uint32_t* const end_;
};

}  // namespace

const Column<uint32_t>& order_of(const Columns& columns, Sort sort) {
  Column<uint32_t>& order = columns.orders[static_cast<size_t>(sort)];
  if (order.empty()) {
    order = sort == Sort::kTitle ? order_by_title(columns) : order_by_number(columns, sort);
  }
  return order;
}

std::span<const uint32_t> page_rows(const Columns& columns, const Masks& masks, Sort sort, const PageBounds& bounds,
                                    Arena& arena) {
  const uint32_t rest = masks.total - bounds.skipped;
  const uint32_t count = rest < bounds.count ? rest : bounds.count;
  auto* const rows = arena.take<uint32_t>(count);
  PageRows page(bounds.skipped, rows, count);
  if (sort > Sort::kRelevance) {
    const uint32_t* next = order_of(columns, sort).data();
    for (; !page.is_full(); ++next) {
      if (has_row(masks.all, *next)) page.add(*next);
    }
  }
  for (size_t i = 0; !page.is_full(); ++i) {
    if (page.skip(population(masks.all[i]))) continue;
    for_each_row_of(masks.all[i], i, [&page](uint32_t row) { page.add(row); });
  }
  return {rows, count};
}

}  // namespace catalogue
