// SPDX-License-Identifier: MIT
// Amounts of a duration, their rates and counts, and numbers that are none of these.
#include "meaning/duration_scanner.h"

namespace catalogue {
namespace {

// From 7 h on, "14h30" alone may be a time of day. Nobody teaches at "2 h".
constexpr int64_t kFirstClockHour = 7 * 60 * 1000;

}  // namespace

size_t DurationScanner::step_quantity(size_t i) {
  auto quantity = read(i);
  if (!quantity && is_bare_day(i)) quantity = bare_day(i);
  if (!quantity) return 0;
  const bool is_clock = quantity->problem == "duration-clock-time";
  if (is_clock && (has_days() || states_length(*quantity))) return note_remark(quantity->end);
  // "3 hours of work a week"
  if (words_.is(i, DurationWord::kArticle) && quantity->is_span && can_get_rate()) return give_rate(i + 1);
  note_clock_intro(i, *quantity);
  is_plain_ &= !quantity->is_span && (quantity->is_spelled || quantity->hi < kFirstClockHour);
  is_plain_ &= !quantity->has_no_end && !is_short_minutes(*quantity);
  has_between_ = false;
  Term term;
  term.kind = quantity->is_span ? TermKind::kSpan : TermKind::kEffort;
  term.link = next_link();
  term.bound = quantity->has_no_end ? TermBound::kAtLeast : bound_;
  // "à partir de 2 h jusqu'à 4 h" has both its ends.
  if (term.bound == TermBound::kAtLeast && is_closed_range(*quantity)) term.bound = TermBound::kExact;
  if (is_at_each(i)) term.link = TermLink::kOf;
  if (says_total(i, quantity->end)) term.link = TermLink::kEquals;
  term.is_each = is_each_;
  term.quantity = *quantity;
  term.first = i;
  bound_ = TermBound::kExact;
  is_each_ = false;
  const size_t end = read_rate(quantity->end, term);
  return quantity->list.empty() ? add_term(term, end) : add_list(term, end);
}

// "9h-12h (3h)", "de 9h à 17h, soit 7 h": times of day, then the length, without breaks.
bool DurationScanner::states_length(const Quantity& clock) const {
  size_t i = clock.end;
  if (words_.is_symbol(i, ',')) ++i;
  if (!words_.is_symbol(i, '(') && !words_.is(i, DurationWord::kEquals)) return false;
  const auto length = read(words_.after(i));
  return length && length->problem.empty() && length->lo == length->hi && !length->is_span &&
         length->hi <= clock.hi - clock.lo && 2 * length->hi > clock.hi - clock.lo;
}

// "5 à 6 semaines à 2 h"
bool DurationScanner::is_at_each(size_t i) const {
  if (clause_.terms.empty() || i == 0 || !words_.is(i - 1, DurationWord::kArticle)) return false;
  return clause_.terms.back().kind == TermKind::kSpan && clause_.terms.back().last == i - 1;
}

// "24h/24", "7j/7": the token after it; 0 for anything else.
size_t DurationScanner::end_of_availability(size_t i) const {
  if (!words_.is_number(i) || !words_.is(i + 1, DurationWord::kUnit) || !words_.is_symbol(i + 2, '/')) return 0;
  const std::string_view whole = words_.is_unit(i + 1, DurationUnit::kDay) ? "7" : "24";
  return words_.tokens().folded(i) == whole && words_.is_number(i + 3) && words_.tokens().folded(i + 3) == whole ? i + 4
                                                                                                                 : 0;
}

// "12.5 total hours"
bool DurationScanner::says_total(size_t first, size_t last) const {
  for (size_t i = first; i < last; ++i)
    if (words_.is(i, DurationWord::kTotal)) return true;
  return false;
}

// "30m" without a label may be metres.
bool DurationScanner::is_short_minutes(const Quantity& quantity) const {
  return quantity.unit == DurationUnit::kMinute && words_.is(quantity.end - 1, DurationWord::kShortMinute);
}

// "journée", "full day", "full-day", as the first amount.
bool DurationScanner::is_bare_day(size_t i) const {
  const size_t unit = unit_of_day(i);
  return clause_.terms.empty() && words_.is_unit(unit, DurationUnit::kDay) &&
         (unit > i || words_.tokens().folded(i) == "journee");
}

// Where the unit stands in "day", "full day", "full-day".
size_t DurationScanner::unit_of_day(size_t i) const {
  if (!words_.is(i, DurationWord::kAdjective)) return i;
  const size_t end = words_.end(i);
  return words_.is_symbol(end, '-') ? end + 1 : end;
}

Quantity DurationScanner::bare_day(size_t i) {
  is_plain_ = false;
  Quantity day;
  day.lo = day.hi = unit_size(DurationUnit::kDay, convention_) * 1000;
  day.count_lo = day.count_hi = 1000;
  day.unit = DurationUnit::kDay;
  day.is_convention = true;
  day.end = words_.end(unit_of_day(i));
  return day;
}

bool DurationScanner::has_days() const {
  for (const Term& term : clause_.terms)
    if (term.counts_days()) return true;
  return false;
}

// Passes over numbers that say when, where or for how many, not how long.
size_t DurationScanner::note_remark(size_t end) {
  has_remark_number_ = true;
  bound_ = TermBound::kExact;
  is_plain_ = false;
  return end;
}

bool DurationScanner::is_closed_range(const Quantity& quantity) const {
  return quantity.lo < quantity.hi && (is_opened_from_ || words_.is(quantity.end, DurationWord::kAtMost));
}

// "2/3/4 heures" is three alternatives; "2 ou 3 h par semaine" is a range; parts of a total are terms of one sum.
size_t DurationScanner::add_list(Term term, size_t end) {
  std::vector<int64_t> values = std::move(term.quantity.list);
  term.quantity.list.clear();
  if (term.is_rate()) {
    term.quantity.hi = values.back();
    return add_term(term, end);
  }
  add_term(term, end);
  for (const int64_t value : values) {
    const bool is_approx = clause_.is_approx;
    if (!whole_) close_clause(end, term.first);
    clause_.is_approx = is_approx;
    term.quantity.lo = term.quantity.hi = value;
    add_term(term, end);
  }
  return end;
}

size_t DurationScanner::add_term(Term& term, size_t end) {
  has_remark_number_ = false;
  term.last = end;
  clause_.terms.push_back(term);
  return end;
}

// "à 14h30" is when, not how long.
void DurationScanner::note_clock_intro(size_t i, const Quantity& quantity) {
  const bool is_until = i > 1 && words_.is(i - 2, DurationWord::kAtMost);  // "jusqu'à"
  const bool is_late_until = i > 2 && words_.is(i - 3, DurationWord::kAtMost) && words_.end(i - 3) == i;
  const bool is_at =
      i > 0 && words_.is(i - 1, DurationWord::kArticle) && clause_.terms.empty() && !is_until && !is_late_until;
  if (is_at && quantity.unit == DurationUnit::kHour && quantity.lo >= kFirstClockHour)
    set_problem("duration-clock-time");
}

// The link of the next term; resets link_.
TermLink DurationScanner::next_link() {
  TermLink link = link_;
  link_ = TermLink::kNone;
  const Term* const last = clause_.terms.empty() ? nullptr : &clause_.terms.back();
  const bool has_sessions = last && (last->kind != TermKind::kEffort || last->counts_days());
  const bool is_open = link == TermLink::kNone || link == TermLink::kComma || link == TermLink::kParentheses;
  if (has_sessions && has_from_ && is_open) link = TermLink::kOf;
  has_from_ = false;
  return link;
}

// "par semaine", "/séance", "a week", "hebdomadaires", "each" after an amount.
size_t DurationScanner::read_rate(size_t i, Term& term) {
  if (rate_ != DurationUnit::kMinute) {
    term.rate = rate_;
    rate_ = DurationUnit::kMinute;
    return i;
  }
  if (const DurationUnit rate = rate_of(i); rate != DurationUnit::kMinute) return set_rate(term, rate, words_.end(i));
  const bool is_article = words_.is(i, DurationWord::kArticle) && words_.is(i + 1, DurationWord::kUnit);
  const bool is_slash = words_.is_symbol(i, '/') && !read(i + 1) && !starts_label(i + 1);
  const bool is_each = words_.is(i, DurationWord::kEachOne);
  const bool is_per = words_.is(i, DurationWord::kPer);
  if (!is_per && !is_article && !is_slash && !is_each) return i;
  size_t unit = is_per || is_each ? words_.end(i) : i + 1;
  if (is_per && (words_.is_symbol(unit, '/') || words_.is_symbol(unit, '.'))) ++unit;  // "p/week"
  if (words_.is(unit, DurationWord::kPerson)) return unit + 1;
  if (words_.is(unit, DurationWord::kSession)) return set_rate(term, DurationUnit::kSession, unit + 1);
  if (words_.is(unit, DurationWord::kUnit))
    return set_rate(term, static_cast<DurationUnit>(words_.value(unit)), words_.end(unit));
  term.is_each |= is_each;
  return is_each ? words_.end(i) : set_rate(term, DurationUnit::kOther, unit);
}

// "hebdomadaire"; kMinute for other words.
DurationUnit DurationScanner::rate_of(size_t i) const {
  switch (words_.kind(i)) {
    case DurationWord::kPerDay:
      return DurationUnit::kDay;
    case DurationWord::kPerWeek:
      return DurationUnit::kWeek;
    case DurationWord::kPerMonth:
      return DurationUnit::kMonth;
    default:
      return DurationUnit::kMinute;
  }
}

// Words may stand between an amount and its rate: "3 heures de travail par semaine".
bool DurationScanner::can_get_rate() const {
  return !clause_.terms.empty() && clause_.terms.back().kind == TermKind::kEffort && !clause_.terms.back().is_rate();
}

size_t DurationScanner::give_rate(size_t unit) {
  const bool is_session = words_.is(unit, DurationWord::kSession);
  const auto rate = is_session ? DurationUnit::kSession : static_cast<DurationUnit>(words_.value(unit));
  return set_rate(clause_.terms.back(), rate, words_.end(unit));
}

bool DurationScanner::is_rate_unit(size_t i) const {
  return words_.is(i, DurationWord::kUnit) || words_.is(i, DurationWord::kSession);
}

size_t DurationScanner::set_rate(Term& term, DurationUnit unit, size_t end) {
  term.rate = unit;
  is_plain_ = false;
  return end;
}

// "5 x", "3 séances", "4 à 6 modules", "three 2-hour"
size_t DurationScanner::step_count(size_t i) {
  const auto low = read_number(words_, i);
  if (!low) return 0;
  size_t end = low->end;
  auto high = low;
  if (words_.is_symbol(end, '-') || words_.is(end, DurationWord::kArticle) || words_.is(end, DurationWord::kTo)) {
    high = read_number(words_, end + 1);
    if (!high) return 0;
    end = high->end;
  }
  const size_t session = end_of_adjectives(end);
  if (words_.is(session, DurationWord::kSession)) end = session;
  const bool is_times = words_.is_times(end) || counts_compounds(end);
  const bool is_after_times = (link_ == TermLink::kTimes || is_times_behind(end)) && !clause_.terms.empty();
  if (!is_times && !is_after_times && !words_.is(end, DurationWord::kSession)) return 0;
  Term term;
  term.kind = TermKind::kCount;
  term.link = is_after_times ? TermLink::kTimes : link_ == TermLink::kPlus ? TermLink::kPlus : TermLink::kNone;
  term.bound = bound_;
  term.quantity.count_lo = low->thousandths;
  term.quantity.count_hi = high->thousandths;
  term.first = i;
  if (words_.is(end, DurationWord::kSession) || words_.is_times(end)) end = words_.after(end);
  link_ = is_times ? TermLink::kTimes : TermLink::kNone;
  bound_ = TermBound::kExact;
  has_from_ = false;
  is_plain_ = false;
  return add_term(term, read_rate(end, term));
}

// "45 min, 2 fois": the count follows the effort that it multiplies.
bool DurationScanner::is_times_behind(size_t end) const {
  const bool is_after_effort = !clause_.terms.empty() && clause_.terms.back().kind == TermKind::kEffort;
  return is_after_effort && words_.is_times(end) && !read(words_.after(end));
}

// "4 live sessions": the token after the adjectives, two at most.
size_t DurationScanner::end_of_adjectives(size_t i) const {
  for (size_t last = i + 2; i < last; ++i) {
    const bool is_adjective = words_.tokens().is(i, TokenKind::kWord) &&
                              (words_.kind(i) == DurationWord::kNone || words_.is(i, DurationWord::kAdjective) ||
                               words_.is(i, DurationWord::kUnknown));
    if (!is_adjective) break;
  }
  return i;
}

// "three 2-hour sessions", "5 one-hour webinars": an amount per session, then the sessions.
bool DurationScanner::counts_compounds(size_t i) const {
  const auto each = read(i);
  return each && words_.is(each->end, DurationWord::kSession) && !words_.is(i, DurationWord::kUnit);
}

// A number that is no amount. In a remark it is passed over, elsewhere it is a problem.
size_t DurationScanner::step_number(size_t i) {
  is_plain_ = false;
  const bool is_other_count = words_.is(i + 1, DurationWord::kOtherCount);
  const bool is_remark =
      is_other_count || (is_clock(i) ? has_days() : has_amount() && (is_date(i) || is_remark_number(i)));
  if (is_remark) return note_remark(i + 1);
  set_problem(problem_of_number(i));
  return i + 1;
}

std::string_view DurationScanner::problem_of_number(size_t i) const {
  if (is_date(i)) return "duration-date";
  if (is_colon_only(i)) return "duration-colon";
  if (is_clock(i)) return "duration-clock-time";
  const bool is_named = is_remark_number(i) || (i > 0 && words_.is(i - 1, DurationWord::kSession));
  const bool is_part_label = words_.is_symbol(i + 1, ':') && is_named;  // "niveau 1 : 2 h"
  return is_part_label ? "duration-ambiguous" : "duration-not-understood";
}

// "1:30" alone: hours and minutes, or minutes and seconds. From 7:00 on it is a time of day.
bool DurationScanner::is_colon_only(size_t i) const {
  return clause_.terms.empty() && is_clock(i) && words_.tokens()[i].thousandths * 60 < kFirstClockHour &&
         (i + 3 == words_.size() || words_.is(i + 3, DurationWord::kOr) || words_.is_symbol(i + 3, ';'));
}

// "niveau 2", "12 participants", "mars 2024" after an amount.
bool DurationScanner::is_remark_number(size_t first) const {
  size_t i = first;
  const bool is_range =
      words_.is_symbol(i + 1, '-') || words_.is(i + 1, DurationWord::kArticle) || words_.is(i + 1, DurationWord::kTo);
  if (is_range && words_.is_number(i + 2)) i += 2;
  size_t noun = first;
  while (noun > 1 && words_.is(noun - 1, DurationWord::kFrom)) --noun;  // "groupe de 12"
  const bool is_named = noun > 0 && words_.tokens().is(noun - 1, TokenKind::kWord) &&
                        (words_.kind(noun - 1) == DurationWord::kNone || words_.is(noun - 1, DurationWord::kCalendar));
  return is_named || words_.is(i + 1, DurationWord::kOtherCount);
}

bool DurationScanner::has_amount() const {
  for (const Term& term : clause_.terms)
    if (term.kind == TermKind::kEffort) return true;
  return false;
}

bool DurationScanner::is_date(size_t i) const {
  const bool is_slashed = words_.is_symbol(i + 1, '/') && words_.is_number(i + 2);
  const bool is_day_range = words_.is_number(i + 2) && words_.is(i + 3, DurationWord::kCalendar);
  return is_slashed || is_day_range || words_.is(i + 1, DurationWord::kCalendar);
}

bool DurationScanner::is_clock(size_t i) const {
  const bool has_colon =
      words_.is_symbol(i + 1, ':') && words_.is_number(i + 2) && !words_.tokens()[i + 1].space_before;
  return has_colon || words_.is(i + 1, DurationWord::kClock);
}

bool DurationScanner::is_count(size_t i) const {
  const auto number = read_number(words_, i);
  return number && (words_.is_times(number->end) || words_.is(number->end, DurationWord::kSession));
}

}  // namespace catalogue
