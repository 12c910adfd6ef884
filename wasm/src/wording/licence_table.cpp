// SPDX-License-Identifier: MIT
// Finds licences in a table of families.
#include "wording/licence_table.h"

#include <algorithm>

#include "licence_rows.h"
#include "text/ascii.h"
#include "text/names.h"

namespace catalogue {
namespace {

// A row of kLicenceRows (stem TAB label ['|' English label] TAB rights LF), and the version of an id.
struct Family {
  std::string_view stem;
  std::string_view label;
  std::string_view version;  // "-3.0-DE"
  uint8_t rights = 0;
  bool is_later = false;  // or a later version
};

bool starts_with_caseless(const std::string_view& text, const std::string_view& start) {
  if (text.size() < start.size()) return false;
  for (size_t i = 0; i < start.size(); ++i)
    if (to_lower(text[i]) != to_lower(start[i])) return false;
  return true;
}

bool drop_end(std::string_view& words, const std::string_view& end) {
  if (words.size() < end.size() || !starts_with_caseless(words.substr(words.size() - end.size()), end)) return false;
  words.remove_suffix(end.size());
  return true;
}

// "CC-BY" must not match "CC-BY-NC-4.0" nor an unknown licence: after the stem come
// nothing or a version, and the words that SPDX adds to the GNU licences.
bool is_version(const std::string_view& tail) {
  return tail.empty() || (tail.size() > 1 && tail[0] == '-' && is_digit(tail[1]));
}

// The label is empty when no row matches.
Family find_family(std::string_view id) {
  Family family;
  family.is_later = drop_end(id, "-or-later");
  if (!family.is_later) drop_end(id, "-only");
  for (std::string_view rows = kLicenceRows; !rows.empty();) {
    const std::string_view stem = take_name(rows, '\t');
    const std::string_view label = take_name(rows, '\t');
    const std::string_view rights = take_name(rows, '\n');
    if (!starts_with_caseless(id, stem) || !is_version(id.substr(stem.size()))) continue;
    family.stem = stem;
    family.label = label;
    family.version = id.substr(stem.size());
    family.rights = static_cast<uint8_t>(rights[0] - '0');
    break;
  }
  return family;
}

}  // namespace

std::string_view licence_family(const std::string_view& id) {
  constexpr std::string_view kOwn = "LicenseRef-";
  const std::string_view stem = find_family(id).stem;
  if (stem.empty()) return id;
  // The licence has an id of SPDX in another version.
  const std::string_view listed = stem.starts_with(kOwn) ? find_family(stem.substr(kOwn.size())).stem : stem;
  return listed.empty() ? stem : listed;
}

uint8_t licence_rights(const std::string_view& id) { return find_family(id).rights; }

bool is_listed_licence(const std::string_view& id) { return !find_family(id).label.empty(); }

LicenceSpelling spelling_of_licence(const std::string_view& id) {
  const Family family = find_family(id);
  if (family.label.empty()) return LicenceSpelling::kUnlisted;
  const bool has_lower = std::any_of(family.version.begin(), family.version.end(), is_lower);
  const std::string_view rest = id.substr(family.stem.size() + family.version.size());
  const bool is_standard =
      id.starts_with(family.stem) && !has_lower && (rest.empty() || rest == "-or-later" || rest == "-only");
  return is_standard ? LicenceSpelling::kStandard : LicenceSpelling::kOther;
}

void write_licence_label(Output& out, const std::string_view& id, Language language) {
  const Family family = find_family(id);
  if (family.label.empty()) {
    out.write(id);
    return;
  }
  std::string_view english = family.label;
  const std::string_view french = take_name(english, '|');
  out.write(language == Language::kFrench || english.empty() ? french : english);
  for (const char c : family.version) out.write(c == '-' ? ' ' : c);
  if (family.is_later) out.write('+');
}

}  // namespace catalogue
