// SPDX-License-Identifier: MIT
// Minutes as a visitor writes and reads them.
#include "catalogue/minutes.h"

#include "catalogue/texts.h"
#include "text/names.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr int32_t kMaxTyped = 1'000'000;  // hours or minutes: far past any training

// The typed words without spaces of any kind, in lower case; anything beyond ASCII is kept.
void squeeze(std::string_view typed, Output& out) {
  for (size_t at = 0; at < typed.size();) {
    const char32_t c = next_code_point(typed, at);
    if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F) continue;
    out.code_point(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
}

// What was typed in parts: "1h30min" is 1, "h", 30, "min". A number that is not there is -1.
struct TypedMinutes {
  int32_t number = -1;
  std::string_view unit;
  size_t digits = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

// `units`: parted by spaces.
bool is_one_of(std::string_view unit, std::string_view units) {
  while (!units.empty()) {
    if (take_name(units, ' ') == unit) return true;
  }
  return false;
}

bool is_hour(std::string_view unit) { return is_one_of(unit, "h heure heures hour hours"); }
bool is_minute(std::string_view unit) { return unit.empty() || is_one_of(unit, "m mn min minute minutes"); }

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
  if (second.digits == 0 && is_minute(first.unit)) return number;
  if (first.unit == "," || first.unit == ".") {  // "1,5h": tenths and hundredths only
    if (second.digits < 1 || second.digits > 2 || !is_hour(second.unit)) return kNotMinutes;
    return number * 60 + second.number * 60 / (second.digits == 1 ? 10 : 100);
  }
  if (!is_hour(first.unit) && first.unit != ":") return kNotMinutes;
  if (second.digits == 0) return number * 60;
  return second.number < 60 && is_minute(second.unit) ? number * 60 + second.number : kNotMinutes;
}

}  // namespace catalogue
