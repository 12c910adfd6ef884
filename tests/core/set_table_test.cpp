// SPDX-License-Identifier: MIT
// The set table and its counting loops, against plain loops.
#include "model/set_table.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "filter/tally.h"
#include "model/bitset.h"

namespace catalogue {
namespace {

// Around the 64 bits of a block, and the four blocks of a step.
constexpr size_t kRowCounts[] = {1, 63, 64, 65, 254, 255, 256, 511, 5000};

class Filled {
 public:
  Filled(size_t sets, size_t rows, uint32_t percent) : rows_(rows) {
    table.declare(sets);
    table.start(static_cast<uint32_t>(rows));
    for (size_t s = 0; s < sets; ++s) {
      for (uint32_t row = 0; row < rows; ++row) {
        if (random_() % 100 < percent) add_row(table.set(s), row);
      }
    }
  }

  // Each row with this chance.
  std::vector<uint64_t> choose(uint32_t percent) {
    std::vector<uint64_t> chosen(table.blocks());
    for (uint32_t row = 0; row < rows_; ++row) {
      if (random_() % 100 < percent) add_row(chosen.data(), row);
    }
    return chosen;
  }

  // A plain loop.
  std::vector<uint32_t> list(const std::vector<uint64_t>& chosen) const {
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < rows_; ++row) {
      if (has_row(chosen.data(), row)) rows.push_back(row);
    }
    return rows;
  }

  SetTable table;

 private:
  std::mt19937 random_{7};
  size_t rows_;
};

TEST(SetTable, of_no_training_has_empty_sets_apart) {
  SetTable table;
  EXPECT_EQ(table.declare(3), 0u);
  EXPECT_EQ(table.declare(2), 3u);
  table.start(0);
  EXPECT_EQ(table.size(), 5u);
  for (size_t s = 0; s < 5; ++s) EXPECT_EQ(table.number_of(table.set(s)), s);
}

TEST(SetTable, knows_its_sets_from_others) {
  const Filled filled(3, 200, 30);
  for (size_t s = 0; s < 3; ++s) EXPECT_EQ(filled.table.number_of(filled.table.set(s)), s);
  const std::vector<uint64_t> other(filled.table.blocks());
  EXPECT_GE(filled.table.number_of(other.data()), 3u);
}

TEST(Tally, lists_the_rows_of_a_set_in_order) {
  for (const size_t rows : kRowCounts) {
    for (const uint32_t percent : {0u, 1u, 20u, 100u}) {
      Filled filled(1, rows, 50);
      const std::vector<uint64_t> chosen = filled.choose(percent);
      const std::vector<uint32_t> expected = filled.list(chosen);
      std::vector<uint32_t> listed(expected.size() + kListSlack);
      list_rows(chosen.data(), chosen.size(), listed.data());
      listed.resize(expected.size());
      EXPECT_EQ(listed, expected) << rows << " rows, " << percent << " %";
    }
  }
}

TEST(Tally, of_sets_counts_their_common_rows) {
  for (const size_t rows : kRowCounts) {
    for (const uint32_t percent : {5u, 90u, 100u}) {
      Filled filled(2, rows, percent);
      const std::vector<uint64_t> chosen = filled.choose(percent);
      for (size_t s = 0; s < 2; ++s) {
        uint32_t expected = 0;
        for (const uint32_t row : filled.list(chosen)) expected += has_row(filled.table.set(s), row);
        EXPECT_EQ(common_population(chosen.data(), filled.table.set(s), chosen.size()), expected)
            << rows << " rows, " << percent << " %";
      }
    }
  }
}

TEST(Tally, of_held_values_counts_each_of_them) {
  const uint32_t first[] = {0, 2, 2, 3, 6};
  const uint16_t held[] = {1, 0, 1, 0, 1, 2};
  const uint32_t rows[] = {0, 1, 3};
  uint32_t counts[3] = {};
  tally_held(first, held, rows, counts);
  EXPECT_EQ(std::vector<uint32_t>(counts, counts + 3), (std::vector<uint32_t>{2, 2, 1}));
}

}  // namespace
}  // namespace catalogue
