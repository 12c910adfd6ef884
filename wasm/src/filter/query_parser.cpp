// SPDX-License-Identifier: MIT
// Reads a query string.
#include "catalogue/catalogue.h"
#include "catalogue/limits.h"
#include "catalogue/query.h"
#include "filter/form_urlencoded.h"
#include "filter/list.h"
#include "filter/query_writer.h"
#include "filter/selection.h"
#include "model/buckets.h"
#include "model/columns.h"
#include "model/facet_builder.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/number.h"
#include "text/output.h"
#include "text/utf8.h"
#include "wording/minutes.h"

namespace catalogue {
namespace {

// One end of a range, in minutes: `open` when empty, -1 when no number.
int32_t read_side(std::string_view digits, int32_t open) { return digits.empty() ? open : parse_number(digits); }

// Cuts the last pair, which may be incomplete.
std::string_view up_to_last_pair(std::string_view words) {
  size_t end = words.size();
  while (end > 0 && words[end - 1] != '&') --end;
  return end > 0 ? std::string_view(words.data(), end - 1) : words;
}

class Parser {
 public:
  Parser(const Catalogue& catalogue, Arena& arena) : columns_(catalogue.columns()), arena_(arena) {}

  Query parse(std::string_view words) {
    if (!words.empty() && words[0] == '?') words = {words.data() + 1, words.size() - 1};
    if (words.size() > kMaxQueryBytes) {
      words = up_to_last_pair({words.data(), kMaxQueryBytes});
      warn(WarningCode::kTooLong, {});
    }
    while (!words.empty()) {
      const FormPair pair = take_form_pair(words);
      if (!pair.value.empty()) read(decode_form_component(pair.key, arena_), pair.value);
    }
    if (has_typed_) use_typed();
    return query_;
  }

 private:
  void read(std::string_view key, std::string_view encoded) {
    const size_t known = index_of(kQueryKeys, key);
    if (known == kQueryKeys.size()) return;
    const std::string_view value = decode_form_component(encoded, arena_);
    key_ = kQueryKeys[known];
    switch (known) {
      case kTextKey:
        return read_text(value);
      case kSortKey:
        return read_sort(value);
      case kPageKey:
        return read_page(value);
      case kMinKey:
      case kMaxKey:
        return read_bound(known == kMaxKey, value);
      default:
        return read_value(known, value);
    }
  }

  void read_value(size_t facet, std::string_view value) {
    if (static_cast<Facet>(facet) == Facet::kDuration) return read_duration(value);
    const ValueForm form = form_of(static_cast<Facet>(facet));
    const std::string_view name = query_form(value, form, arena_);
    const uint32_t index = columns_.facets[facet].numbers.find(name);
    if (index != Dictionary::kAbsent) return select(facet, index, value);
    warn(WarningCode::kUnknownValue, value);
    if (is_full(facet, value)) return;
    const std::string_view unknown = form == ValueForm::kSlug && !name.empty() ? name : value;
    query_.unknown[facet] = with(query_.unknown[facet], unknown, arena_);
  }

  void select(size_t facet, uint32_t index, std::string_view value) {
    if (!is_full(facet, value)) choose(facet, index);
  }

  void choose(size_t facet, uint32_t index) { query_.selected[facet] = with(query_.selected[facet], index, arena_); }

  // Whether a facet holds as many values as it may. Warns once per facet: further values are left out.
  bool is_full(size_t facet, std::string_view value) {
    const bool is_duration = static_cast<Facet>(facet) == Facet::kDuration;
    const size_t known =
        is_duration ? query_.durations.size() + query_.unknown_duration : query_.selected[facet].size();
    if (known + query_.unknown[facet].size() < kMaxSelected) return false;
    if (!(full_ >> facet & 1)) warn(WarningCode::kTooLong, value);
    full_ |= 1u << facet;
    return true;
  }

  void read_duration(std::string_view value) {
    MinuteRange range;
    const bool is_unknown = value == kUnknownValue;
    if (!is_unknown && !read_range_value(value, range)) return warn(WarningCode::kBadRange, value);
    if (is_full(0, value)) return;
    if (is_unknown) {
      query_.unknown_duration = true;
      return choose(0, kUnknownDuration);
    }
    query_.durations = with(query_.durations, range, arena_);
    if (is_bucket(range)) choose(0, bucket_of(range));
  }

  // An end of a range as typed in a form: "1h30", "90".
  void read_bound(bool is_max, std::string_view value) {
    const int32_t minutes = read_typed_minutes(value);
    if (minutes == kNotMinutes) return warn(WarningCode::kBadRange, value);
    if (is_max && minutes < typed_.min) return warn(WarningCode::kReversedRange, value);
    (is_max ? typed_.max : typed_.min) = minutes;
    has_typed_ = true;
  }

  // A typed range replaces the other durations.
  void use_typed() {
    query_.durations = {};
    query_.selected[0] = {};
    query_.unknown_duration = false;
    Output value;
    write_range_value(value, typed_);
    key_ = facet_key(Facet::kDuration);
    read_duration(value.view());
  }

  // Joins several q with spaces. Collapses spaces of any kind.
  void read_text(std::string_view value) {
    Output text;
    text.write(query_.text);
    bool is_apart = !text.empty();
    bool was_word = false;
    for (size_t at = 0; at < value.size();) {
      const char32_t code_point = next_code_point(value, at);
      if (code_point <= ' ' || code_point == 0xA0 || code_point == 0x202F) {
        is_apart = !text.empty();
        continue;
      }
      const bool is_word = fold_code_point(code_point) > kFoldApostrophe;
      words_ += is_word && !was_word;
      was_word = is_word;
      if (text.size() + 5 > kMaxTextBytes || words_ > kMaxTextWords) {
        warn(WarningCode::kTooLong, {});
        break;
      }
      if (is_apart) text.write(' ');
      is_apart = false;
      text.code_point(code_point);
    }
    query_.text = text.keep(arena_);
  }

  void read_sort(std::string_view value) {
    const size_t sort = index_of(kSortNames, value);
    if (sort == kSortNames.size()) return warn(WarningCode::kBadSort, value);
    query_.sort = static_cast<Sort>(sort);
  }

  void read_page(std::string_view value) {
    const int32_t page = parse_number(value);
    if (page < 1) return warn(WarningCode::kBadPage, value);
    query_.page = static_cast<uint32_t>(page);
  }

  // kTooLong has no limit: it comes once per key at most.
  void warn(WarningCode code, std::string_view value) {
    if (query_.warnings.size() >= kMaxWarnings && code != WarningCode::kTooLong) return;
    const Warning warning = {code, key_, repair_utf8({value.data(), value.size() < 200 ? value.size() : 200}, arena_)};
    query_.warnings = with_last(query_.warnings, warning, arena_);
  }

  const Columns& columns_;
  Arena& arena_;
  Query query_;
  std::string_view key_;  // that is being read
  uint32_t full_ = 0;     // bits of the facets that is_full() warned of
  uint32_t words_ = 0;    // of the text
  MinuteRange typed_;
  bool has_typed_ = false;
};

}  // namespace

bool read_range_value(std::string_view words, MinuteRange& range) {
  std::string_view max = words;
  const std::string_view min = take_name(max, '-');
  if (min.size() == words.size() || words.size() == 1) return false;
  range.min = read_side(min, 0);
  range.max = read_side(max, MinuteRange::kOpenEnd);
  return range.min >= 0 && range.min <= range.max && range.min <= kMaxMinutes;
}

Query parse_query(std::string_view query_string, const Catalogue& catalogue, Arena& arena) {
  return Parser(catalogue, arena).parse(query_string);
}

}  // namespace catalogue
