// SPDX-License-Identifier: MIT
// Rights and short names of licences, read from one small text of families.
#include "catalogue/licence_table.h"

#include "licence_rows.h"

namespace catalogue {
namespace {

// A row of kLicenceRows: stem TAB label ['|' English label] TAB rights, and what follows the stem.
struct Family {
  std::string_view label;
  std::string_view tail;
  uint8_t rights = 0;
  bool is_known = false;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_caseless(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (size_t i = 0; i < start.size(); ++i)
    if (lower(text[i]) != lower(start[i])) return false;
  return true;
}

bool equals_caseless(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_caseless(a, b);
}

// "CC-BY" must not answer for "CC-BY-NC-4.0" nor for a licence nobody knows: after the stem come
// nothing, a version, or the two words that SPDX adds to the GNU licences.
bool is_tail(std::string_view tail) {
  if (tail.empty()) return true;
  if (tail.size() > 1 && tail[0] == '-' && tail[1] >= '0' && tail[1] <= '9') return true;
  return equals_caseless(tail, "-only") || equals_caseless(tail, "-or-later");
}

Family find_family(std::string_view id) {
  std::string_view rows = kLicenceRows;
  while (!rows.empty()) {
    const size_t stem = rows.find('\t');
    const size_t label = rows.find('\t', stem + 1);
    if (starts_with_caseless(id, rows.substr(0, stem)) && is_tail(id.substr(stem)))
      return {rows.substr(stem + 1, label - stem - 1), id.substr(stem),
              static_cast<uint8_t>(rows[label + 1] - '0'), true};
    rows.remove_prefix(label + 3);
  }
  return {};
}

std::string_view label_in(std::string_view label, Language language) {
  const size_t bar = label.find('|');
  if (bar == std::string_view::npos) return label;
  return language == Language::kEnglish ? label.substr(bar + 1) : label.substr(0, bar);
}

}  // namespace

uint8_t licence_rights(std::string_view id) { return find_family(id).rights; }

void write_licence_label(Output& out, std::string_view id, Language language) {
  const Family family = find_family(id);
  if (!family.is_known) {
    out.write(id);
    return;
  }
  out.write(label_in(family.label, language));
  std::string_view tail = family.tail;
  const size_t word = tail.find_first_of("oO");  // the version ends where -only, -or-later starts
  const bool is_later = word != std::string_view::npos && equals_caseless(tail.substr(word), "or-later");
  if (is_later || (word != std::string_view::npos && equals_caseless(tail.substr(word), "only")))
    tail = tail.substr(0, word - 1);
  for (const char c : tail) out.write(c == '-' ? ' ' : c);
  if (is_later) out.write('+');
}

}  // namespace catalogue
