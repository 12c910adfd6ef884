// SPDX-License-Identifier: MIT
// From an editor's words and link to a licence, or an honest "ambiguous".
#include <algorithm>
#include <bit>

#include "meaning/licence_reading.h"
#include "meaning/licence_url.h"
#include "meaning/licence_words.h"

namespace catalogue {
namespace {

// Everything in the words that speaks of a licence, before any conclusion.
struct Clues {
  bool has_label = false;
  bool has_scheme = false;
  bool is_later = false;
  bool is_phrase = false;  // named by several words that mean nothing else
  uint32_t units = 0;
  std::vector<size_t> families;
  const AmbiguousWords* ambiguous = nullptr;
  std::string_view jurisdiction;
  std::string_view version;
  size_t other_words = 0;
  bool is_after_unit = false;     // the last token was a unit, or a hyphen behind one
  bool has_strange_unit = false;  // "BY-XX 4.0": an unknown word where a unit or the version is due

  bool names_something() const { return has_scheme || units != 0 || !families.empty() || ambiguous != nullptr; }
};

// "ccbyncsa", "byncsa": unit codes written without a break. 0 when the word is anything else.
uint32_t compact_units(std::string_view word, bool& has_scheme) {
  if (word.size() < 4 || word.size() > 10 || word.size() % 2 != 0) return 0;
  uint32_t units = 0;
  for (size_t i = 0; i < word.size(); i += 2) {
    const Tokens code(word.substr(i, 2));
    const auto match = find_phrase(licence_phrases(), code, 0);
    if (!match.phrase) return 0;
    if (match.phrase->kind == LicenceWord::kScheme && i == 0)
      has_scheme = true;
    else if (match.phrase->kind == LicenceWord::kUnit)
      units |= 1u << match.phrase->value;
    else
      return 0;
  }
  return units;
}

void note_phrase(Clues& clues, const Phrase<LicenceWord>& phrase, size_t word_count) {
  const auto value = static_cast<size_t>(phrase.value);
  switch (phrase.kind) {
    case LicenceWord::kUnit:
      clues.units |= 1u << value;
      break;
    case LicenceWord::kScheme:
      clues.has_scheme = true;
      break;
    case LicenceWord::kFamily:
      if (std::find(clues.families.begin(), clues.families.end(), value) == clues.families.end())
        clues.families.push_back(value);
      clues.is_phrase |= word_count > 1;
      break;
    case LicenceWord::kJurisdiction:
      clues.jurisdiction = jurisdictions()[value];
      break;
    case LicenceWord::kLater:
      clues.is_later = true;
      break;
    case LicenceWord::kLabel:
      clues.has_label = true;
      break;
    case LicenceWord::kNoise:
      break;
    case LicenceWord::kAmbiguous:
      clues.ambiguous = &ambiguous_words()[value];
      clues.is_phrase |= !clues.ambiguous->candidates.empty();
      break;
  }
}

void note_other_token(Clues& clues, const Tokens& tokens, size_t i) {
  if (tokens.is(i, TokenKind::kNumber)) {
    if (clues.version.empty()) clues.version = tokens.folded(i);
  } else if (tokens.is_symbol(i, '+')) {
    clues.is_later |= i > 0 && tokens.is(i - 1, TokenKind::kNumber);
  } else if (tokens.is(i, TokenKind::kWord)) {
    bool has_scheme = false;
    const uint32_t units = compact_units(tokens.folded(i), has_scheme);
    clues.units |= units;
    clues.has_scheme |= has_scheme;
    if (units != 0) return;
    ++clues.other_words;
    clues.has_strange_unit |= clues.is_after_unit && clues.version.empty();
  }
}

// "Licence libre" is one phrase, and still says that it is about a licence.
bool is_label(std::string_view word) {
  const auto phrases = licence_phrases();
  const auto row = std::lower_bound(phrases.begin(), phrases.end(), word,
                                    [](const auto& a, std::string_view b) { return a.words < b; });
  return row != phrases.end() && row->words == word && row->kind == LicenceWord::kLabel;
}

Clues read_clues(const Tokens& tokens) {
  Clues clues;
  for (size_t i = 0; i < tokens.size();) {
    const auto match = find_phrase(licence_phrases(), tokens, i);
    if (match.phrase) {
      clues.has_label |= is_label(tokens.folded(i));
      note_phrase(clues, *match.phrase, match.end - i);
      clues.is_after_unit = match.phrase->kind == LicenceWord::kUnit;
      i = match.end;
    } else {
      note_other_token(clues, tokens, i);
      clues.is_after_unit &= tokens.is_symbol(i++, '-');
    }
  }
  return clues;
}

// Ids that the units could mean: those of the family with exactly these units, else of every
// family that has them all ("share alike" alone).
std::vector<std::string> unit_ids(const Clues& clues) {
  std::vector<std::string> exact;
  std::vector<std::string> wider;
  int exact_families = 0;
  int wider_families = 0;
  for (const LicenceFamily& family : licence_families()) {
    if (family.units == 0 || (family.units & clues.units) != clues.units) continue;
    const bool is_exact = family.units == clues.units;
    (is_exact ? exact_families : wider_families) += 1;
    for (std::string& id : family_ids(family, clues.version, false))
      (is_exact ? exact : wider).push_back(std::move(id));
  }
  // One unit that is not "by" is no licence in use: the words left the others unsaid.
  // Nor is a whole licence said where a word that may be a unit was not understood.
  const bool is_whole = (clues.units & 1) != 0 && exact_families == 1 && !clues.has_strange_unit;
  if (is_whole) return exact;
  exact.insert(exact.end(), wider.begin(), wider.end());
  return exact;
}

struct WordsReading {
  std::vector<std::string> ids;
  std::string_view problem;
};

void add_families(const Clues& clues, WordsReading& reading) {
  for (const size_t index : clues.families)
    for (std::string& id : family_ids(licence_families()[index], clues.version, clues.is_later))
      reading.ids.push_back(std::move(id));
}

// "No modification" and "share alike" cannot stand together: no family has such units.
bool are_units_impossible(uint32_t units) {
  const auto families = licence_families();
  return std::none_of(families.begin(), families.end(),
                      [units](const LicenceFamily& family) { return (family.units & units) == units; });
}

std::string_view problem_of(const Clues& clues, const WordsReading& reading) {
  if (!clues.names_something()) return "licence-unknown";
  if (reading.ids.empty() && are_units_impossible(clues.units)) return "licence-impossible";
  const bool is_named = !clues.families.empty() || clues.units != 0;
  if (reading.ids.empty() && is_named) return "licence-version-unknown";
  if (reading.ids.size() == 1) return "";
  const bool is_one_family =
      clues.units == 0 ? clues.families.size() == 1 : clues.families.empty() && (clues.units & 1) != 0;
  return is_one_family && clues.version.empty() && !clues.has_strange_unit ? "licence-version-missing"
                                                                           : "licence-ambiguous";
}

WordsReading conclude(const Clues& clues, std::string_view words, const Tokens& tokens) {
  WordsReading reading;
  for (size_t i = 0; i < tokens.size() && i < 2; ++i) {
    const std::string_view id = known_id(words.substr(tokens[i].begin));
    if (!id.empty()) return {{std::string(id)}, ""};
  }
  add_families(clues, reading);
  if (clues.units != 0)
    for (std::string& id : unit_ids(clues)) reading.ids.push_back(std::move(id));
  if (clues.ambiguous && reading.ids.empty())
    for (const std::string_view id : split_list(clues.ambiguous->candidates)) reading.ids.emplace_back(id);
  reading.problem = problem_of(clues, reading);
  return reading;
}

// A port's words lead to the port's own id when SPDX has one.
void apply_jurisdiction(const Clues& clues, WordsReading& reading, LicenceReading& out) {
  if (clues.jurisdiction.empty() || reading.ids.size() != 1 || clues.units == 0) return;
  if (reading.ids[0].ends_with("-4.0")) return;
  out.jurisdiction = clues.jurisdiction;
  const std::string_view ported = known_id(reading.ids[0] + "-" + std::string(clues.jurisdiction));
  if (!ported.empty()) reading.ids[0] = ported;
}

// Whether the words could mean the id that the link names; a port agrees with its unported twin.
bool agrees(const std::vector<std::string>& ids, const std::string& id) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& each) {
    return id == each || id.starts_with(each + "-") || each.starts_with(id + "-");
  });
}

void settle(LicenceReading& out, std::vector<std::string> ids, std::string_view problem) {
  out.problem = problem;
  if (ids.size() == 1) {
    out.status = LicenceStatus::kKnown;
    out.id = std::move(ids[0]);
    return;
  }
  const bool is_ambiguous = !ids.empty() || problem == "licence-ambiguous";
  out.status = is_ambiguous ? LicenceStatus::kAmbiguous : LicenceStatus::kUnknown;
  out.candidates = std::move(ids);
}

// The link decides; the words may still choose among the versions that it leaves open.
void settle_with_link(LicenceReading& out, const UrlReading& link, const WordsReading& words) {
  out.jurisdiction = link.jurisdiction;
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

}  // namespace

LicenceReading read_licence(std::string_view words, std::string_view url) {
  const Tokens tokens(words);
  const Clues clues = read_clues(tokens);
  WordsReading reading = conclude(clues, words, tokens);
  LicenceReading out;
  const UrlReading link = url.empty() ? UrlReading() : read_licence_url(url);
  out.is_labelled = clues.has_label || link.is_licence;
  const bool is_named = (clues.has_scheme && clues.units != 0) || std::popcount(clues.units) > 1 || clues.is_phrase ||
                        (!clues.families.empty() && !clues.version.empty());
  out.has_only_licence_words = clues.other_words == 0 && clues.names_something();
  out.is_sure = clues.other_words == 0 && is_named;
  apply_jurisdiction(clues, reading, out);
  if (link.is_licence) {
    settle_with_link(out, link, reading);
  } else {
    settle(out, std::move(reading.ids), reading.problem);
  }
  return out;
}

std::string licence_name(std::string_view id) {
  std::string best;
  size_t best_size = 0;
  for (const LicenceFamily& family : licence_families()) {
    if (!id.starts_with(family.stem) || family.stem.size() < best_size || known_id(id).empty()) continue;
    best_size = family.stem.size();
    best = family.name;
    std::string_view version = id.substr(best_size);
    const bool is_international = family.units != 0 && version == "-4.0";
    if (is_international) version = international_version();
    for (const char c : version.empty() || is_international ? version : version.substr(1)) best += c == '-' ? ' ' : c;
    if (!version.empty()) best.insert(family.name.size(), " ");
  }
  return best;
}

}  // namespace catalogue
