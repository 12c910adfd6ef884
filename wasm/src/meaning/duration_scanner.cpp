// SPDX-License-Identifier: MIT
// Words and symbols of a duration, between its amounts.
#include "meaning/duration_scanner.h"

#include "meaning/duration_remarks.h"

namespace catalogue {

// A word that says nothing of time.
size_t DurationScanner::step_noun(size_t i) {
  is_plain_ = false;
  has_from_ = false;
  clause_.has_noun = true;
  if (!clause_.terms.empty()) clause_.terms.back().has_noun = true;
  return i + 1;
}

size_t DurationScanner::step_word(size_t i) {
  const size_t end = words_.end(i);
  switch (words_.kind(i)) {
    case DurationWord::kApprox:
      clause_.is_approx = true;
      break;
    case DurationWord::kAtMost:
      return note_bound(TermBound::kAtMost, i, end);
    case DurationWord::kAtLeast:
      return note_bound(TermBound::kAtLeast, i, end);
    case DurationWord::kWithin:
      if (clause_.terms.empty()) return note_bound(TermBound::kAtMost, i, end);
      link_ = TermLink::kOver;
      break;
    case DurationWord::kBetween:
      has_between_ = true;
      break;
    case DurationWord::kFrom:
      note_from(i);
      break;
    case DurationWord::kRateIntro:
      has_from_ = true;
      break;
    case DurationWord::kTimes:
      link_ = TermLink::kTimes;
      break;
    case DurationWord::kOver:
      return note_over(i, end);
    case DurationWord::kIn:
      if (has_amount()) link_ = TermLink::kOver;
      break;
    case DurationWord::kThen:
      return step_plus(end);
    case DurationWord::kAnd:
      if (!clause_.terms.empty()) link_ = TermLink::kAnd;
      is_plain_ = false;
      break;
    case DurationWord::kEquals:
    case DurationWord::kTotal:
      note_total(end);
      break;
    case DurationWord::kPer:
      return step_per(end);
    case DurationWord::kSession:
      return step_noun(i);
    case DurationWord::kTeachingKind:
      ++clause_.teaching_kinds;
      step_noun(i);
      break;
    case DurationWord::kVariant:
      clause_.is_variant = true;
      step_noun(i);
      break;
    case DurationWord::kEachOne:
      return step_each(end);
    case DurationWord::kPerDay:
    case DurationWord::kPerWeek:
    case DurationWord::kPerMonth:
      note_rate(rate_of(i));
      break;
    case DurationWord::kWhole:
    case DurationWord::kShare:
      return start_parts(i, end);
    case DurationWord::kComment:
      if (!clause_.terms.empty()) start_comment(false);
      is_plain_ = false;
      break;
    case DurationWord::kOptional:  // "6 h + 2 h facultatives"
      if (clause_.terms.size() > 1) set_problem("duration-ambiguous");
      return step_noun(i);
    case DurationWord::kFew:
      if (clause_.terms.empty() && is_range_to_amount(end)) return note_bound(TermBound::kAtMost, i, end + 1);
      return step_unknown(end);
    case DurationWord::kUnknown:
      return step_unknown(end);
    case DurationWord::kClock:
      if (!has_days()) set_problem("duration-clock-time");
      break;
    case DurationWord::kCalendar:
      is_plain_ = false;
      if (!has_amount()) set_problem("duration-date");
      break;
    case DurationWord::kNotLearning:
      return note_other_time(i, end);
    default:
      is_plain_ = false;
      break;
  }
  return end;
}

size_t DurationScanner::step_unknown(size_t end) {
  clause_.is_said_unknown = true;
  is_plain_ = false;
  return end;
}

size_t DurationScanner::step_per(size_t end) {
  is_plain_ = false;
  if (can_get_rate() && is_rate_unit(end)) return give_rate(end);
  if (can_get_rate() && read_number(words_, end)) set_problem("duration-ambiguous");  // "toutes les 2 semaines"
  return end;
}

size_t DurationScanner::step_each(size_t end) {
  if (can_get_rate() && is_rate_unit(end)) return give_rate(end);
  is_each_ = read(end).has_value();
  if (!is_each_ && !clause_.terms.empty()) clause_.terms.back().is_each = true;
  return end;
}

// "3 heures de travail hebdomadaire", "weekly effort: 3 hours"
void DurationScanner::note_rate(DurationUnit rate) {
  is_plain_ = false;
  if (can_get_rate())
    clause_.terms.back().rate = rate;
  else
    rate_ = rate;
}

// "from 2 hours" has no end; "de" and "of" say nothing by themselves.
void DurationScanner::note_from(size_t i) {
  has_from_ = true;
  if (is_opening_word(words_.tokens().text(i, i + 1)) && clause_.terms.empty() && read(i + 1)) {
    bound_ = TermBound::kAtLeast;
    is_opened_from_ = true;
    is_plain_ = false;
  }
}

// "over 2 hours" has no end; "over 6 weeks" is elapsed time, after an amount or alone.
size_t DurationScanner::note_over(size_t i, size_t end) {
  const auto quantity = read(end);
  const bool is_more = words_.tokens().folded(i) == "over" && clause_.terms.empty() && quantity && !quantity->is_span;
  if (is_more) return note_bound(TermBound::kAtLeast, i, end);
  link_ = TermLink::kOver;
  return end;
}

// "min 2 h", "2 h max": sets the bound of the next amount, else of the last one.
size_t DurationScanner::note_bound(TermBound bound, size_t i, size_t end) {
  is_plain_ = false;
  size_t next = end;
  while (words_.is(next, DurationWord::kFrom) || words_.is(next, DurationWord::kApprox) ||
         words_.is_symbol(next, ':') || words_.is_symbol(next, '.') || words_.is_symbol(next, '\''))
    next = words_.after(next);
  Term* const last = clause_.terms.empty() ? nullptr : &clause_.terms.back();
  const bool is_behind = last && last->last == i && last->bound == TermBound::kExact && clause_.terms.size() == 1;
  const bool is_before = read(next) || read_number(words_, next);
  if (last && has_remark_number_) return end;  // "12 participants maximum"
  if (last && (is_behind || !is_before)) {
    if (last->bound != TermBound::kExact && last->bound != bound) set_problem("duration-ambiguous");
    last->bound = bound;
  } else {
    bound_ = bound;
    is_opened_from_ = bound == TermBound::kAtLeast && words_.tokens().folded(i) == "a";  // "à partir de"
  }
  return end;
}

// "2 h au total", "au total : 2 h": the amount is the total.
void DurationScanner::note_total(size_t end) {
  while (words_.is_symbol(end, ':') || words_.is(end, DurationWord::kFrom)) ++end;
  const bool is_before = read(end).has_value();
  link_ = TermLink::kEquals;
  if (!is_before && !clause_.terms.empty() && clause_.terms.back().kind == TermKind::kEffort)
    clause_.terms.back().link = TermLink::kEquals;
}

// "accès 6 mois" after "20 h," is a remark; "6 mois d'accès" is no time of learning.
// "Accessible à tout moment – 2 heures" is one before the amount.
size_t DurationScanner::note_other_time(size_t i, size_t end) {
  if (const size_t amount = amount_after_remark(end)) return amount;
  if (has_amount() && is_after_break(words_, i)) {
    start_comment(false);
  } else if (!has_amount() || !clause_.terms.back().has_noun) {  // not "1 jour de retour d'expérience"
    set_problem("duration-not-understood");
  }
  return end;
}

// When the words from `i` to a comma or dash hold no amount, and an amount of work follows: its token; else 0.
size_t DurationScanner::amount_after_remark(size_t i) const {
  const bool has_words = words_.tokens().is(i, TokenKind::kWord) || end_of_availability(i) != 0;
  if (has_amount() || !has_words) return 0;
  if (const size_t end = end_of_availability(i)) i = end;
  for (; i < words_.size() && !read(i); ++i) {
    const bool is_break = words_.is_symbol(i, ',') || (words_.is_symbol(i, '-') && words_.tokens()[i].space_before);
    if (!is_break) continue;
    const auto amount = read(i + 1);
    return amount && !amount->is_span ? i + 1 : 0;
  }
  return 0;
}

// "quelques minutes à 2 heures"
bool DurationScanner::is_range_to_amount(size_t i) const {
  const bool is_sign =
      words_.is(i, DurationWord::kArticle) || words_.is(i, DurationWord::kTo) || words_.is_symbol(i, '-');
  return is_sign && read(i + 1);
}

size_t DurationScanner::step_symbol(size_t i) {
  switch (words_.tokens().folded(i)[0]) {
    case '~':
      clause_.is_approx = true;
      break;
    case '<':
      return note_bound(TermBound::kAtMost, i, i + 1);
    case '>':
      return note_bound(TermBound::kAtLeast, i, i + 1);
    case '(':
      return step_parenthesis(i);
    case ')':
      is_in_parentheses_ = false;
      break;
    case '=':
      link_ = TermLink::kEquals;
      break;
    case '*':
      link_ = TermLink::kTimes;
      break;
    case '+':
      if (words_.is_symbol(i + 1, '/') && words_.is_symbol(i + 2, '-')) {
        clause_.is_approx = true;
        return i + 3;
      }
      return step_sign(i, TermBound::kAtLeast);
    case '/':
      if (can_get_rate() && is_rate_unit(i + 1)) return give_rate(i + 1);
      break;
    case '-':
      return step_sign(i, TermBound::kAtMost);
    case ',':
      link_ = TermLink::kComma;
      break;
    case '.':
      return step_stop(i);
    default:
      break;
  }
  return i + 1;
}

size_t DurationScanner::step_parenthesis(size_t i) {
  link_ = TermLink::kParentheses;
  is_in_parentheses_ = true;
  if (clause_.terms.empty()) return i + 1;
  const size_t end = skip_parenthesis(words_, i, convention_);
  if (end == i) return i + 1;
  is_in_parentheses_ = false;
  link_ = TermLink::kNone;
  clause_.terms.back().has_noun = true;
  is_plain_ = false;
  return end;
}

// "+ de 2 h" is "plus de", "- de 2 h" is "moins de"; "-2 h" is no amount; "4 h + 2 h" adds.
size_t DurationScanner::step_sign(size_t i, TermBound bound) {
  const bool is_first = clause_.terms.empty();
  if (is_first && words_.is(i + 1, DurationWord::kFrom) && read(i + 2)) return note_bound(bound, i, i + 1);
  if (bound == TermBound::kAtLeast) {
    if (is_first && read(i + 1)) set_problem("duration-ambiguous");
    return step_plus(i + 1);
  }
  constexpr std::string_view kMinus = "\xE2\x88\x92";
  const bool is_minus = words_.tokens().text(i, i + 1) == kMinus;
  const bool is_attached = i + 1 < words_.size() && (is_minus || !words_.tokens()[i + 1].space_before);
  const bool is_joined = i > 0 && !words_.tokens()[i].space_before;
  if (is_attached && !is_joined && words_.is_number(i + 1)) set_problem("duration-not-understood");
  if (!is_first && link_ == TermLink::kNone) link_ = TermLink::kComma;
  return i + 1;
}

// "4 h + 2 h" adds; "4 h+" and "4 h + révisions" have no end.
size_t DurationScanner::step_plus(size_t end) {
  if (read(end) || is_count(end)) {
    link_ = TermLink::kPlus;
    return end;
  }
  is_plain_ = false;
  if (clause_.terms.empty()) return end;
  clause_.terms.back().bound = TermBound::kAtLeast;
  if (words_.tokens().is(end, TokenKind::kWord) || words_.is_number(end)) start_comment(false);
  return end;
}

// The next sentence is a remark, unless it starts with an amount. Amounts further on make it ambiguous.
size_t DurationScanner::step_stop(size_t i) {
  if (!has_amount()) return i + 1;
  const Sentence sentence = sentence_after(words_, i, convention_);
  if (sentence == Sentence::kOtherAmounts) set_problem("duration-ambiguous");
  if (sentence == Sentence::kRemark || sentence == Sentence::kOtherAmounts) start_comment(true);
  return i + 1;
}

}  // namespace catalogue
