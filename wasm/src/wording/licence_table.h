// SPDX-License-Identifier: MIT
// Rights, families and short names of licences, by id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/language.h"
#include "text/output.h"

namespace catalogue {

// Bits of licence_rights(), in the order of kRightValues. kRightFree: a free-culture or free-software licence.
enum LicenceRight : uint8_t {
  kRightCommercial = 1,
  kRightModification = 2,
  kRightSharing = 4,
  kRightFree = 8,
  kAllRights = 15,
};

// The LicenceRight bits of an SPDX id, a family or LicenseRef-*, compared without case. An id that the
// table does not hold has no right: rights are never guessed. Source: data/tables/licences.json.
uint8_t licence_rights(const std::string_view& id);

// The id without its version: "CC-BY-SA" for "cc-by-sa-3.0-at" and for itself, "etalab" for both Licences Ouvertes.
// An unlisted id is its own family.
std::string_view licence_family(const std::string_view& id);

// Whether the table holds the licence or its family.
bool is_listed_licence(const std::string_view& id);

// Whether it does, and the id is written as SPDX writes it. Listed ids that
// differ by case alone are the same.
enum class LicenceSpelling : uint8_t { kUnlisted, kOther, kStandard };
LicenceSpelling spelling_of_licence(const std::string_view& id);

// Writes the short name of a licence ("CC BY-SA 4.0", "GPL 3.0+"), in `language` if it has a translation. An unlisted
// id is its own label.
void write_licence_label(Output& out, const std::string_view& id, Language language);

// The same as a string, for builds.
inline std::string licence_label(const std::string_view& id, Language language = Language::kFrench) {
  Output out;
  write_licence_label(out, id, language);
  return std::string(out.view());
}

}  // namespace catalogue
