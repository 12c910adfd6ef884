// SPDX-License-Identifier: MIT
// The heap of the visitors' module, tried on memory of the test's own.
#include "memory/free_blocks.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

namespace catalogue {
namespace {

constexpr size_t kRoom = 64 * 1024;

class FreeBlocksTest : public testing::Test {
 protected:
  FreeBlocksTest() { blocks_.add(memory_.data(), kRoom); }

  // The largest size that can be taken at once.
  size_t largest() {
    for (size_t size = kRoom; size > 0; size -= 8) {
      void* const taken = blocks_.take(size);
      if (!taken) continue;
      blocks_.give_back(taken);
      return size;
    }
    return 0;
  }

  std::vector<uint64_t> memory_ = std::vector<uint64_t>(kRoom / 8);
  FreeBlocks blocks_;
};

TEST_F(FreeBlocksTest, gives_out_nothing_when_no_block_has_room) {
  EXPECT_EQ(blocks_.take(kRoom), nullptr);
  EXPECT_EQ(blocks_.take(SIZE_MAX), nullptr);
  EXPECT_EQ(blocks_.take(SIZE_MAX - 16), nullptr);
  EXPECT_EQ(FreeBlocks::room_for(SIZE_MAX - 16), SIZE_MAX);
}

TEST_F(FreeBlocksTest, neighbours_that_are_given_back_are_one_block_again) {
  const size_t whole = largest();
  void* taken[4];
  for (void*& each : taken) each = blocks_.take(100);
  for (const size_t i : {1, 3, 0, 2}) blocks_.give_back(taken[i]);
  EXPECT_EQ(largest(), whole);
}

TEST_F(FreeBlocksTest, memory_that_follows_is_joined_to_what_is_free) {
  FreeBlocks blocks;
  blocks.add(memory_.data(), kRoom / 2);
  EXPECT_EQ(blocks.take(kRoom * 3 / 4), nullptr);
  blocks.add(memory_.data() + kRoom / 16, kRoom / 2);
  EXPECT_NE(blocks.take(kRoom * 3 / 4), nullptr);
}

TEST_F(FreeBlocksTest, a_block_grows_in_place_only_where_nothing_follows) {
  void* const first = blocks_.take(1000);
  void* const second = blocks_.take(1000);
  EXPECT_FALSE(blocks_.resize(first, 2000));
  EXPECT_FALSE(blocks_.resize(second, SIZE_MAX - 16));
  EXPECT_TRUE(blocks_.resize(second, 30000));
  EXPECT_GE(FreeBlocks::usable(second), 30000u);
  EXPECT_TRUE(blocks_.resize(first, 10));
  EXPECT_LT(FreeBlocks::usable(first), 100u);
}

// Each block is filled with its own byte, which must still be there when it is given back.
TEST_F(FreeBlocksTest, no_block_is_ever_given_out_twice) {
  struct Taken {
    unsigned char* bytes;
    size_t size;
    unsigned char mark;
  };
  const size_t whole = largest();
  std::mt19937 random(1);
  std::vector<Taken> all;
  for (int step = 0; step < 20000; ++step) {
    const size_t size = random() % 3000;
    const auto mark = static_cast<unsigned char>(step);
    if (random() % 2) {
      if (void* const bytes = blocks_.take(size)) all.push_back({static_cast<unsigned char*>(bytes), size, mark});
    } else if (!all.empty()) {
      std::swap(all[random() % all.size()], all.back());
      Taken& last = all.back();
      for (size_t i = 0; i < last.size; ++i) ASSERT_EQ(last.bytes[i], last.mark) << step;
      if (random() % 2 && blocks_.resize(last.bytes, size)) {
        last = {last.bytes, size, mark};
      } else {
        blocks_.give_back(last.bytes);
        all.pop_back();
        continue;
      }
    }
    if (all.empty()) continue;
    ASSERT_EQ(reinterpret_cast<uintptr_t>(all.back().bytes) % 8, 0u);
    std::memset(all.back().bytes, all.back().mark, all.back().size);
  }
  for (const Taken& each : all) blocks_.give_back(each.bytes);
  EXPECT_EQ(largest(), whole);
}

}  // namespace
}  // namespace catalogue
