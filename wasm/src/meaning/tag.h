// SPDX-License-Identifier: MIT
// Reads and writes tags.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/duration_reading.h"
#include "meaning/licence_reading.h"
#include "meaning/phrases.h"
#include "meaning/raw_records.h"

namespace catalogue {

enum class TagKind : uint8_t {
  kDuration,
  kNotDuration,  // "durée de vie": only as a label
  kLicence,
  kModality,
  kLanguage,
  kLevel,
  kCertification,
  kAudience,
  kAccessibility,
  kTheme,
  kProvider,
  kChecked,
};

// values: of kinds with a table: the table's ("en-ligne", "fr", "Débutant");
// of theme and provider: the editor's words; of checked: the day ("2026-03-03"). is_labelled: the tag says its kind
// ("Niveau : …"). is_known: the words were understood.
struct TagReading {
  TagKind kind = TagKind::kTheme;
  bool is_labelled = false;
  bool is_known = true;
  std::vector<std::string> values;
  std::string text;  // what follows the label
  DurationReading duration;
  LicenceReading licence;
  std::string_view problem;  // of a day, see date.h
};

TagReading read_tag(const RawText& tag, const DurationConvention& convention);

// The text of a tag, as read_tag() reads it back: "Durée : 4 heures", "Licence MIT".
std::string write_tag(TagKind kind, std::string_view value);
// "30 minutes ou 4 heures".
std::string write_alternatives(std::string_view first, std::string_view second);

// The value of `text` in one kind's table, compared whole ("En ligne" is "en-ligne"), or "".
std::string_view known_value(TagKind kind, std::string_view text);

// The preferred spelling of a row of tag_phrases or label_phrases ("présentiel", "durée estimée").
std::string_view tag_name(const Phrase<TagKind>& phrase);
std::string_view label_name(const Phrase<TagKind>& phrase);

// Kinds with a table, in the order in which a tag without a label is compared.
inline constexpr TagKind kTabledKinds[] = {TagKind::kModality,      TagKind::kLanguage, TagKind::kLevel,
                                           TagKind::kCertification, TagKind::kAudience, TagKind::kAccessibility};

// The English words of a value of a table; those that are the same in both languages, and others, stay.
std::string_view english_of(std::string_view value);

// The accessibility feature of schema.org that a value means, in French or English: "captions"; "" for none.
std::string_view accessibility_feature(std::string_view value);

// The accessibility of a training that does not tell its own, beside others that do.
std::string_view untold_accessibility();

// The phrases of one kind's table, folded; empty for kinds without a table.
std::span<const Phrase<TagKind>> tag_phrases(TagKind kind);

// Phrases that introduce a tag, folded.
std::span<const Phrase<TagKind>> label_phrases();

}  // namespace catalogue
