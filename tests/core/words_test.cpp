// SPDX-License-Identifier: MIT
// Words as a search sees them: folded, without what is elided, down to their stems.
#include "search/words.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace catalogue {
namespace {

std::string words_of(std::string_view text) {
  std::string all;
  Word word;
  for (WordCursor cursor(text); cursor.next(word);) {
    all += (all.empty() ? "" : " ") + std::string(word.folded()) + "@" + std::to_string(word.begin) + "-" +
           std::to_string(word.end);
  }
  return all;
}

TEST(Words, are_folded_letters_and_where_they_stand) {
  EXPECT_EQ(words_of("Éco-conception, 2"), "eco@0-4 conception@5-15 2@17-18");
  EXPECT_EQ(words_of("Œuvre Æthelstan Straße ĲSSEL Þór"),
            "oeuvre@0-6 aethelstan@7-17 strasse@18-25 ijssel@26-32 thor@33-38");
  EXPECT_EQ(words_of("e\u0301t\u00ADe\u0301"), "ete@0-9");
  EXPECT_EQ(words_of("Привет 世界"), "Привет@0-12 世界@13-19");
  EXPECT_EQ(words_of("a×b “c” \377d 😀"), "a@0-1 b@3-4 c@8-9 d@14-15");
  EXPECT_EQ(words_of(""), "");
}

TEST(Words, are_found_without_what_is_elided_before_them) {
  EXPECT_EQ(words_of("l'impact d’une"), "impact@2-8 une@13-16");
  EXPECT_EQ(words_of("QU'elle lorsqu'il"), "elle@3-7 il@15-17");
  EXPECT_EQ(words_of("aujourd'hui l'"), "aujourd@0-7 hui@8-11");
}

TEST(Words, keep_the_first_forty_eight_letters) {
  EXPECT_EQ(words_of(std::string(60, 'a') + " b"), std::string(48, 'a') + "@0-60 b@61-62");
  EXPECT_EQ(words_of(std::string(47, 'a') + "œœ"), std::string(47, 'a') + "oe@0-51");
  EXPECT_EQ(words_of(std::string(47, 'a') + "世世"), std::string(47, 'a') + "世@0-53");
}

std::string stem(std::string_view word) {
  char letters[Word::kCapacity];
  std::memcpy(letters, word.data(), word.size());
  return {letters, stem_in_place(letters, word.size())};
}

TEST(Words, of_one_family_have_one_stem) {
  struct Case {
    std::string_view word;
    std::string_view stem;
  };
  for (const Case& c : {Case{"impacts", "impact"},
                        Case{"environnementaux", "environnemental"},
                        Case{"environnementale", "environnemental"},
                        Case{"reseaux", "reseau"},
                        Case{"eaux", "eau"},
                        Case{"jeux", "jeu"},
                        Case{"taux", "tau"},
                        Case{"formatrices", "formateur"},
                        Case{"formateur", "formateur"},
                        Case{"nombreuses", "nombreu"},
                        Case{"nombreux", "nombreu"},
                        Case{"collectives", "collectif"},
                        Case{"vive", "viv"},
                        Case{"creee", "cre"},
                        Case{"mesurer", "mesur"},
                        Case{"mesurez", "mesur"},
                        Case{"mesure", "mesur"},
                        Case{"hier", "hier"},
                        Case{"europeennes", "europeen"},
                        Case{"europeen", "europeen"},
                        Case{"les", "les"},
                        Case{"as", "as"},
                        Case{"", ""}}) {
    EXPECT_EQ(stem(c.word), c.stem) << c.word;
  }
}

}  // namespace
}  // namespace catalogue
