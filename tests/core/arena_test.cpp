// SPDX-License-Identifier: MIT
// The arena that answers live in.
#include "catalogue/arena.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace catalogue {
namespace {

TEST(Arena, KeepsEveryPieceApartHoweverManyBlocksItTakes) {
  Arena arena;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 5000; ++i)
    kept.push_back(arena.keep(std::string(static_cast<size_t>(i % 97), static_cast<char>('a' + i % 26))));
  for (int i = 0; i < 5000; ++i) {
    EXPECT_EQ(kept[static_cast<size_t>(i)], std::string(static_cast<size_t>(i % 97), static_cast<char>('a' + i % 26)));
  }
}

TEST(Arena, GivesAlignedZeroesAlsoAfterItWasUsedAndCleared) {
  Arena arena;
  for (int round = 0; round < 3; ++round) {
    arena.keep("abc");
    const auto numbers = arena.make<uint64_t>(20'000);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(numbers.data()) % 8, 0u);
    for (uint64_t& number : numbers) {
      ASSERT_EQ(number, 0u);
      number = UINT64_MAX;
    }
    arena.clear();
  }
}

}  // namespace
}  // namespace catalogue
