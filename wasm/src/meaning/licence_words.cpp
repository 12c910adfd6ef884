// SPDX-License-Identifier: MIT
// The licence table as builds read it: families, versions, ids.
#include "meaning/licence_words.h"

#include "meaning/licence_reading.h"
#include "meaning/phrase_table.h"
#include "text/ascii.h"

namespace catalogue {
namespace {
#include "licence_phrases.h"

bool equals_caseless(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

// "4" and "v4.0" are "4.0".
std::string full_version(std::string_view version) {
  std::string full(version);
  if (!full.empty() && full.find('.') == std::string::npos) full += ".0";
  return full;
}

void add_version(std::vector<std::string>& ids, const LicenceFamily& family, std::string_view version, bool is_later) {
  std::string id = std::string(family.stem) + "-" + std::string(version);
  if (family.has_later) id += is_later ? "-or-later" : "-only";
  ids.push_back(std::move(id));
}

void add_all_ids(std::vector<std::string>& ids, const LicenceFamily& family) {
  for (std::string& id : family_ids(family, "", false)) {
    if (id.find("LicenseRef-") == 0 && family.stem.find("LicenseRef-") != 0) continue;
    ids.push_back(std::move(id));
  }
  if (family.has_later)
    for (std::string& id : family_ids(family, "", true)) ids.push_back(std::move(id));
  for (const std::string_view port : split_list(family.ports))
    ids.push_back(std::string(family.stem) + "-" + std::string(port));
}

std::vector<std::string> all_ids() {
  std::vector<std::string> ids;
  for (const LicenceFamily& family : kLicenceFamilies) add_all_ids(ids, family);
  return ids;
}

}  // namespace

std::span<const LicenceFamily> licence_families() { return kLicenceFamilies; }
std::span<const LicenceUrl> licence_urls() { return kLicenceUrls; }
std::span<const AmbiguousWords> ambiguous_words() { return kAmbiguousWords; }
std::span<const Phrase<LicenceWord>> licence_phrases() { return phrase_table<kLicencePhrases>(); }
std::span<const std::string_view> jurisdictions() { return kJurisdictions; }
std::span<const std::string_view> unit_scheme_urls() { return kUnitSchemeUrls; }
std::span<const std::string_view> id_urls() { return kIdUrls; }
std::span<const std::string_view> retired_units() { return kRetiredUnits; }
std::span<const std::string_view> free_announcements() { return kFreeAnnouncements; }

std::vector<std::string_view> split_list(std::string_view list) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const size_t space = list.find(' ');
    if (space != 0) items.push_back(list.substr(0, space));
    list = space == std::string_view::npos ? std::string_view() : list.substr(space + 1);
  }
  return items;
}

std::vector<std::string> family_ids(const LicenceFamily& family, std::string_view version, bool is_later) {
  std::vector<std::string> ids;
  const std::string wanted = full_version(version);
  const auto versions = split_list(family.versions);
  for (const std::string_view each : versions)
    if (wanted.empty() || wanted == each) add_version(ids, family, each, is_later);
  for (const std::string_view other : split_list(family.other_versions)) {
    const size_t equals = other.find('=');
    if (wanted.empty() || wanted == other.substr(0, equals)) ids.emplace_back(other.substr(equals + 1));
  }
  if (versions.empty()) {
    ids.emplace_back(family.stem);
    if (family.has_later) ids.back() += is_later ? "-or-later" : "-only";
  }
  return ids;
}

const std::vector<std::string>& licence_ids() {
  static const std::vector<std::string> kIds = all_ids();
  return kIds;
}

std::string_view known_id(std::string_view id) {
  for (const std::string& known : licence_ids())
    if (equals_caseless(known, id)) return known;
  return {};
}

}  // namespace catalogue
