// SPDX-License-Identifier: MIT
// Remarks beside a duration: parentheses and sentences that do not change it.
#include "meaning/duration_remarks.h"

namespace catalogue {
namespace {

// In tokens. Bounds the search for ")", so that a text of open parentheses costs linear time.
constexpr size_t kLongestRemark = 64;

bool qualifies(const DurationWords& words, size_t i) {
  switch (words.kind(i)) {
    case DurationWord::kApprox:
    case DurationWord::kAtMost:
    case DurationWord::kAtLeast:
    case DurationWord::kTotal:
    case DurationWord::kThen:
    case DurationWord::kEachOne:
    case DurationWord::kPerWeek:
    case DurationWord::kPerDay:
      return true;
    case DurationWord::kPer:
      return words.is(i + 1, DurationWord::kUnit) || words.is(i + 1, DurationWord::kSession);
    default:
      return words.is_minimum(i) || words.is_symbol(i, '+') || words.is_symbol(i, '~') || words.is_symbol(i, '<') ||
             words.is_symbol(i, '>') || words.is_symbol(i, '=');
  }
}

// Whether an amount of time or a number of sessions stands at `i`; `i` moves after an amount. A time of day is no
// amount.
bool takes_amount(const DurationWords& words, size_t& i, const DurationConvention& convention) {
  if (const auto quantity = read_quantity(words, i, AndMeaning::kNothing, convention)) {
    const bool is_amount = quantity->problem != "duration-clock-time";
    i = quantity->end;
    return is_amount;
  }
  const auto number = read_number(words, i);
  return number && (words.is(number->end, DurationWord::kSession) || words.is_times(number->end));
}

bool starts_statement(const DurationWords& words, size_t i, const DurationConvention& convention) {
  switch (words.kind(i)) {
    case DurationWord::kOr:
    case DurationWord::kThen:
    case DurationWord::kEquals:
    case DurationWord::kTotal:
    case DurationWord::kApprox:
    case DurationWord::kBetween:
    case DurationWord::kAtMost:
    case DurationWord::kAtLeast:
    case DurationWord::kRateIntro:
      return true;
    default:
      return takes_amount(words, i, convention);
  }
}

bool starts_with_capital(const DurationWords& words, size_t i) {
  const Tokens& tokens = words.tokens();
  if (i >= tokens.size() || !tokens[i].space_before) return false;
  const std::string_view source = tokens.source().substr(tokens[i].begin);
  const bool is_accented = source.size() > 1 && source[0] == '\xC3' && static_cast<uint8_t>(source[1]) <= 0x9E;
  return (source[0] >= 'A' && source[0] <= 'Z') || is_accented;
}

}  // namespace

size_t skip_parenthesis(const DurationWords& words, size_t i, const DurationConvention& convention) {
  for (size_t at = i + 1; at < words.size() && at < i + kLongestRemark; ++at) {
    if (words.is_symbol(at, ')')) return at + 1;
    if (words.is_symbol(at, '(') || qualifies(words, at)) return i;
    size_t end = at;
    if (takes_amount(words, end, convention)) return i;
    if (end > at) at = end - 1;
  }
  return i;
}

Sentence sentence_after(const DurationWords& words, size_t i, const DurationConvention& convention) {
  if (!starts_with_capital(words, i + 1)) return Sentence::kNone;
  if (starts_statement(words, i + 1, convention)) return Sentence::kGoesOn;
  bool has_amount = false;
  for (size_t at = i + 1; at < words.size(); ++at) {
    if (words.is(at, DurationWord::kNotLearning)) return Sentence::kRemark;
    size_t end = at;
    has_amount |= takes_amount(words, end, convention);
    if (end > at) at = end - 1;
  }
  return has_amount ? Sentence::kOtherAmounts : Sentence::kRemark;
}

bool is_after_break(const DurationWords& words, size_t i) {
  while (i > 0 && (words.is(i - 1, DurationWord::kFrom) || words.is(i - 1, DurationWord::kArticle) ||
                   words.is_symbol(i - 1, '\'')))
    --i;
  return i > 0 && words.tokens().is(i - 1, TokenKind::kSymbol);
}

}  // namespace catalogue
