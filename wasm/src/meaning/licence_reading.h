// SPDX-License-Identifier: MIT
// From an editor's words and link to a licence, or an honest "ambiguous".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

enum class LicenceStatus : uint8_t { kUnknown, kAmbiguous, kKnown };

// What a tag says of the licence.
// id: SPDX id or LicenseRef-*, "" unless the status is kKnown.
// jurisdiction: ISO 3166-1 alpha-2 of a Creative Commons port, lower case, or "".
// family: SPDX stem ("CC-BY-SA") where the version alone is unknown, else "".
// rights: LicenceRight bits that every candidate grants, without an id; 0 where nothing is sure.
// candidates: ids that the words or link could mean, when they are ambiguous; may be empty.
// problem: code of what an editor should know, or "": "licence-url-disagrees" (the link won over
// the words), "licence-version-missing", "licence-ambiguous", "licence-retired",
// "licence-impossible", "licence-version-unknown", "licence-partial" (not of everything),
// "licence-unknown".
// is_labelled: the text itself says that it is about a licence, or links to one.
// is_sure: a text without such a label can be nothing but a licence ("CC BY 4.0").
// has_only_licence_words: every word is one of the table's ("MIT", which may be a school).
struct LicenceReading {
  LicenceStatus status = LicenceStatus::kUnknown;
  std::string id;
  std::string family;
  uint8_t rights = 0;
  std::string jurisdiction;
  std::vector<std::string> candidates;
  std::string_view problem;
  bool is_labelled = false;
  bool is_sure = false;
  bool has_only_licence_words = false;
};

// text: UTF-8, such as "Licence CC BY-NC-SA 4.0". url: the tag's link, or "". The link wins when
// both are clear and differ, also where it is another site's that names a licence. Nothing is
// guessed: a missing version stays open, with the rights that every version grants. Linear.
LicenceReading read_licence(std::string_view text, std::string_view url);

// Whether the address is one that the table knows to be a licence's.
bool is_licence_url(std::string_view url);

// Every id of the table, in the table's order.
const std::vector<std::string>& licence_ids();

}  // namespace catalogue
