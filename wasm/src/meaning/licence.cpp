// SPDX-License-Identifier: MIT
// Reads the licence of a tag, from its text and link.
#include <algorithm>
#include <bit>

#include "meaning/licence_clues.h"
#include "meaning/licence_reading.h"
#include "meaning/licence_url.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

constexpr uint32_t kAttribution = 1;  // the first of kUnitNames

// is_named: the words name a licence. False when they only hold words that licences use too.
struct WordsReading {
  std::vector<std::string> ids;
  std::string_view problem;
  bool is_named = true;
};

void add_unique(std::vector<std::string>& ids, std::string id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

// Adds the family's id of each stated version. Adds all its ids when no version is stated, or when those stated belong
// to another licence ("CC BY-SA 3.0 et GFDL", "CeCILL 2.1 / GPL").
void add_family(std::vector<std::string>& ids, const LicenceFamily& family, const LicenceClues& clues) {
  const size_t before = ids.size();
  for (const std::string_view version : clues.versions)
    for (std::string& id : family_ids(family, version, clues.is_later)) add_unique(ids, std::move(id));
  if (ids.size() > before) return;
  const bool is_of_another = std::any_of(clues.mentions.begin(), clues.mentions.end(),
                                         [](const LicenceMention& each) { return !each.versions.empty(); });
  const bool has_no_such =
      !clues.versions.empty() && !is_of_another && clues.families.size() < 2 && split_list(family.versions).size() > 1;
  if (has_no_such) return;
  for (std::string& id : family_ids(family, "", clues.is_later)) add_unique(ids, std::move(id));
}

// Adds the ids that the units may mean: of the family with exactly these units, else of every
// family that has them all ("share alike" alone).
void add_unit_ids(std::vector<std::string>& ids, const LicenceMention& mention, bool is_clear) {
  const bool has_family = std::any_of(licence_families().begin(), licence_families().end(),
                                      [&](const auto& family) { return family.units == mention.units; });
  // Every licence in use has "by": without it, units are missing. Some may be missing too where a word that may be a
  // unit was not understood.
  const bool is_whole = (mention.units & kAttribution) != 0 && has_family && is_clear;
  for (const bool is_exact : {true, false})
    for (const LicenceFamily& family : licence_families()) {
      const bool fits = family.units != 0 && (family.units & mention.units) == mention.units;
      if (!fits || is_exact != (family.units == mention.units) || (is_whole && !is_exact)) continue;
      for (const std::string_view version : mention.versions)
        for (std::string& id : family_ids(family, version, false)) add_unique(ids, std::move(id));
      if (mention.versions.empty())
        for (std::string& id : family_ids(family, "", false)) add_unique(ids, std::move(id));
    }
}

// The mentions of different licences. A mention that repeats another, in whole or in part, is merged into it: "CC BY-SA
// (attribution, partage à l'identique)" is one licence, "Creative Commons Attribution (CC BY-SA)" is two.
std::vector<LicenceMention> different_mentions(const LicenceClues& clues) {
  std::vector<LicenceMention> kept;
  for (const LicenceMention& each : clues.mentions) {
    if (each.units == 0) continue;
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const LicenceMention& other) {
      const bool is_part = (each.units & other.units) == each.units && !each.has_scheme && !each.is_joined;
      const bool has_part = (each.units & other.units) == other.units && !other.has_scheme && !each.is_joined;
      return each.units == other.units || is_part || has_part;
    });
    if (same == kept.end()) {
      kept.push_back(each);
      continue;
    }
    same->units |= each.units;
    same->spelled_units |= each.spelled_units;
    same->has_scheme |= each.has_scheme;
    same->has_strange_unit |= each.has_strange_unit;
    if (same->jurisdiction.empty()) same->jurisdiction = each.jurisdiction;
    for (const std::string_view version : each.versions)
      if (std::find(same->versions.begin(), same->versions.end(), version) == same->versions.end())
        same->versions.push_back(version);
  }
  // "4.0" before the licence: the only number there is.
  if (kept.size() == 1 && kept[0].versions.empty()) kept[0].versions = clues.versions;
  return kept;
}

// Whether the units name a licence: beside a scheme or a version, or when two units are the whole text. Elsewhere "by"
// and "non commercial" are ordinary words. Attribution and two more units in full words, or one more in what is
// said to be a licence, are the title of a licence whatever stands around them.
bool name_a_licence(const LicenceClues& clues, const LicenceMention& mention) {
  if (clues.has_scheme() || !mention.versions.empty()) return true;
  if (std::popcount(mention.units) > 1 && clues.other_words == 0) return true;
  const bool has_title = (mention.spelled_units & kAttribution) != 0 && mention.spelled_units == mention.units;
  return has_title && std::popcount(mention.units) > (clues.has_label ? 1 : 2);
}

// "No modification" and "share alike" cannot stand together: no family has such units.
bool are_units_impossible(uint32_t units) {
  const auto families = licence_families();
  return std::none_of(families.begin(), families.end(),
                      [units](const LicenceFamily& family) { return (family.units & units) == units; });
}

std::string family_of(const std::vector<std::string>& ids) {
  for (const std::string& id : ids)
    if (licence_family(id) != licence_family(ids[0])) return {};
  return ids.empty() ? std::string() : std::string(licence_family(ids[0]));
}

std::string_view problem_of(const LicenceClues& clues, const std::vector<LicenceMention>& mentions,
                            const std::vector<std::string>& ids) {
  if (!clues.names_something()) return "licence-unknown";
  if (clues.is_hedged) return "licence-partial";
  if (ids.empty() && std::any_of(mentions.begin(), mentions.end(),
                                 [](const LicenceMention& each) { return are_units_impossible(each.units); }))
    return "licence-impossible";
  const bool is_named = !clues.families.empty() || !mentions.empty();
  if (ids.empty() && is_named) return "licence-version-unknown";
  if (ids.size() == 1) return "";
  const bool is_clear =
      !clues.has_strange_unit() && std::all_of(mentions.begin(), mentions.end(), [&](const LicenceMention& each) {
        return name_a_licence(clues, each) && (each.units & kAttribution) != 0;
      });
  return is_named && is_clear && !family_of(ids).empty() ? "licence-version-missing" : "licence-ambiguous";
}

// Adds the candidates, unless one is already there: "domaine public" beside "CC0" adds nothing, beside "CC BY" it adds
// another licence.
void add_ambiguous(std::vector<std::string>& ids, const std::vector<std::string_view>& candidates) {
  const bool is_said = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return std::find(candidates.begin(), candidates.end(), id) != candidates.end();
  });
  if (!is_said)
    for (const std::string_view id : candidates) add_unique(ids, std::string(id));
}

WordsReading conclude(const LicenceClues& clues, const std::vector<LicenceMention>& mentions, std::string_view text,
                      const Tokens& tokens) {
  WordsReading reading;
  for (size_t i = 0; i < tokens.size() && i < 2; ++i) {
    const std::string_view id = known_id(text.substr(tokens[i].begin));
    if (!id.empty() && !clues.is_hedged) return {{std::string(id)}, "", true};
  }
  for (const size_t index : clues.families) add_family(reading.ids, licence_families()[index], clues);
  for (const LicenceMention& mention : mentions)
    add_unit_ids(reading.ids, mention, !mention.has_strange_unit && name_a_licence(clues, mention));
  reading.is_named = std::all_of(mentions.begin(), mentions.end(),
                                 [&](const LicenceMention& each) { return name_a_licence(clues, each); });
  if (reading.ids.empty() && mentions.empty() && !clues.vague_families.empty()) {
    reading.is_named = !clues.versions.empty();
    for (const size_t index : clues.vague_families) add_family(reading.ids, licence_families()[index], clues);
  }
  if (clues.ambiguous) add_ambiguous(reading.ids, split_list(clues.ambiguous->candidates));
  reading.problem = problem_of(clues, mentions, reading.ids);
  return reading;
}

// Replaces the id by that of the port, when SPDX has one. "IGO" is a port for SPDX, but no country.
void apply_jurisdiction(const std::vector<LicenceMention>& mentions, WordsReading& reading, LicenceReading& out) {
  if (mentions.size() != 1 || mentions[0].jurisdiction.empty() || reading.ids.size() != 1) return;
  if (reading.ids[0].ends_with("-4.0")) return;
  const std::string_view jurisdiction = mentions[0].jurisdiction;
  if (jurisdiction.size() == 2) out.jurisdiction = jurisdiction;
  const std::string_view ported = known_id(reading.ids[0] + "-" + std::string(jurisdiction));
  if (!ported.empty()) reading.ids[0] = ported;
}

// Whether the words may mean the id of the link. A port agrees with its unported twin.
bool agrees(const std::vector<std::string>& ids, const std::string& id) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& each) {
    return id == each || id.starts_with(each + "-") || each.starts_with(id + "-");
  });
}

void settle(LicenceReading& out, std::vector<std::string> ids, std::string_view problem) {
  out.problem = problem;
  const bool is_partial = problem == "licence-partial";
  if (ids.size() == 1 && !is_partial) {
    out.status = LicenceStatus::kKnown;
    out.id = std::move(ids[0]);
    return;
  }
  const bool is_ambiguous = !ids.empty() || problem == "licence-ambiguous";
  out.status = is_ambiguous ? LicenceStatus::kAmbiguous : LicenceStatus::kUnknown;
  out.rights = ids.empty() || is_partial ? 0 : 0xFF;
  for (const std::string& id : ids) out.rights &= licence_rights(id);
  if (problem == "licence-version-missing" || problem == "licence-url-disagrees") out.family = family_of(ids);
  out.candidates = std::move(ids);
}

// The link decides. Where it leaves the version open, the words may choose it.
void settle_with_link(LicenceReading& out, const UrlReading& link, const WordsReading& words) {
  out.jurisdiction = link.jurisdiction;
  if (words.problem == "licence-partial") return settle(out, link.ids, words.problem);
  if (link.ids.empty()) {
    settle(out, {}, link.is_retired ? "licence-retired" : "licence-unknown");
    return;
  }
  std::vector<std::string> ids = link.ids;
  const bool has_words = !words.ids.empty();
  std::vector<std::string> common;
  for (const std::string& id : ids)
    if (agrees(words.ids, id)) common.push_back(id);
  if (ids.size() > 1 && !common.empty()) ids = common;
  const bool disagrees = has_words && common.empty();
  const std::string_view problem = disagrees        ? "licence-url-disagrees"
                                   : ids.size() > 1 ? "licence-version-missing"
                                                    : "";
  settle(out, std::move(ids), problem);
}

// Cuts an address out of the text and returns it: "Licence : https://creativecommons.org/licenses/by/4.0/".
std::string take_address(std::string& text) {
  size_t first = text.find("http://");
  if (first == std::string::npos) first = text.find("https://");
  if (first == std::string::npos) first = text.find("creativecommons.org/");
  if (first == std::string::npos) return {};
  const size_t end = std::min(text.size(), text.find_first_of(" \t\n)]>\"", first));
  std::string address = text.substr(first, end - first);
  while (!address.empty() && (address.back() == '.' || address.back() == ',')) address.pop_back();
  text.erase(first, end - first);
  return address;
}

}  // namespace

LicenceReading read_licence(std::string_view tag_text, std::string_view url) {
  std::string text(tag_text);
  const std::string address = take_address(text);
  const Tokens tokens(text);
  const LicenceClues clues = read_licence_clues(tokens);
  const std::vector<LicenceMention> mentions = different_mentions(clues);
  WordsReading reading = conclude(clues, mentions, text, tokens);
  LicenceReading out;
  const UrlReading link = read_licence_url(url.empty() ? address : url);
  out.is_labelled = clues.has_label || (link.is_licence && !link.is_elsewhere);
  const bool is_named = (clues.has_scheme() && clues.has_units()) || clues.is_phrase ||
                        std::any_of(mentions.begin(), mentions.end(),
                                    [](const LicenceMention& each) { return std::popcount(each.units) > 1; }) ||
                        (!clues.families.empty() && !clues.versions.empty());
  out.has_only_licence_words = clues.other_words == 0 && clues.names_something();
  const bool opens_with_licence = clues.opens_with_creative_commons && (clues.has_units() || !clues.families.empty());
  out.is_sure = opens_with_licence || (clues.other_words == 0 && is_named);
  apply_jurisdiction(mentions, reading, out);
  if (link.is_licence) {
    settle_with_link(out, link, reading);
  } else {
    settle(out, std::move(reading.ids), reading.problem);
    if (!reading.is_named) out.rights = 0;
  }
  return out;
}

}  // namespace catalogue
