// SPDX-License-Identifier: MIT
// The words of a duration, recognised once for all the steps that read them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/phrases.h"

namespace catalogue {

// Kinds of words; the phrases of each come from data/tables/durations.json.
enum class DurationWord : uint8_t {
  kUnit,     // value: DurationUnit
  kNumber,   // value: thousandths
  kTens,     // "dizaine": a round number, in thousandths
  kPart,     // "demi", "quart": thousandths
  kArticle,  // "a": French "à", English "a"
  kArticleOrYear,
  kShortMinute,
  kApprox,
  kAtMost,
  kAtLeast,
  kOr,
  kThen,  // adds what follows
  kAnd,
  kTo,
  kBetween,
  kFrom,
  kIn,
  kWithin,  // at most; over, after an amount
  kPer,
  kPerWeek,
  kPerDay,
  kPerMonth,
  kTimes,
  kSession,
  kTeachingKind,  // "CM", "TD": their hours add up
  kVariant,       // "version": one of several ways to follow a training
  kPerson,
  kOver,
  kRateIntro,
  kEquals,
  kTotal,
  kEachOne,
  kAdjective,   // between a number and its unit: "2 full days"
  kWhole,       // before the parts of a total
  kShare,       // before some of a total
  kOtherCount,  // nouns of numbers that say nothing of time: "12 participants"
  kComment,
  kFew,  // "quelques heures"
  kOptional,
  kUnknown,
  kClock,
  kCalendar,
  kNotLearning,
  kNone,
};

enum class DurationUnit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kClocklessHour,
  kHalfDay,
  kDay,
  kWeek,
  kMonth,
  kYear,
  kSession,  // only after "par", "/"
  kOther,    // a rate by something that cannot be counted
};

// Every phrase of durations, sorted.
std::span<const Phrase<DurationWord>> duration_phrases();

// Whether a word, as written, starts a duration without an end: "dès", "from".
bool is_opening_word(std::string_view word);

// Tokens with the phrase that starts at each of them.
class DurationWords {
 public:
  explicit DurationWords(std::string_view source);

  const Tokens& tokens() const { return tokens_; }
  size_t size() const { return tokens_.size(); }
  DurationWord kind(size_t i) const {
    return i < size() && rows_[i].phrase ? rows_[i].phrase->kind : DurationWord::kNone;
  }
  bool is(size_t i, DurationWord kind_wanted) const { return kind(i) == kind_wanted; }
  bool is_number(size_t i) const { return tokens_.is(i, TokenKind::kNumber); }
  bool is_symbol(size_t i, char symbol) const { return tokens_.is_symbol(i, symbol); }
  bool is_unit(size_t i, DurationUnit unit) const {
    return is(i, DurationWord::kUnit) && value(i) == static_cast<int32_t>(unit);
  }
  // "min" without a number before it: "min 2 h".
  bool is_minimum(size_t i) const { return tokens_.is(i, TokenKind::kWord) && tokens_.folded(i) == "min"; }
  bool is_times(size_t i) const { return is(i, DurationWord::kTimes) || is_symbol(i, '*'); }

  // Value and end of the phrase at `i`; there must be one.
  int32_t value(size_t i) const { return rows_[i].phrase->value; }
  size_t end(size_t i) const { return rows_[i].end; }
  // The token after the word or symbol at `i`.
  size_t after(size_t i) const { return kind(i) == DurationWord::kNone ? i + 1 : end(i); }

 private:
  Tokens tokens_;
  std::vector<PhraseMatch<DurationWord>> rows_;
};

}  // namespace catalogue
