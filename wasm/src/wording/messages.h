// SPDX-License-Identifier: MIT
// The visible texts of data/strings, in the visitor's language, and values formatted for them.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/language.h"
#include "catalogue/minute_range.h"
#include "text/output.h"
#include "visible_texts.h"  // generated: enum class Text

namespace catalogue {

// The format of a value: one per type below. Strings come first.
enum class ValueKind : uint32_t {
  kWords,    // std::string_view, as they are
  kLicence,  // LicenceId: its short name
  kLegends,  // FacetKeys: what each facet is called
  kNumber,   // uint32_t: digits
  kCount,    // Count: digits, thousands parted
  kMinutes,  // Minutes: "1 h 30"
  kRange,    // MinuteRange: "1 h au plus"
  kText,     // NamedText: a text without placeholders
  kLabel,    // Label: any of those above
  kList,     // a list: only counted
};

struct LicenceId {
  std::string_view id;
};
struct FacetKeys {
  std::string_view keys;  // parted by spaces
};
struct Count {
  uint32_t count = 0;
};
struct Minutes {
  uint32_t minutes = 0;
};
struct NamedText {
  uint32_t number = 0;
  NamedText() = default;
  NamedText(Text text) : number(static_cast<uint32_t>(text)) {}
};

template <typename T>
inline constexpr ValueKind kKindOf = T::kKind;
template <>
inline constexpr ValueKind kKindOf<std::string_view> = ValueKind::kWords;
template <>
inline constexpr ValueKind kKindOf<LicenceId> = ValueKind::kLicence;
template <>
inline constexpr ValueKind kKindOf<FacetKeys> = ValueKind::kLegends;
template <>
inline constexpr ValueKind kKindOf<uint32_t> = ValueKind::kNumber;
template <>
inline constexpr ValueKind kKindOf<Count> = ValueKind::kCount;
template <>
inline constexpr ValueKind kKindOf<Minutes> = ValueKind::kMinutes;
template <>
inline constexpr ValueKind kKindOf<MinuteRange> = ValueKind::kRange;
template <>
inline constexpr ValueKind kKindOf<NamedText> = ValueKind::kText;

// A name: a string, or a value formatted when it is shown. The string must outlive the label.
struct Label {
  static constexpr ValueKind kKind = ValueKind::kLabel;

  ValueKind kind = ValueKind::kWords;
  union {  // of the kinds that are words, a number, a range
    std::string_view words;
    uint32_t number;
    MinuteRange range;
  };

  Label() : words() {}
  Label(std::string_view words, ValueKind kind = ValueKind::kWords) : kind(kind), words(words) {}
  Label(LicenceId licence) : Label(licence.id, ValueKind::kLicence) {}
  Label(FacetKeys facets) : Label(facets.keys, ValueKind::kLegends) {}
  Label(const MinuteRange* range) : kind(ValueKind::kRange), range(*range) {}
  Label(Minutes minutes) : kind(ValueKind::kMinutes), number(minutes.minutes) {}
  Label(Text text) : kind(ValueKind::kText), number(static_cast<uint32_t>(text)) {}
};

// A reference to a value, with its format.
struct Value {
  ValueKind kind = ValueKind::kWords;
  const void* at = nullptr;

  Value() {}
  Value(ValueKind kind, const void* at) : kind(kind), at(at) {}
  template <typename T>
  Value(const T& value) : kind(kKindOf<T>), at(&value) {}
};

// Values for the placeholders {n}, {x} and {y}. `n` also selects the plural: 0 and 1 are singular in French, 1 alone in
// English.
struct TextArguments {
  uint32_t n = 0;
  Value x;
  Value y;
};

// A text without placeholders or plural, UTF-8. Static.
std::string_view text_of(Language language, Text text);

// Writes a text with its placeholders filled; not escaped for HTML.
void write_text(Output& out, Language language, Text text, const TextArguments& arguments = {});

// Writes a formatted value; not escaped for HTML.
void write_value(Output& out, Language language, Value value);

// Writes `count` with thousands separators: "10 000" (U+202F) in French, "10,000" in English.
void write_count(Output& out, Language language, uint32_t count);

// The legend of a facet or of the text (a QueryKey).
Text legend_of(size_t query_key);

}  // namespace catalogue
