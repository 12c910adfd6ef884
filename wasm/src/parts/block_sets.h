// SPDX-License-Identifier: MIT
// The trainings in several orders, each cut into blocks: a page of results lies in few blocks of one of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "catalogue/query.h"
#include "memory/byte_reader.h"
#include "memory/column.h"
#include "model/columns_builder.h"
#include "parts/part_numbers.h"

namespace catalogue {

// The choices of a facet in the order in which the catalogue first names them, as indexes into its values.
Column<uint32_t> written_choices(const ColumnsBuilder& builder, const Columns& columns, Facet facet);

// The first trainings, `most` at most, that hold each of `values`: one value after the other, each in the order of the
// catalogue. A training is there once per value.
Column<uint32_t> rows_by_value(const FacetColumn& column, uint32_t rows, std::span<const uint32_t> values,
                               uint32_t most);

// The first set is in the order of the catalogue. Then, one per facet of the head, by value; one in the order of the
// titles; and one of small blocks in the order of the catalogue. Their blocks are numbered in this order. The head says
// how many trainings of each value, and of the titles, are in these: of all, there are small blocks too.
class BlockSets {
 public:
  // Both outlive it.
  BlockSets(const Columns& columns, const ColumnsBuilder& builder) : columns_(columns), builder_(builder) {}

  // From the head, after the number of trainings: the number of facets, each facet; how many trainings of each value.
  void read(ByteReader& reader);
  // Once values and totals are known.
  void start();

  uint32_t blocks() const { return first_block_[kSets]; }
  // The trainings of a block, below blocks(). Empty when what it is ordered by is not there: columns, or titles.
  std::span<const uint32_t> rows_of(uint32_t block);
  // The blocks that hold those of `rows`, in the order of the answer to `query`, which are not there: of the set that
  // costs a visitor least. Small ones are mixed with those of the catalogue's order.
  Column<uint32_t> missing(const Query& query, std::span<const uint32_t> rows);

 private:
  // 0: that of the catalogue; f + 1: of facet f; then:
  static constexpr size_t kTitles = kFacetCount + 1;
  static constexpr size_t kSmall = kFacetCount + 2;
  static constexpr size_t kSets = kFacetCount + 3;

  // The blocks of a set that a page would bring.
  struct Choice {
    Column<uint32_t> blocks;
    uint32_t cost = UINT32_MAX;
  };

  struct ByValue {
    Column<uint32_t> rows;   // rows_by_value(); empty until it is needed
    Column<uint32_t> first;  // by choice: where its rows start
  };

  static uint32_t rows_per_block(size_t set) { return set == kSmall ? kSmallBlockRows : kBlockRows; }
  uint32_t held(const FacetColumn& column, uint32_t value) const { return std::min(column.totals[value], most_); }
  const ByValue& by_value(size_t f);
  std::span<const uint32_t> rows_with(size_t f, uint32_t choice);
  bool place_by_value(std::span<const uint32_t> selected, size_t f, std::span<const uint32_t> rows,
                      Column<uint32_t>& places);
  void consider(size_t set, std::span<const uint32_t> places, std::span<const uint32_t> rows, Choice& best) const;
  void take_small(std::span<const uint32_t> rows, Choice& choice) const;

  const Columns& columns_;
  const ColumnsBuilder& builder_;
  uint32_t most_ = 0;  // trainings of a value, or of the titles
  bool has_set_[kSets] = {true};
  uint32_t first_block_[kSets + 1] = {};  // of each set; the end of all
  ByValue by_value_[kFacetCount];
  uint32_t block_rows_[kBlockRows];
};

}  // namespace catalogue
