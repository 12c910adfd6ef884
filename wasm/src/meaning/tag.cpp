// SPDX-License-Identifier: MIT
// Reads and writes tags.
#include "meaning/tag.h"

#include <algorithm>
#include <iterator>

#include "meaning/date.h"
#include "meaning/phrase_table.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

// A value of a table, and a word that stands for it elsewhere.
struct ValueWord {
  std::string_view value;
  std::string_view word;
};

// The name of a kind in raw records, and what the core writes before its values.
struct TagPrefix {
  TagKind kind;
  std::string_view name;
  std::string_view prefix;
};

#include "tag_phrases.h"

std::string_view word_of(std::span<const ValueWord> words, std::string_view value) {
  for (const ValueWord& each : words)
    if (each.value == value) return each.word;
  return {};
}

struct Label {
  bool is_found = false;
  bool has_colon = false;
  TagKind kind = TagKind::kTheme;
  std::string_view rest;
};

// "Durée : 4 heures" is a label, a colon and the rest. Durations do without the colon, days too.
Label read_label(const Tokens& tokens) {
  Label label;
  const auto match = find_phrase(label_phrases(), tokens, 0);
  if (!match.phrase) return label;
  size_t end = match.end;
  if (tokens.is_symbol(end, '(') && tokens.is_symbol(end + 2, ')')) end += 3;  // "Durée(s)"
  label.has_colon = tokens.is_symbol(end, ':');
  if (label.has_colon) ++end;
  label.kind = match.phrase->kind;
  label.is_found = label.has_colon || label.kind == TagKind::kDuration || label.kind == TagKind::kNotDuration ||
                   (label.kind == TagKind::kChecked && starts_date(tokens, end));
  label.rest = tokens.text(end, tokens.size());
  return label;
}

// The value of phrases that accompany a value without changing it: "à son rythme", "(recommandé)".
constexpr std::string_view kRemark = "-";

// Splits "français, anglais et espagnol".
std::vector<std::string_view> split_parts(std::string_view text) {
  const Tokens tokens(text);
  std::vector<std::string_view> parts;
  size_t first = 0;
  for (size_t i = 0; i <= tokens.size(); ++i) {
    const std::string_view word = tokens.folded(i);
    const bool is_cut = i == tokens.size() || word == "," || word == "/" || word == ";" || word == "&" || word == "(" ||
                        word == ")" || (word == "-" && tokens[i].space_before) ||
                        std::find(std::begin(kJoints), std::end(kJoints), word) != std::end(kJoints);
    if (!is_cut) continue;
    if (i > first) parts.push_back(tokens.text(first, i));
    first = i + 1;
  }
  return parts;
}

// The values of all the parts in one table; empty when one is unknown.
std::vector<std::string> known_values(TagKind kind, std::string_view text) {
  const std::string_view whole = known_value(kind, text);
  if (!whole.empty() && whole != kRemark) return {std::string(whole)};
  std::vector<std::string> values;
  for (const std::string_view part : split_parts(text)) {
    const std::string_view value = known_value(kind, part);
    if (value.empty()) return {};
    const bool is_new = std::find(values.begin(), values.end(), value) == values.end();
    if (is_new && value != kRemark) values.emplace_back(value);
  }
  return values;
}

void split_themes(TagReading& reading) {
  std::string_view text = reading.text;
  while (!text.empty()) {
    const size_t comma = text.find_first_of(",;");
    const std::string_view part = trimmed(text.substr(0, comma));
    if (!part.empty()) reading.values.emplace_back(part);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
}

// Audiences are an open list: "agents publics, archivistes" is a value of the table and the editor's word.
void name_audiences(TagReading& reading) {
  split_themes(reading);
  std::vector<std::string> values;
  for (const std::string& part : reading.values) {
    const std::vector<std::string> known = known_values(TagKind::kAudience, part);
    values.insert(values.end(), known.begin(), known.end());
    if (known.empty()) values.push_back(part);
  }
  reading.values = std::move(values);
}

void read_labelled(TagReading& reading, const DurationConvention& convention) {
  reading.is_labelled = true;
  if (reading.kind == TagKind::kDuration) {
    reading.duration = read_durations(reading.text, convention);
    reading.is_known = reading.duration.problem.empty();
  } else if (reading.kind == TagKind::kTheme) {
    split_themes(reading);
  } else if (reading.kind == TagKind::kChecked) {
    const DateReading day = read_date(reading.text);
    reading.problem = day.problem;
    reading.is_known = day.problem.empty();
    if (reading.is_known) reading.values.push_back(day.iso);
  } else if (reading.kind == TagKind::kProvider) {
    reading.values.push_back(reading.text);
  } else if (reading.kind != TagKind::kNotDuration) {
    reading.values = known_values(reading.kind, reading.text);
    reading.is_known = !reading.values.empty();
    if (reading.is_known) return;
    if (reading.kind == TagKind::kAudience) return name_audiences(reading);
    reading.values.push_back(reading.text);
  }
}

// A tag without a label: a value of a table, else a sure licence or duration, else a theme.
void read_unlabelled(TagReading& reading, const RawText& tag, const DurationConvention& convention) {
  for (const TagKind kind : kTabledKinds) {
    reading.values = known_values(kind, tag.text);
    reading.kind = kind;
    if (!reading.values.empty() && (reading.values[0] != kUntold || tag.text == kUntold)) return;
  }
  reading.values.clear();
  reading.licence = read_licence(tag.text, tag.url);
  reading.kind = TagKind::kLicence;
  if (reading.licence.is_labelled || reading.licence.is_sure) {
    reading.is_labelled = reading.licence.is_labelled;
    reading.is_known = reading.licence.problem.empty();
    return;
  }
  reading.duration = read_durations(tag.text, convention);
  reading.kind = TagKind::kDuration;
  if (reading.duration.is_sure) return;
  reading.duration = {};
  reading.kind = TagKind::kTheme;
  reading.values = {tag.text};
}

// "de" or "fr-CA" (BCP 47). In a tag of another source it is a word.
bool is_language_code(std::string_view text) {
  const size_t size = std::min(text.find('-'), text.size());
  return (size == 2 || size == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

// A tag whose kind its source says. The text needs no label, and may have one.
TagReading read_given(TagKind kind, const RawText& tag, const DurationConvention& convention) {
  TagReading reading;
  const Tokens tokens(tag.text);
  const Label label = read_label(tokens);
  const bool has_label = label.is_found && label.kind == kind;
  reading.kind = kind;
  reading.text = has_label ? std::string(label.rest) : tag.text;
  if (kind == TagKind::kLicence) {
    reading.is_labelled = true;
    reading.licence = read_licence(tag.text, tag.url);
    reading.is_known = reading.licence.problem.empty();
    return reading;
  }
  read_labelled(reading, convention);
  if (kind == TagKind::kTheme && !has_label) reading.values = {tag.text};
  if (kind == TagKind::kLanguage && !reading.is_known && is_language_code(reading.text)) reading.is_known = true;
  return reading;
}

const TagPrefix* kind_named(std::string_view name) {
  const auto* row = std::find_if(std::begin(kTagPrefixes), std::end(kTagPrefixes),
                                 [name](const TagPrefix& each) { return each.name == name; });
  return row == std::end(kTagPrefixes) ? nullptr : row;
}

}  // namespace

std::span<const Phrase<TagKind>> label_phrases() { return phrase_table<kLabelWords>(); }

std::span<const Phrase<TagKind>> tag_phrases(TagKind kind) {
  switch (kind) {
    case TagKind::kModality:
      return phrase_table<kModalityWords>();
    case TagKind::kLanguage:
      return phrase_table<kLanguageWords>();
    case TagKind::kLevel:
      return phrase_table<kLevelWords>();
    case TagKind::kCertification:
      return phrase_table<kCertificationWords>();
    case TagKind::kAudience:
      return phrase_table<kAudienceWords>();
    case TagKind::kAccessibility:
      return phrase_table<kAccessibilityWords>();
    default:
      return {};
  }
}

std::string_view tag_name(const Phrase<TagKind>& phrase) { return kTagNames[phrase.value]; }
std::string_view label_name(const Phrase<TagKind>& phrase) { return kLabelNames[phrase.value]; }

std::string_view english_of(std::string_view value) {
  const std::string_view english = word_of(kEnglishWords, value);
  return english.empty() ? value : english;
}

std::string_view accessibility_feature(std::string_view value) {
  return word_of(kFeatureWords, known_value(TagKind::kAccessibility, value));
}

std::string_view untold_accessibility() { return kUntold; }

std::string write_tag(TagKind kind, std::string_view value) {
  std::string tag;
  for (const TagPrefix& each : kTagPrefixes)
    if (each.kind == kind) tag = each.prefix;
  return tag.append(value);
}

std::string write_alternatives(std::string_view first, std::string_view second) {
  return std::string(first).append(" ").append(kOr).append(" ").append(second);
}

std::string_view known_value(TagKind kind, std::string_view text) {
  const Tokens tokens(text);
  const auto match = find_phrase(tag_phrases(kind), tokens, 0);
  if (!match.phrase || match.end != tokens.size()) return {};
  return kTagValues[match.phrase->value];
}

TagReading read_tag(const RawText& tag, const DurationConvention& convention) {
  if (const TagPrefix* given = kind_named(tag.kind)) return read_given(given->kind, tag, convention);
  TagReading reading;
  const Tokens tokens(tag.text);
  const Label label = read_label(tokens);
  reading.text = label.is_found ? std::string(label.rest) : tag.text;
  if (!label.is_found) {
    read_unlabelled(reading, tag, convention);
    return reading;
  }
  reading.kind = label.kind;
  read_labelled(reading, convention);
  return reading;
}

}  // namespace catalogue
