// SPDX-License-Identifier: MIT
// Reads and writes minutes.
#include "wording/minutes.h"

#include "text/ascii.h"
#include "text/names.h"
#include "text/utf8.h"
#include "wording/messages.h"

namespace catalogue {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr int32_t kMaxTyped = 1'000'000;  // hours or minutes: far past any training

// Removes spaces of any kind and lowers the case of ASCII.
void squeeze(std::string_view typed, Output& out) {
  for (size_t at = 0; at < typed.size();) {
    const char32_t c = next_code_point(typed, at);
    if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F) continue;
    out.code_point(c < 0x80 ? to_lower(static_cast<char>(c)) : c);
  }
}

// A number and its unit: "1h30min" is 1, "h" and 30, "min". A missing number is -1.
struct TypedMinutes {
  int32_t number = -1;
  std::string_view unit;
  size_t digits = 0;
};

TypedMinutes take_part(std::string_view& words) {
  TypedMinutes part;
  for (; part.digits < words.size() && part.digits < 7 && is_digit(words[part.digits]); ++part.digits) {
    part.number = (part.digits ? part.number * 10 : 0) + (words[part.digits] - '0');
  }
  size_t end = part.digits;
  while (end < words.size() && !is_digit(words[end])) ++end;
  part.unit = words.substr(part.digits, end - part.digits);
  words.remove_prefix(end);
  return part;
}

// Hour units; colon; minute units (last empty); decimal marks.
constexpr std::string_view kUnits = "h heure heures hour hours : m mn min minute minutes  , .";
enum Unit : size_t { kColon = 5, kFirstMinute, kFirstDecimal = 12, kNoUnit = 14 };

// Index in kUnits, or kNoUnit.
size_t unit_of(std::string_view name) {
  std::string_view rest = kUnits;
  size_t unit = 0;
  while (unit < kNoUnit && take_name(rest, ' ') != name) ++unit;
  return unit;
}

bool is_minute(size_t unit) { return unit >= kFirstMinute && unit < kFirstDecimal; }

}  // namespace

void write_minutes(Output& out, Language language, int32_t minutes) {
  const auto hours = static_cast<uint32_t>(minutes / 60);
  const auto rest = static_cast<uint32_t>(minutes % 60);
  if (hours > 0) {
    write_count(out, language, hours);
    out.write(kNoBreakSpace).write('h');
    if (rest == 0) return;
    out.write(kNoBreakSpace);
    if (rest < 10) out.write('0');
  }
  out.number(rest);
  if (hours == 0 || language == Language::kEnglish) out.write(kNoBreakSpace).write("min");
}

void write_short_minutes(Output& out, int32_t minutes) {
  const auto rest = static_cast<uint32_t>(minutes % 60);
  if (minutes < 60) {
    out.number(rest).write("min");
    return;
  }
  out.number(static_cast<uint32_t>(minutes / 60)).write('h');
  if (rest > 0 && rest < 10) out.write('0');
  if (rest > 0) out.number(rest);
}

void write_range(Output& out, Language language, MinuteRange range) {
  TextArguments ends = {0, {ValueKind::kMinutes, &range.min}, {ValueKind::kMinutes, &range.max}};
  Text text = Text::kDurationBetween;
  if (range.max == MinuteRange::kOpenEnd) {
    text = Text::kDurationFrom;
  } else if (range.min == 0) {
    text = Text::kDurationUpTo;
    ends.x = ends.y;
  }
  write_text(out, language, text, ends);
}

int32_t read_typed_minutes(std::string_view typed) {
  Output squeezed;
  squeeze(typed, squeezed);
  std::string_view rest = squeezed.view();
  const TypedMinutes first = take_part(rest);
  const TypedMinutes second = take_part(rest);
  const int32_t number = first.number;
  if (number < 0 || number > kMaxTyped || !rest.empty()) return kNotMinutes;
  const size_t unit = unit_of(first.unit);
  const size_t last_unit = unit_of(second.unit);
  if (second.digits == 0 && is_minute(unit)) return number;
  if (second.digits == 0 && unit <= kColon) return number * 60;
  if (unit <= kColon && second.number < 60 && is_minute(last_unit)) return number * 60 + second.number;
  // "1,5h": tenths and hundredths only.
  const bool is_decimal = unit >= kFirstDecimal && unit < kNoUnit && last_unit < kColon;
  if (!is_decimal || second.digits < 1 || second.digits > 2) return kNotMinutes;
  return number * 60 + second.number * 60 / (second.digits == 1 ? 10 : 100);
}

}  // namespace catalogue
