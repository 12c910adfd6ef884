// SPDX-License-Identifier: MIT
// Finds and fills visible texts.
#include "wording/messages.h"

#include <cstring>

#include "catalogue/facet.h"
#include "text/names.h"
#include "wording/licence_table.h"
#include "wording/minutes.h"

namespace catalogue {
namespace {

constexpr char kNumberMark = '\001';
constexpr char kXMark = '\002';
constexpr char kYMark = '\003';
constexpr char kPluralMark = '\037';

// Legends follow each other, in the order of QueryKey.
static_assert(static_cast<size_t>(Text::kLegendQ) - static_cast<size_t>(Text::kLegendDuree) == kTextKey);

// "Durée, Licence".
void write_legends(Output& out, Language language, std::string_view keys) {
  while (!keys.empty()) {
    out.write(text_of(language, legend_of(index_of(kQueryKeys, take_name(keys, ' ')))));
    if (!keys.empty()) out.write(", ");
  }
}

}  // namespace

Text legend_of(size_t query_key) { return static_cast<Text>(static_cast<size_t>(Text::kLegendDuree) + query_key); }

// A linear search: one string per language needs no pointer per text.
std::string_view text_of(Language language, Text text) {
  const char* at = generated::kTexts[static_cast<size_t>(language)];
  for (auto skipped = static_cast<uint32_t>(text); skipped > 0; --skipped) at += std::strlen(at) + 1;
  return at;
}

void write_count(Output& out, Language language, uint32_t count) {
  if (count >= 1000) {
    write_count(out, language, count / 1000);
    out.write(language == Language::kFrench ? "\xE2\x80\xAF" : ",");
    count %= 1000;
    if (count < 100) out.write('0');
    if (count < 10) out.write('0');
  }
  out.number(count);
}

void write_text(Output& out, Language language, Text text, const TextArguments& arguments) {
  const uint32_t n = arguments.n;
  const bool is_singular = n == 1 || (n == 0 && language == Language::kFrench);
  std::string_view plural = text_of(language, text);
  const std::string_view singular = take_name(plural, kPluralMark);
  for (const char c : is_singular || plural.empty() ? singular : plural) {
    switch (c) {
      case kNumberMark:
        write_count(out, language, n);
        break;
      case kXMark:
        write_value(out, language, arguments.x);
        break;
      case kYMark:
        write_value(out, language, arguments.y);
        break;
      default:
        out.write(c);
    }
  }
}

void write_value(Output& out, Language language, Value value) {
  if (value.kind == ValueKind::kLabel) {
    const Label& label = *static_cast<const Label*>(value.at);
    value = {label.kind, &label.words};  // where the others are too
  }
  const auto* const words = static_cast<const std::string_view*>(value.at);
  const auto* const number = static_cast<const uint32_t*>(value.at);
  switch (value.kind) {
    case ValueKind::kWords:
      out.write(*words);
      break;
    case ValueKind::kLicence:
      write_licence_label(out, *words, language);
      break;
    case ValueKind::kLegends:
      write_legends(out, language, *words);
      break;
    case ValueKind::kNumber:
      out.number(*number);
      break;
    case ValueKind::kCount:
      write_count(out, language, *number);
      break;
    case ValueKind::kMinutes:
      write_minutes(out, language, static_cast<int32_t>(*number));
      break;
    case ValueKind::kRange:
      write_range(out, language, *static_cast<const MinuteRange*>(value.at));
      break;
    case ValueKind::kText:
      write_text(out, language, static_cast<Text>(*number));
      break;
    default:
      break;
  }
}

}  // namespace catalogue
