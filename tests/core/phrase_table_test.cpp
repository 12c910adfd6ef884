// SPDX-License-Identifier: MIT
// Tables of phrases come out of their joined texts as they were written, and in the order that searches rely on.
#include "meaning/phrase_table.h"

#include <gtest/gtest.h>

#include "meaning/duration_words.h"
#include "meaning/licence_words.h"
#include "meaning/tag.h"

namespace catalogue {
namespace {

enum class Colour : uint8_t { kRed, kBlue };

constexpr Phrase<Colour> kColours[] = {{"bleu", Colour::kBlue, 0},
                                       {"bleu nuit", Colour::kBlue, -1},
                                       {"rouge", Colour::kRed, 1'000'000'000},
                                       {"été", Colour::kRed, 7}};

TEST(PhraseTable, GivesEachPhraseItsTextKindAndValue) {
  const auto table = phrase_table<kColours>();
  ASSERT_EQ(table.size(), std::size(kColours));
  for (size_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(table[i].text, kColours[i].text);
    EXPECT_EQ(table[i].kind, kColours[i].kind);
    EXPECT_EQ(table[i].value, kColours[i].value);
  }
}

TEST(PhraseTable, StaysInPlaceForTheMatchesThatPointIntoIt) {
  EXPECT_EQ(phrase_table<kColours>().data(), phrase_table<kColours>().data());
}

template <typename Kind>
void expect_sorted(std::span<const Phrase<Kind>> table) {
  ASSERT_FALSE(table.empty());
  EXPECT_FALSE(table[0].text.empty());
  for (size_t i = 1; i < table.size(); ++i) EXPECT_LT(table[i - 1].text, table[i].text);
}

TEST(PhraseTable, OfTheProductIsSortedForBinarySearch) {
  expect_sorted(duration_phrases());
  expect_sorted(licence_phrases());
  expect_sorted(label_phrases());
  for (const TagKind kind : kTabledKinds) expect_sorted(tag_phrases(kind));
}

}  // namespace
}  // namespace catalogue
