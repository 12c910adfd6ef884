// SPDX-License-Identifier: MIT
// From an editor's words to durations: one pass over the words, one clause per alternative.
#include "meaning/duration_clause.h"
#include "meaning/duration_reading.h"

namespace catalogue {
namespace {

// "14h30" alone may be a time of day, "2 h" is not one at which anybody is taught.
constexpr int64_t kFirstClockHour = 7 * 60 * 1000;

class DurationScanner {
 public:
  DurationScanner(std::string_view words, const DurationConvention& convention)
      : words_(words), convention_(convention) {}

  DurationReading run() {
    for (size_t i = 0; i < words_.size();) i = step(i);
    close_clause(words_.size(), words_.size());
    reading_.is_sure = is_plain_ && !reading_.alternatives.empty() && reading_.problem.empty();
    return std::move(reading_);
  }

 private:
  size_t step(size_t i) {
    if (in_comment_) return step_comment(i);
    if (const size_t end = step_alternative(i)) return end;
    if (const size_t end = step_quantity(i)) return end;
    if (const size_t end = step_count(i)) return end;
    if (words_.kind(i) != DurationWord::kNone) return step_word(i);
    if (words_.is_number(i)) return note_stray_number(i);
    if (words_.tokens().is(i, TokenKind::kWord))
      is_plain_ = false;
    else
      step_symbol(i);
    return i + 1;
  }

  // A comment ("avec …", "dont …") lasts until the next alternative.
  size_t step_comment(size_t i) {
    const bool is_refused = words_.is(i, DurationWord::kNotLearning);
    if (is_refused) set_problem("duration-not-understood");
    if (words_.is(i, DurationWord::kOr) || words_.is_symbol(i, ';')) return step_alternative(i);
    return i + 1;
  }

  // "ou", ";", "|", and the second of "soit … soit …".
  size_t step_alternative(size_t i) {
    const bool is_either = words_.is(i, DurationWord::kEquals) && clause_.terms.empty();
    const bool is_or = words_.is(i, DurationWord::kOr) || (words_.is(i, DurationWord::kEquals) && is_either_);
    const bool is_mark = words_.is_symbol(i, ';') || words_.is_symbol(i, '|') ||
                         (words_.is_symbol(i, '/') && !clause_.terms.empty() && read(i + 1));
    if (is_either) is_either_ = true;
    if (!is_or && !is_mark && !is_either) return 0;
    const size_t end = is_mark ? i + 1 : words_.end(i);
    if (!clause_.terms.empty() || has_clause_problem()) close_clause(i, end);
    return end;
  }

  std::optional<Quantity> read(size_t i) const { return read_quantity(words_, i, has_between_, convention_); }

  size_t step_quantity(size_t i) {
    auto quantity = read(i);
    if (!quantity) return 0;
    note_clock_intro(i, *quantity);
    is_plain_ &= !quantity->is_span && (quantity->is_spelled || quantity->hi < kFirstClockHour);
    has_between_ = false;
    Term term;
    term.kind = quantity->is_span ? TermKind::kSpan : TermKind::kEffort;
    term.link = next_link(TermKind::kEffort);
    term.quantity = *quantity;
    const size_t end = read_rate(quantity->end, term);
    return quantity->list.empty() ? add_term(term, end) : add_list(i, term, end);
  }

  // "2/3/4/5 heures" is as many alternatives; "2 ou 3 h par semaine" is a range of efforts.
  size_t add_list(size_t i, Term term, size_t end) {
    std::vector<int64_t> values = std::move(term.quantity.list);
    term.quantity.list.clear();
    if (term.is_rate()) {
      term.quantity.hi = values.back();
      return add_term(term, end);
    }
    add_term(term, end);
    for (const int64_t value : values) {
      const bool is_approx = clause_.is_approx;
      close_clause(end, i);
      clause_.is_approx = is_approx;
      term.quantity.lo = term.quantity.hi = value;
      add_term(term, end);
    }
    return end;
  }

  size_t add_term(const Term& term, size_t end) {
    clause_.terms.push_back(term);
    return end;
  }

  // "à 14h30" is when, not how long.
  void note_clock_intro(size_t i, const Quantity& quantity) {
    const bool is_at = i > 0 && words_.is(i - 1, DurationWord::kArticle) && clause_.terms.empty();
    if (is_at && quantity.unit == DurationUnit::kHour && quantity.lo >= kFirstClockHour)
      set_problem("duration-clock-time");
  }

  // How the next term stands to the one before, and forget it.
  TermLink next_link(TermKind kind) {
    const TermLink link = link_;
    link_ = TermLink::kNone;
    const bool is_after_count = !clause_.terms.empty() && clause_.terms.back().kind == TermKind::kCount;
    if (kind == TermKind::kEffort && is_after_count && has_from_) return TermLink::kTimes;
    has_from_ = false;
    return link;
  }

  // "par semaine", "/séance", "a week", "hebdomadaires" after an amount.
  size_t read_rate(size_t i, Term& term) {
    if (words_.is(i, DurationWord::kPerWeek)) return set_rate(term, DurationUnit::kWeek, i + 1);
    if (words_.is(i, DurationWord::kPerDay)) return set_rate(term, DurationUnit::kDay, i + 1);
    const bool is_article = words_.is(i, DurationWord::kArticle) && words_.is(i + 1, DurationWord::kUnit);
    const bool is_each = words_.is_symbol(i, '/') && !read(i + 1);
    if (!words_.is(i, DurationWord::kPer) && !is_article && !is_each) return i;
    const size_t unit = i + 1;
    if (words_.is(unit, DurationWord::kPerson)) return unit + 1;
    if (words_.is(unit, DurationWord::kSession)) return set_rate(term, DurationUnit::kSession, unit + 1);
    if (!words_.is(unit, DurationWord::kUnit)) return set_rate(term, DurationUnit::kOther, unit);
    return set_rate(term, static_cast<DurationUnit>(words_.value(unit)), words_.end(unit));
  }

  size_t set_rate(Term& term, DurationUnit unit, size_t end) {
    term.rate = unit;
    is_plain_ = false;
    return end;
  }

  // "5 x", "3 séances", "4 à 6 modules"
  size_t step_count(size_t i) {
    const auto low = read_number(words_, i);
    if (!low) return 0;
    size_t end = low->end;
    auto high = low;
    if (words_.is_symbol(end, '-') || words_.is(end, DurationWord::kArticle) || words_.is(end, DurationWord::kTo)) {
      high = read_number(words_, end + 1);
      if (!high) return 0;
      end = high->end;
    }
    const bool is_times = words_.is(end, DurationWord::kTimes);
    const bool is_after_times = link_ == TermLink::kTimes && !clause_.terms.empty();
    if (!is_times && !is_after_times && !words_.is(end, DurationWord::kSession)) return 0;
    Term term;
    term.kind = TermKind::kCount;
    term.link = is_after_times ? TermLink::kTimes : TermLink::kNone;
    term.quantity.count_lo = low->thousandths;
    term.quantity.count_hi = high->thousandths;
    if (words_.is(end, DurationWord::kSession) || is_times) end = words_.end(end);
    link_ = is_times ? TermLink::kTimes : TermLink::kNone;
    has_from_ = false;
    is_plain_ = false;
    return add_term(term, read_rate(end, term));
  }

  size_t note_stray_number(size_t i) {
    is_plain_ = false;
    set_problem(is_date(i) ? "duration-date" : is_clock(i) ? "duration-clock-time" : "duration-not-understood");
    return i + 1;
  }

  bool is_date(size_t i) const {
    const bool is_slashed = words_.is_symbol(i + 1, '/') && words_.is_number(i + 2);
    return is_slashed || words_.is(i + 1, DurationWord::kCalendar);
  }
  bool is_clock(size_t i) const {
    return (words_.is_symbol(i + 1, ':') && words_.is_number(i + 2)) || words_.is(i + 1, DurationWord::kClock);
  }

  size_t step_word(size_t i) {
    switch (words_.kind(i)) {
      case DurationWord::kApprox:
        clause_.is_approx = true;
        break;
      case DurationWord::kAtMost:
        clause_.is_at_most = true;
        is_plain_ = false;
        break;
      case DurationWord::kAtLeast:
        set_problem("duration-open-ended");
        break;
      case DurationWord::kBetween:
        has_between_ = true;
        break;
      case DurationWord::kFrom:
        has_from_ = true;
        break;
      case DurationWord::kTimes:
        link_ = TermLink::kTimes;
        break;
      case DurationWord::kOver:
        link_ = TermLink::kOver;
        break;
      case DurationWord::kRateIntro:
        has_from_ = true;
        break;
      case DurationWord::kEquals:
      case DurationWord::kTotal:
        note_total();
        break;
      case DurationWord::kEachOne:
        note_each();
        break;
      case DurationWord::kComment:
        in_comment_ = !clause_.terms.empty();
        is_plain_ = false;
        break;
      case DurationWord::kUnknown:
        clause_.is_said_unknown = true;
        is_plain_ = false;
        break;
      case DurationWord::kClock:
        set_problem("duration-clock-time");
        break;
      case DurationWord::kCalendar:
        set_problem("duration-date");
        break;
      case DurationWord::kNotLearning:
        set_problem("duration-not-understood");
        break;
      default:
        is_plain_ = false;
        break;
    }
    return words_.end(i);
  }

  // "au total" after an amount says that the amount is the whole; before it, as "soit".
  void note_total() {
    link_ = TermLink::kEquals;
    if (!clause_.terms.empty() && clause_.terms.back().kind == TermKind::kEffort)
      clause_.terms.back().link = TermLink::kEquals;
  }
  void note_each() {
    if (!clause_.terms.empty()) clause_.terms.back().link = TermLink::kTimes;
  }

  void step_symbol(size_t i) {
    switch (words_.tokens().folded(i)[0]) {
      case '~':
        clause_.is_approx = true;
        break;
      case '<':
        clause_.is_at_most = true;
        break;
      case '>':
        set_problem("duration-open-ended");
        break;
      case '(':
        link_ = TermLink::kParentheses;
        break;
      case '=':
        link_ = TermLink::kEquals;
        break;
      case '*':
        link_ = TermLink::kTimes;
        break;
      case '+':
        step_plus(i);
        break;
      case ',':
        link_ = TermLink::kComma;
        break;
      default:
        break;
    }
  }

  // "4 h + 2 h" adds; "4 h+" is an open end.
  void step_plus(size_t i) {
    if (read(i + 1))
      link_ = TermLink::kPlus;
    else
      set_problem("duration-open-ended");
  }

  void set_problem(std::string_view problem) {
    is_plain_ = false;
    const bool is_vague = clause_.problem == "duration-not-understood";
    if (clause_.problem.empty() || is_vague) clause_.problem = problem;
  }
  bool has_clause_problem() const { return !clause_.problem.empty(); }

  // Ends a clause before token `last`; the next one starts at token `next`.
  void close_clause(size_t last, size_t next) {
    clause_.last = last;
    if (clause_.first < last || !clause_.terms.empty()) {
      DurationAlternative alternative = conclude_clause(clause_);
      alternative.text = text_of(clause_.first, last);
      if (reading_.problem.empty()) reading_.problem = clause_.problem;
      reading_.alternatives.push_back(std::move(alternative));
    }
    clause_ = Clause();
    clause_.first = next;
    link_ = TermLink::kNone;
    has_from_ = has_between_ = in_comment_ = false;
  }

  // The words of the clause without the punctuation at its ends.
  std::string text_of(size_t first, size_t last) const {
    while (first < last && (words_.is_symbol(first, ',') || words_.is_symbol(first, ':'))) ++first;
    while (last > first && (words_.is_symbol(last - 1, ',') || words_.is_symbol(last - 1, '.'))) --last;
    return std::string(words_.tokens().words(first, last));
  }

  DurationWords words_;
  const DurationConvention& convention_;
  DurationReading reading_;
  Clause clause_;
  TermLink link_ = TermLink::kNone;
  bool has_from_ = false;
  bool has_between_ = false;
  bool in_comment_ = false;
  bool is_either_ = false;
  bool is_plain_ = true;
};

}  // namespace

DurationReading read_durations(std::string_view words, const DurationConvention& convention) {
  return DurationScanner(words, convention).run();
}

}  // namespace catalogue
