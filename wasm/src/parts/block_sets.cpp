// SPDX-License-Identifier: MIT
// Which blocks hold which trainings.
#include "parts/block_sets.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "model/bitset.h"
#include "parts/block.h"

namespace catalogue {
namespace {

const Column<uint32_t>& titles_of(const Columns& columns) { return columns.orders[static_cast<size_t>(Sort::kTitle)]; }

// The places of `rows` in `order`, where they follow each other.
Column<uint32_t> places_in(const Column<uint32_t>& order, std::span<const uint32_t> rows) {
  Column<uint32_t> places;
  for (uint32_t place = 0; place < order.size() && places.size() < rows.size(); ++place) {
    if (order[place] == rows[places.size()]) places.push_back(place);
  }
  return places;
}

// A request costs about as much as the bytes of so many trainings.
constexpr uint32_t kRequestRows = 20;
// A page takes two small blocks in the place of one as long as it has fewer.
constexpr size_t kFewBlocks = 12;

}  // namespace

Column<uint32_t> written_choices(const ColumnsBuilder& builder, const Columns& columns, Facet facet) {
  const FacetColumn& column = columns.facet(facet);
  Column<uint32_t> choices;
  for (uint32_t written = 0; written < builder.builder(facet).written(); ++written) {
    const uint32_t value = builder.builder(facet).arranged(written);
    if (value < column.choices) choices.push_back(value);
  }
  return choices;
}

Column<uint32_t> rows_by_value(const FacetColumn& column, uint32_t rows, std::span<const uint32_t> values,
                               uint32_t most) {
  Column<uint32_t> next(column.values.size());
  Column<uint32_t> left(column.values.size());
  uint32_t end = 0;
  for (const uint32_t value : values) {
    next[value] = end;
    left[value] = std::min(column.totals[value], most);
    end += left[value];
  }
  Column<uint32_t> sorted(end);
  for (uint32_t row = 0; row < rows; ++row) {
    for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
      const uint32_t value = column.held[i];
      if (left[value] == 0) continue;
      --left[value];
      sorted[next[value]++] = row;
    }
  }
  return sorted;
}

void BlockSets::read(ByteReader& reader) {
  for (uint32_t left = reader.number_up_to(kFacetCount); left; --left) {
    const uint32_t f = reader.number_up_to(kFacetCount - 1);
    if (is_fixed_list(static_cast<Facet>(f)) || has_set_[f + 1]) reader.fail();
    has_set_[f + 1] = true;
  }
  most_ = reader.number_up_to(columns_.size);
  has_set_[kTitles] = most_ > 0;
  has_set_[kSmall] = most_ > 0 && most_ == columns_.size;
}

void BlockSets::start() {
  for (size_t set = 0; set < kSets; ++set) {
    uint32_t rows = set == kTitles ? most_ : columns_.size;
    if (set > 0 && set < kTitles && has_set_[set]) {
      const auto facet = static_cast<Facet>(set - 1);
      rows = 0;
      for (const uint32_t value : written_choices(builder_, columns_, facet))
        rows += held(columns_.facet(facet), value);
    }
    const uint32_t per_block = rows_per_block(set);
    first_block_[set + 1] = first_block_[set] + (has_set_[set] ? (rows + per_block - 1) / per_block : 0);
  }
}

const BlockSets::ByValue& BlockSets::by_value(size_t f) {
  ByValue& known = by_value_[f];
  const FacetColumn& column = columns_.facets[f];
  if (!known.first.empty() || column.first.empty()) return known;
  const Column<uint32_t> values = written_choices(builder_, columns_, static_cast<Facet>(f));
  known.rows = rows_by_value(column, columns_.size, {values.data(), values.size()}, most_);
  known.first.resize(column.choices);
  uint32_t first = 0;
  for (const uint32_t value : values) {
    known.first[value] = first;
    first += held(column, value);
  }
  return known;
}

std::span<const uint32_t> BlockSets::rows_of(uint32_t block) {
  size_t set = 0;
  while (block >= first_block_[set + 1]) ++set;
  const uint32_t per_block = rows_per_block(set);
  const uint32_t first = (block - first_block_[set]) * per_block;
  const Column<uint32_t>* order = nullptr;
  if (set == kTitles) order = &titles_of(columns_);
  if (set > 0 && set < kTitles) order = &by_value(set - 1).rows;
  auto size = order ? static_cast<uint32_t>(order->size()) : columns_.size;
  if (set == kTitles) size = std::min(size, most_);
  const uint32_t count = first < size ? std::min(size - first, per_block) : 0;
  for (uint32_t i = 0; i < count; ++i) block_rows_[i] = order ? (*order)[first + i] : first + i;
  return {block_rows_, count};
}

// The rows of a choice that its set has, ascending.
std::span<const uint32_t> BlockSets::rows_with(size_t f, uint32_t choice) {
  const ByValue& sorted = by_value(f);
  return {sorted.rows.data() + sorted.first[choice], held(columns_.facets[f], choice)};
}

// Adds the place of each row, by the first of the selected choices that has it. False when none has one of them.
bool BlockSets::place_by_value(std::span<const uint32_t> selected, size_t f, std::span<const uint32_t> rows,
                               Column<uint32_t>& places) {
  for (const uint32_t row : rows) {
    const size_t placed = places.size();
    for (const uint32_t value : selected) {
      if (value >= columns_.facets[f].choices || places.size() > placed) continue;
      const std::span<const uint32_t> with = rows_with(f, value);
      const auto found = std::lower_bound(with.begin(), with.end(), row);
      if (found != with.end() && *found == row) {
        places.push_back(by_value(f).first[value] + static_cast<uint32_t>(found - with.begin()));
      }
    }
    if (places.size() == placed) return false;
  }
  return true;
}

// Takes the blocks of a set where they cost less. `places`: of each row, in the order of the set.
void BlockSets::consider(size_t set, std::span<const uint32_t> places, std::span<const uint32_t> rows,
                         Choice& best) const {
  Choice choice;
  for (size_t i = 0; i < rows.size(); ++i) {
    const uint32_t block = first_block_[set] + places[i] / kBlockRows;
    const bool is_known = std::find(choice.blocks.begin(), choice.blocks.end(), block) != choice.blocks.end();
    if (!has_record(columns_, rows[i]) && !is_known) choice.blocks.push_back(block);
  }
  choice.cost = static_cast<uint32_t>(choice.blocks.size()) * (kRequestRows + kBlockRows);
  if (choice.cost >= best.cost) return;
  best.blocks.swap(choice.blocks);
  best.cost = choice.cost;
}

// `choice`: of blocks in the catalogue's order. Where one or two small blocks hold all of `rows` that are missing of
// one, they take its place.
void BlockSets::take_small(std::span<const uint32_t> rows, Choice& choice) const {
  if (!has_set_[kSmall]) return;
  for (size_t i = choice.blocks.size(); i-- > 0;) {
    uint32_t held = 0;  // a bit for each small block
    for (const uint32_t row : rows) {
      if (row / kBlockRows == choice.blocks[i] && !has_record(columns_, row))
        held |= 1u << row % kBlockRows / kSmallBlockRows;
    }
    const uint32_t count = population(held);
    if (count > (choice.blocks.size() < kFewBlocks ? 2 : 1)) continue;
    const uint32_t first = first_block_[kSmall] + choice.blocks[i] * (kBlockRows / kSmallBlockRows);
    choice.cost += count * (kRequestRows + kSmallBlockRows) - (kRequestRows + kBlockRows);
    choice.blocks[i] = first + static_cast<uint32_t>(std::countr_zero(held));
    held &= held - 1;
    if (held) choice.blocks.push_back(first + static_cast<uint32_t>(std::countr_zero(held)));
  }
}

Column<uint32_t> BlockSets::missing(const Query& query, std::span<const uint32_t> rows) {
  Choice best;
  consider(0, rows, rows, best);
  take_small(rows, best);
  for (size_t f = 0; f < kFacetCount; ++f) {
    Column<uint32_t> places;
    const std::span<const uint32_t> selected = query.selected[f];
    if (has_set_[f + 1] && !selected.empty() && place_by_value(selected, f, rows, places))
      consider(f + 1, {places.data(), places.size()}, rows, best);
  }
  if (has_set_[kTitles] && query.sort == Sort::kTitle) {
    const Column<uint32_t> places = places_in(titles_of(columns_), rows);
    if (places.empty() || places[places.size() - 1] < most_)
      consider(kTitles, {places.data(), places.size()}, rows, best);
  }
  return std::move(best.blocks);
}

}  // namespace catalogue
