// SPDX-License-Identifier: MIT
// The licence table that builds use. Its rows come from data/tables/licences.json.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/phrases.h"

namespace catalogue {

enum class LicenceWord : uint8_t {
  kUnit,          // value: index in kUnitNames
  kScheme,        // "Creative Commons"
  kFamily,        // value: index in kLicenceFamilies
  kVagueFamily,   // the same, by words that may mean no licence in particular
  kJurisdiction,  // value: index in kJurisdictions
  kLater,         // "or later"
  kLabel,         // "licence"
  kHedge,         // "mostly", "sauf": the licence is not that of everything
  kJoint,         // "or", "et": another licence may follow
  kNoise,
  kAmbiguous,  // value: index in kAmbiguousWords
};

// stem, versions, ports: an id is the stem, or stem-version, or stem-port ("2.0-FR"). other_versions:
// "1.0=LicenseRef-x", ids of versions that SPDX does not list. Lists are separated by spaces.
// units: bits over kUnitNames, 0 outside of Creative Commons. has_later: -only and -or-later exist.
struct LicenceFamily {
  std::string_view stem, versions, ports, other_versions;
  uint32_t units;
  bool has_later;
};

// An address without scheme and "www.", up to the version. is_overview: the page of all versions.
struct LicenceUrl {
  std::string_view before;
  bool has_version;
  bool is_overview;
  int32_t family;
};

struct AmbiguousWords {
  std::string_view phrase, candidates;
};

std::span<const LicenceFamily> licence_families();
std::span<const LicenceUrl> licence_urls();
std::span<const AmbiguousWords> ambiguous_words();
std::span<const Phrase<LicenceWord>> licence_phrases();
std::span<const std::string_view> jurisdictions();
std::span<const std::string_view> unit_scheme_urls();
std::span<const std::string_view> id_urls();
std::span<const std::string_view> retired_units();

// Folded phrases with which a page announces free licences ("licence libre").
std::span<const std::string_view> free_announcements();

// The items of a list separated by spaces.
std::vector<std::string_view> split_list(std::string_view list);

// The ids that a family may mean: of all its versions when `version` is "", else of that version
// ("4" is "4.0"). Empty when the family has no such version. is_later: the text has "or later".
std::vector<std::string> family_ids(const LicenceFamily& family, std::string_view version, bool is_later);

// The id of the table that equals `id` but for case, or "".
std::string_view known_id(std::string_view id);

}  // namespace catalogue
