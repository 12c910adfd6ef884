// SPDX-License-Identifier: MIT
// Licences in an editor's words and links. The cases are in tests/cases/licences.txt.
#include <gtest/gtest.h>

#include "cases.h"
#include "meaning/licence_reading.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

std::string written(const LicenceReading& reading) {
  std::string out = reading.status == LicenceStatus::kKnown ? reading.id : "?";
  if (!reading.family.empty()) out += " [" + reading.family + "]";
  if (!reading.jurisdiction.empty()) out += " (" + reading.jurisdiction + ")";
  for (size_t i = 0; i < reading.candidates.size(); ++i) out += (i ? ", " : " ") + reading.candidates[i];
  if (!reading.problem.empty()) out += " !" + std::string(reading.problem);
  return out;
}

TEST(Licence, reads_every_form_of_the_case_files) {
  for (const char* file : {"licences.txt", "licences-of-catalogues.txt"}) {
    const auto cases = read_cases(file);
    EXPECT_GT(cases.size(), 140u);
    for (const Case& each : cases) {
      const size_t link = each.text.find(" <");
      const std::string words = each.text.substr(0, link);
      const std::string url = link == std::string::npos ? "" : each.text.substr(link + 2, each.text.size() - link - 3);
      EXPECT_EQ(written(read_licence(words, url)), each.meaning) << file << ":" << each.line << ": " << each.text;
    }
  }
}

TEST(Licence, without_a_version_has_the_rights_of_every_version) {
  const auto all = static_cast<uint8_t>(kRightCommercial | kRightModification | kRightSharing | kRightFree);
  const LicenceReading share_alike = read_licence("CC BY-SA", "");
  EXPECT_EQ(share_alike.family, "CC-BY-SA");
  EXPECT_EQ(share_alike.rights & all, all);
  // Retired CC SA 1.0, CC BY-SA and CC BY-NC-SA agree on these two alone.
  const LicenceReading vague = read_licence("Creative Commons - Partage des conditions initiales à l'identique", "");
  EXPECT_EQ(vague.family, "");
  EXPECT_EQ(vague.rights & all, kRightModification | kRightSharing);
  for (const char* words : {"CC0 (mostly)", "Open licence", "licence ouverte", "Licence : provided by us",
                            "Licence libre", "Non commercial", "CC BY, tous droits réservés"})
    EXPECT_EQ(read_licence(words, "").rights & all, 0) << words;
}

TEST(Licence, has_a_family) {
  EXPECT_EQ(licence_family("CC-BY-SA-4.0"), "CC-BY-SA");
  EXPECT_EQ(licence_family("cc-by-nc-sa-2.0-fr"), "CC-BY-NC-SA");
  EXPECT_EQ(licence_family("CC-BY-SA"), "CC-BY-SA");
  EXPECT_EQ(licence_family("etalab-2.0"), "etalab");
  EXPECT_EQ(licence_family("LicenseRef-etalab-1.0"), "etalab");
  EXPECT_EQ(licence_family("LicenseRef-all-rights-reserved"), "LicenseRef-all-rights-reserved");
  EXPECT_EQ(licence_family("GPL-3.0-or-later"), "GPL");
  EXPECT_EQ(licence_family("MIT"), "MIT");
  EXPECT_EQ(licence_family("LicenseRef-unheard-of-1.0"), "LicenseRef-unheard-of-1.0");
  for (const std::string& id : licence_ids()) EXPECT_EQ(licence_rights(licence_family(id)), licence_rights(id)) << id;
}

TEST(Licence, reads_its_own_ids) {
  EXPECT_GT(licence_ids().size(), 80u);
  for (const std::string& id : licence_ids()) {
    EXPECT_EQ(read_licence(id, "").id, id);
    EXPECT_EQ(read_licence("Licence " + id, "").id, id);
  }
}

// "CC BY-SA 3.0 IGO" is a port that words do not name, and "CC SA" may have lost its "BY"; everything
// else comes back from its label.
TEST(Licence, reads_back_every_label) {
  for (const std::string& id : licence_ids()) {
    const bool is_port = id.starts_with("CC-BY") && id.find_last_of('-') > id.find('.');
    if (is_port && id.find('.') != std::string::npos) continue;
    if (id.starts_with("GFDL-1.3-no") || id.starts_with("CC-SA")) continue;
    EXPECT_EQ(read_licence("Licence " + licence_label(id), "").id, id) << licence_label(id);
  }
}

TEST(Licence, never_gives_a_right_that_the_family_lacks) {
  const auto has = [](std::string_view id, int rights) { return (licence_rights(id) & rights) == rights; };
  EXPECT_EQ(licence_rights("CC-BY-NC-ND-4.0"), kRightSharing);
  EXPECT_EQ(licence_rights("cc-by-nc-nd-4.0"), licence_rights("CC-BY-NC-ND-4.0"));
  EXPECT_EQ(licence_rights("CC-BY-NC-SA-2.0-FR"), kRightModification | kRightSharing);
  EXPECT_TRUE(has("CC-BY-ND-4.0", kRightCommercial | kRightSharing));
  EXPECT_FALSE(has("CC-BY-ND-4.0", kRightModification));
  EXPECT_FALSE(has("CC-BY-NC-4.0", kRightCommercial));
  EXPECT_FALSE(has("CC-BY-NC-4.0", kRightFree));
  EXPECT_TRUE(has("CC-BY-SA-4.0", kRightFree | kRightModification));
  EXPECT_TRUE(has("etalab-2.0", kRightFree | kRightCommercial | kRightModification | kRightSharing));
  EXPECT_TRUE(has("GPL-3.0-or-later", kRightFree));
  EXPECT_FALSE(has("GFDL-1.3-only", kRightFree));
  EXPECT_TRUE(has("GFDL-1.3-no-invariants-only", kRightFree));
  EXPECT_EQ(licence_rights("LicenseRef-all-rights-reserved"), 0);
}

TEST(Licence, gives_no_right_to_an_unknown_id) {
  for (const char* id : {"", "CC", "CC-BY-XX-4.0", "CC-BY-NC-FOO", "MITX", "inconnue", "CC-BYE-4.0", "GPL-or-nothing"})
    EXPECT_EQ(licence_rights(id), 0) << id;
}

TEST(Licence, has_a_short_label) {
  EXPECT_EQ(licence_label("CC-BY-SA-4.0"), "CC BY-SA 4.0");
  EXPECT_EQ(licence_label("CC-BY-NC-SA-2.0-FR"), "CC BY-NC-SA 2.0 FR");
  EXPECT_EQ(licence_label("etalab-2.0"), "Licence Ouverte 2.0");
  EXPECT_EQ(licence_label("LicenseRef-etalab-1.0"), "Licence Ouverte 1.0");
  EXPECT_EQ(licence_label("GPL-3.0-or-later"), "GPL 3.0+");
  EXPECT_EQ(licence_label("GPL-3.0-only"), "GPL 3.0");
  EXPECT_EQ(licence_label("LicenseRef-all-rights-reserved"), "Tous droits réservés");
  EXPECT_EQ(licence_label("LicenseRef-all-rights-reserved", Language::kEnglish), "All rights reserved");
  EXPECT_EQ(licence_label("LicenseRef-unheard-of"), "LicenseRef-unheard-of");
}

TEST(Licence, stands_alone_only_when_it_can_be_nothing_else) {
  for (const char* words :
       {"CC BY 4.0", "CC BY-SA", "etalab-2.0", "Tous droits réservés", "CC0", "domaine public", "GPL 3.0"})
    EXPECT_TRUE(read_licence(words, "").is_sure) << words;
  for (const char* words :
       {"MIT", "Apache", "Open source", "SA", "LO", "France", "Numérique Responsable", "By", "Libre"})
    EXPECT_FALSE(read_licence(words, "").is_sure) << words;
}

}  // namespace
}  // namespace catalogue
