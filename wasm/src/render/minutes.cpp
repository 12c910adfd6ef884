// SPDX-License-Identifier: MIT
// Minutes as a visitor writes and reads them.
#include "catalogue/minutes.h"

#include "catalogue/texts.h"

namespace catalogue {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr int32_t kMaxTyped = 1'000'000;  // hours or minutes: far past any training

// The typed words without spaces of any kind, in lower case; anything beyond ASCII is kept.
void squeeze(std::string_view typed, Output& out) {
  for (size_t at = 0; at < typed.size(); ++at) {
    const char c = typed[at];
    if (typed.substr(at, 2) == kNoBreakSpace) {
      at += 1;
    } else if (typed.substr(at, 3) == "\xE2\x80\xAF") {
      at += 2;
    } else if (c != ' ' && c != '\t') {
      out.write(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
  }
}

// Takes digits off the front; -1 when there is none or too many.
int32_t take_number(std::string_view& words) {
  int32_t value = 0;
  size_t length = 0;
  while (length < words.size() && words[length] >= '0' && words[length] <= '9' && length < 7) {
    value = value * 10 + (words[length++] - '0');
  }
  words.remove_prefix(length);
  return length ? value : -1;
}

bool take(std::string_view& words, std::string_view prefix) {
  if (words.substr(0, prefix.size()) != prefix) return false;
  words.remove_prefix(prefix.size());
  return true;
}

bool take_minute_unit(std::string_view& words) {
  return take(words, "minutes") || take(words, "minute") || take(words, "min") || take(words, "mn") ||
         take(words, "m");
}

bool take_hour_unit(std::string_view& words) {
  return take(words, "heures") || take(words, "heure") || take(words, "hours") ||
         take(words, "hour") || take(words, "h");
}

// After "1,": "5h" is half an hour more. Tenths and hundredths only.
int32_t read_decimal_hours(int32_t hours, std::string_view rest) {
  const size_t before = rest.size();
  const int32_t fraction = take_number(rest);
  const size_t digits = before - rest.size();
  if (fraction < 0 || digits > 2 || !take_hour_unit(rest) || !rest.empty()) return kNotMinutes;
  return hours * 60 + fraction * 60 / (digits == 1 ? 10 : 100);
}

// After "1h" or "1:": nothing, "30", or "30min".
int32_t read_rest_of_hour(int32_t hours, std::string_view rest) {
  if (rest.empty()) return hours * 60;
  const int32_t minutes = take_number(rest);
  take_minute_unit(rest);
  return minutes >= 0 && minutes < 60 && rest.empty() ? hours * 60 + minutes : kNotMinutes;
}

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
  const Value min(kMinutes, &range.min);
  const Value max(kMinutes, &range.max);
  if (range.max == MinuteRange::kOpenEnd) return write_text(out, language, Text::kDurationFrom, {.x = min});
  if (range.min == 0) return write_text(out, language, Text::kDurationUpTo, {.x = max});
  write_text(out, language, Text::kDurationBetween, {.x = min, .y = max});
}

int32_t read_typed_minutes(std::string_view typed) {
  Output squeezed;
  squeeze(typed, squeezed);
  std::string_view rest = squeezed.view();
  const int32_t number = take_number(rest);
  if (number < 0 || number > kMaxTyped) return kNotMinutes;
  if (take(rest, ",") || take(rest, ".")) return read_decimal_hours(number, rest);
  if (take_hour_unit(rest) || take(rest, ":")) return read_rest_of_hour(number, rest);
  take_minute_unit(rest);
  return rest.empty() ? number : kNotMinutes;
}

}  // namespace catalogue
