// SPDX-License-Identifier: MIT
#include "text/collate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace catalogue {
namespace {

std::vector<std::string> in_order(const std::vector<std::string>& texts) {
  CollationKeys keys;
  for (const std::string& text : texts) keys.add(text);
  std::vector<std::string> sorted;
  for (const uint32_t i : keys.sorted()) sorted.push_back(texts[i]);
  return sorted;
}

TEST(Collate, ATextComesBeforeThoseThatItBeginsAtAnyLength) {
  std::vector<std::string> texts;
  for (size_t size = 0; size < 40; ++size) texts.push_back(std::string(size, 'a'));
  std::vector<std::string> shuffled(texts.rbegin(), texts.rend());
  std::rotate(shuffled.begin(), shuffled.begin() + 17, shuffled.end());
  EXPECT_EQ(in_order(shuffled), texts);
}

TEST(Collate, OneLetterDecidesAtAnyPlace) {
  for (size_t at = 0; at < 40; ++at) {
    std::string first(40, 'm');
    std::string last(40, 'm');
    first[at] = 'b';
    last[at] = 'y';
    const std::string middle(40, 'm');
    EXPECT_EQ(in_order({last, middle, first}), (std::vector<std::string>{first, middle, last})) << at;
  }
}

TEST(Collate, AccentsAndCaseDecideLastAndNumbersCompareByValue) {
  const std::vector<std::string> order = {"Achats 2", "Achats 10", "Eco", "Éco", "Écoconception", "etude", "étude 3"};
  EXPECT_EQ(in_order({"étude 3", "Écoconception", "Achats 10", "Éco", "etude", "Achats 2", "Eco"}), order);
}

TEST(Collate, EqualTextsKeepTheirOrderAndTheLastKeyFollowsAll) {
  CollationKeys keys;
  keys.add_last();
  keys.add("zoé");
  keys.add("zoé");
  keys.add(std::string_view("\xFF\xFF\xFF", 3));
  const Column<uint32_t> sorted = keys.sorted();
  const std::vector<uint32_t> order(sorted.begin(), sorted.end());
  EXPECT_LT(std::find(order.begin(), order.end(), 1), std::find(order.begin(), order.end(), 2));
  EXPECT_EQ(order.back(), 0u);
}

}  // namespace
}  // namespace catalogue
