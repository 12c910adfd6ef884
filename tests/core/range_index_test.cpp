// SPDX-License-Identifier: MIT
// Free ranges of durations, against plain loops: which trainings, and how many hold each value.
#include "model/range_index.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "ask.h"
#include "catalogue/catalogue_reader.h"
#include "catalogue/limits.h"
#include "model/columns.h"
#include "model/overlap.h"

namespace catalogue {
namespace {

constexpr int kRanges = 200;  // per catalogue
constexpr uint32_t kSizes[] = {1, 63, 64, 65, 700};

// How the durations of a catalogue are drawn.
struct Shape {
  const char* name;
  uint32_t alternatives;  // at most
  int32_t longest;
  int32_t step;  // between minutes
};

constexpr Shape kShapes[] = {
    {"hours", 2, 600, 60},
    {"any minute", 2, 900, 1},
    {"many alternatives", 5, 500, 7},
    {"months, past the minutes that are told apart", 2, 40'000, 500},
    {"up to the limit", 3, kMaxMinutes, kMaxMinutes / 10},
    {"none", 0, 1, 1},
};

class Drawn {
 public:
  Drawn(const Shape& shape, uint32_t size) : shape_(shape), size_(size) {
    std::string json = R"({"trainings":[)";
    for (uint32_t i = 0; i < size; ++i) json += (i ? "," : "") + training(i);
    json += "]}";
    read_ = std::move(read_catalogue(json, Language::kFrench).value());
  }

  const Catalogue& catalogue() const { return read_; }

  // Ends of durations and their neighbours, both limits, no limit.
  MinuteRange range() {
    const int32_t from = below(4) ? bound() : 0;
    if (below(4) == 0) return {from, MinuteRange::kOpenEnd};
    return {from, std::max(from, below(8) ? bound() : kMaxMinutes)};
  }

 private:
  int32_t below(int32_t count) { return static_cast<int32_t>(random_() % static_cast<uint32_t>(count)); }
  int32_t bound() { return std::clamp(minutes() + below(3) - 1, 0, kMaxMinutes); }
  int32_t minutes() { return below(shape_.longest / shape_.step + 1) * shape_.step; }

  std::string duration() {
    if (below(12) == 0) return R"({"span":9000})";
    const int32_t min = minutes();
    const std::string start = R"({"min":)" + std::to_string(min);
    if (below(8) == 0) return start + "}";
    const int32_t max = below(4) ? min : std::min(kMaxMinutes, min + minutes());
    return start + R"(,"max":)" + std::to_string(max) + "}";
  }

  std::string training(uint32_t i) {
    const auto name = std::to_string(i);
    std::string json = R"({"id":"t)" + name + R"(","title":"T","themes":["A)" + std::to_string(i % 5) + R"(","B)" +
                       std::to_string(i % 3) + R"("],"durations":[)";
    const int32_t count = shape_.alternatives ? below(static_cast<int32_t>(shape_.alternatives) + 1) : 0;
    for (int32_t k = 0; k < count; ++k) json += (k ? "," : "") + duration();
    return json + "]}";
  }

  const Shape& shape_;
  const uint32_t size_;
  std::mt19937 random_{11};
  Catalogue read_{nullptr};
};

bool is_in(const Columns& columns, uint32_t row, const std::vector<MinuteRange>& ranges) {
  const DurationColumn& durations = columns.durations;
  for (const MinuteRange& range : ranges) {
    for (uint32_t i = durations.first[row]; i < durations.first[row + 1]; ++i) {
      if (overlaps(durations.min[i], durations.max[i], range)) return true;
    }
  }
  return false;
}

std::string query_of(const std::vector<MinuteRange>& ranges) {
  std::string query;
  for (const auto& [min, max] : ranges) {
    query += (query.empty() ? "duree=" : "&duree=") + std::to_string(min) + "-";
    if (max != MinuteRange::kOpenEnd) query += std::to_string(max);
  }
  return query;
}

void expect_true_answer(const Catalogue& catalogue, const std::vector<MinuteRange>& ranges, const char* name) {
  const Columns& columns = catalogue.columns();
  const std::string query = query_of(ranges);
  const Answer answer = ask(parse(query, catalogue), catalogue);
  const FacetColumn& themes = columns.facet(Facet::kTheme);
  std::vector<uint32_t> counts(themes.values.size());
  uint32_t total = 0;
  for (uint32_t row = 0; row < columns.size; ++row) {
    if (!is_in(columns, row, ranges)) continue;
    ++total;
    for (uint32_t i = themes.first[row]; i < themes.first[row + 1]; ++i) ++counts[themes.held[i]];
  }
  ASSERT_EQ(answer.total, total) << name << ", " << columns.size << " trainings: " << query;
  const auto found = answer.counts[static_cast<size_t>(Facet::kTheme)];
  ASSERT_EQ(std::vector<uint32_t>(found.begin(), found.end()), counts)
      << name << ", " << columns.size << " trainings: " << query;
}

TEST(RangeIndex, finds_and_counts_what_plain_loops_do) {
  for (const Shape& shape : kShapes) {
    for (const uint32_t size : kSizes) {
      Drawn drawn(shape, size);
      for (int i = 0; i < kRanges; ++i) expect_true_answer(drawn.catalogue(), {drawn.range()}, shape.name);
      for (int i = 0; i < kRanges; ++i)
        expect_true_answer(drawn.catalogue(), {drawn.range(), drawn.range()}, shape.name);
    }
  }
}

TEST(RangeIndex, counts_ranges_without_a_gap_as_one) {
  constexpr int32_t kEnd = MinuteRange::kOpenEnd;
  const std::vector<std::vector<MinuteRange>> all = {
      {{0, 30}, {31, 60}},
      {{0, 59}, {61, 90}},
      {{0, 60}, {20, 40}},
      {{0, 30}, {0, 60}, {0, 240}},
      {{5, 9}, {9, 20}},
      {{0, 240}, {240, kEnd}},
      {{10, kEnd}, {20, 30}, {500, kEnd}},
      {{0, 30}, {25, 70}, {72, 90}},
  };
  for (const Shape& shape : kShapes) {
    Drawn drawn(shape, 700);
    for (const std::vector<MinuteRange>& ranges : all) expect_true_answer(drawn.catalogue(), ranges, shape.name);
  }
}

TEST(RangeIndex, of_many_trainings_is_made_in_short_steps) {
  Drawn drawn(kShapes[1], 20'000);
  RangeIndex index;
  int steps = 0;
  while (index.build_next(drawn.catalogue().columns())) ++steps;
  // Its memory in four or more, then the trainings in two.
  EXPECT_GE(steps, 6);
  for (int i = 0; i < 20; ++i) expect_true_answer(drawn.catalogue(), {drawn.range()}, "many");
}

TEST(RangeIndex, knows_the_presets_too) {
  for (const Shape& shape : kShapes) {
    Drawn drawn(shape, 700);
    const Columns& columns = drawn.catalogue().columns();
    for (const DurationBucket& bucket : kDurationBuckets) {
      std::vector<uint64_t> set(columns.blocks_per_set());
      add_range(columns, bucket.range, set.data(), test_arena());
      for (uint32_t row = 0; row < columns.size; ++row)
        ASSERT_EQ(has_row(set.data(), row), is_in(columns, row, {bucket.range})) << shape.name << ", row " << row;
    }
  }
}

}  // namespace
}  // namespace catalogue
