// SPDX-License-Identifier: MIT
// Reads the licence of a tag, from its text and link.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

enum class LicenceStatus : uint8_t { kUnknown, kAmbiguous, kKnown };

// The licence of a tag.
// id: SPDX id or LicenseRef-*, "" unless the status is kKnown.
// jurisdiction: ISO 3166-1 alpha-2 of a Creative Commons port, lower case, or "".
// family: SPDX stem ("CC-BY-SA") where the version alone is unknown, else "".
// rights: LicenceRight bits that every candidate grants, without an id; 0 where nothing is sure.
// candidates: ids that the words or link could mean, when they are ambiguous; may be empty.
// problem: code of a diagnostic, or "": "licence-url-disagrees" (the link won over
// the words), "licence-version-missing", "licence-ambiguous", "licence-retired",
// "licence-impossible", "licence-version-unknown", "licence-partial" (of a part of the training only),
// "licence-unknown".
// is_labelled: the text has the word "licence", or the link is a licence's address.
// is_sure: the text is a licence even without that word ("CC BY 4.0").
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
// both are clear and differ, even an address of another site that names a licence. Nothing is
// guessed: a missing version stays open, with the rights that every version grants. Cost: linear.
LicenceReading read_licence(std::string_view text, std::string_view url);

// Whether the table has the address as that of a licence.
bool is_licence_url(std::string_view url);

// Every id of the table, in the table's order.
const std::vector<std::string>& licence_ids();

}  // namespace catalogue
