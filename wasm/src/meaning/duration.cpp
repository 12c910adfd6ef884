// SPDX-License-Identifier: MIT
// From an editor's words to durations: the pass, and where clauses start and end.
#include "meaning/duration_scanner.h"

namespace catalogue {

DurationReading DurationScanner::run() {
  for (size_t i = 0; i < words_.size();) i = step(i);
  close_clause(words_.size(), words_.size());
  reading_.is_sure = is_plain_ && !reading_.alternatives.empty() && reading_.problem.empty();
  return std::move(reading_);
}

size_t DurationScanner::step(size_t i) {
  if (in_comment_) return step_comment(i);
  if (const size_t end = end_of_availability(i)) return note_remark(end);
  if (const size_t end = step_alternative(i)) return end;
  if (const size_t end = step_quantity(i)) return end;
  if (const size_t end = step_count(i)) return end;
  if (words_.is_minimum(i)) return note_bound(TermBound::kAtLeast, i, i + 1);
  if (words_.kind(i) != DurationWord::kNone) return step_word(i);
  if (words_.is_number(i)) return step_number(i);
  if (words_.tokens().is(i, TokenKind::kWord)) return step_noun(i);
  return step_symbol(i);
}

// A comment ("avec …", "(… accès 6 mois)") ends at the next alternative, or at its closing parenthesis.
size_t DurationScanner::step_comment(size_t i) {
  if (words_.is(i, DurationWord::kNotLearning) && !has_amount()) set_problem("duration-not-understood");
  if (words_.is_symbol(i, ')') && is_comment_in_parentheses_) in_comment_ = false;
  if (is_remark_) return i + 1;
  if (ends_comment(i)) {
    if (has_amount()) set_problem("duration-ambiguous");
    in_comment_ = false;
  }
  if (words_.is(i, DurationWord::kOr) || words_.is_symbol(i, ';')) return step_alternative(i);
  return i + 1;
}

// "3 mois selon votre rythme, 40 h"; "2 h avec un tuteur, 3 h en autonomie" are two amounts.
bool DurationScanner::ends_comment(size_t i) const {
  if (is_in_parentheses_ || !words_.is_symbol(i, ',')) return false;
  const auto amount = read(i + 1);
  return amount && !amount->is_span;
}

void DurationScanner::start_comment(bool is_remark) {
  in_comment_ = true;
  is_remark_ = is_remark;
  is_comment_in_parentheses_ = is_in_parentheses_;
  is_plain_ = false;
}

// "ou", ";", "|", and the second of "soit … soit …".
size_t DurationScanner::step_alternative(size_t i) {
  const bool is_either = words_.is(i, DurationWord::kEquals) && clause_.terms.empty() && !whole_;
  const bool is_or = words_.is(i, DurationWord::kOr) || (words_.is(i, DurationWord::kEquals) && is_either_);
  const bool is_mark = is_alternative_mark(i);
  if (is_either) is_either_ = true;
  if (!is_or && !is_mark && !is_either) return 0;
  const size_t end = is_mark ? i + 1 : words_.end(i);
  if (is_or && words_.is_symbol(end, '+')) return note_bound(TermBound::kAtLeast, i, end + 1);  // "2 h ou +"
  const bool has_only_counts = clause_.terms.size() == 1 && clause_.terms[0].kind == TermKind::kCount;
  if (is_mark && (has_only_counts || is_count(end))) return end;  // "5 modules | 15 h"
  if (is_mark && (says_time_twice(end) || clause_.teaching_kinds > 0)) {
    link_ = TermLink::kComma;
    return end;
  }
  has_or_ |= is_or;
  if (!clause_.terms.empty() || has_clause_problem()) close_clause(i, end);
  clause_.is_after_mark = is_mark;
  return end;
}

bool DurationScanner::is_alternative_mark(size_t i) const {
  return words_.is_symbol(i, ';') || words_.is_symbol(i, '|') ||
         (words_.is_symbol(i, '/') && !clause_.terms.empty() && (read(i + 1) || starts_label(i + 1)));
}

// "TD : 10 h"
bool DurationScanner::starts_label(size_t i) const {
  for (const size_t last = i + 3; i < last && words_.tokens().is(i, TokenKind::kWord); ++i)
    if (words_.is_symbol(i + 1, ':')) return read(i + 2).has_value();
  return false;
}

// "2 jours / 14 h", "21 heures | 3 jours": days, and the hours that fill them; "15 weeks / 120 hours".
bool DurationScanner::says_time_twice(size_t next) const {
  if (clause_.terms.size() != 1 || clause_.terms[0].kind == TermKind::kCount) return false;
  if (completes_span(next)) return true;
  const auto quantity = read(next);
  if (!quantity || quantity->is_span || clause_.terms[0].kind == TermKind::kSpan) return false;
  Term term;
  term.quantity = *quantity;
  const Term& first = clause_.terms[0];
  if (first.counts_days() == term.counts_days()) return false;
  const Term& days = first.counts_days() ? first : term;
  const Term& hours = first.counts_days() ? term : first;
  return fills_days(hours.quantity.lo, days_of(days.quantity.count_lo, days.quantity.unit));
}

// "8 semaines ; effort : 3 h/semaine": weeks and the hours in them, on either side of a mark. Other words may stand
// before the second, unless the first is complete: "10 heures ; accès 6 mois".
bool DurationScanner::completes_span(size_t next) const {
  const Term& first = clause_.terms[0];
  const bool is_span = first.kind == TermKind::kSpan;
  const bool is_whole = !is_span && !first.is_rate();
  for (size_t i = next; i < words_.size() && (i == next || !is_whole); ++i) {
    if (words_.is(i, DurationWord::kOr) || words_.is_symbol(i, ';') || words_.is_symbol(i, '|')) return false;
    if (const auto quantity = read(i)) return quantity->is_span != is_span;
  }
  return false;
}

std::optional<Quantity> DurationScanner::read(size_t i) const {
  const AndMeaning and_means = has_between_ ? AndMeaning::kRange : whole_ ? AndMeaning::kList : AndMeaning::kNothing;
  return read_quantity(words_, i, and_means, convention_);
}

// The parts of a total. They may contradict it; otherwise they are ignored.
size_t DurationScanner::start_parts(size_t i, size_t end) {
  is_plain_ = false;
  if (!has_amount() || whole_) return end;
  is_whole_ = words_.is(i, DurationWord::kWhole);
  whole_ = std::move(clause_);
  whole_->last = i;
  clause_ = Clause();
  clause_.first = end;
  link_ = TermLink::kNone;
  has_from_ = false;
  return end;
}

void DurationScanner::set_problem(std::string_view problem) {
  is_plain_ = false;
  const bool is_vague = clause_.problem == "duration-not-understood";
  if (clause_.problem.empty() || is_vague) clause_.problem = problem;
}

bool DurationScanner::has_clause_problem() const { return !clause_.problem.empty(); }

// Ends a clause before token `last`; the next one starts at token `next`.
void DurationScanner::close_clause(size_t last, size_t next) {
  Clause parts;
  const bool has_parts = whole_.has_value();
  if (has_parts) {
    parts = std::move(clause_);
    clause_ = std::move(*whole_);
    whole_.reset();
  }
  clause_.last = last;
  if (is_list(clause_, has_or_) && clause_.problem.empty() && !has_parts) {
    close_list(last);
  } else if (clause_.first < last || !clause_.terms.empty()) {
    DurationAlternative alternative = conclude_clause(clause_);
    if (has_parts && contradicts(alternative, parts, is_whole_)) {
      alternative = {};
      clause_.problem = "duration-contradictory";
    }
    add_alternative(std::move(alternative), clause_.first, last);
    note_parts();
  }
  clause_ = Clause();
  clause_.first = next;
  link_ = TermLink::kNone;
  bound_ = TermBound::kExact;
  rate_ = DurationUnit::kMinute;
  has_remark_number_ = has_from_ = has_between_ = in_comment_ = is_each_ = is_opened_from_ = is_in_parentheses_ = false;
}

// "1 heure, 3 heures" before "ou 6 heures".
void DurationScanner::close_list(size_t last) {
  for (size_t n = 0; n < clause_.terms.size(); ++n) {
    Clause one;
    one.terms = {clause_.terms[n]};
    one.terms[0].link = TermLink::kNone;
    one.is_approx = clause_.is_approx;
    DurationAlternative alternative = conclude_clause(one);
    clause_.problem = one.problem;
    const bool is_last = n + 1 == clause_.terms.size();
    add_alternative(std::move(alternative), n == 0 ? clause_.first : one.terms[0].first,
                    is_last ? last : one.terms[0].last);
  }
}

void DurationScanner::add_alternative(DurationAlternative alternative, size_t first, size_t last) {
  alternative.text = text_of(first, last);
  if (reading_.problem.empty()) reading_.problem = clause_.problem;
  reading_.alternatives.push_back(std::move(alternative));
}

// "Présentiel : 7 h ; distanciel : 3 h" may be two parts or two alternatives, without an "or" to tell.
void DurationScanner::note_parts() {
  const bool is_part = clause_.has_noun && !clause_.is_variant;
  if (is_part && has_part_before_ && clause_.is_after_mark) {
    for (size_t n = reading_.alternatives.size() - 2; n < reading_.alternatives.size(); ++n) {
      DurationAlternative& part = reading_.alternatives[n];
      part = DurationAlternative{.text = std::move(part.text)};
    }
    if (reading_.problem.empty()) reading_.problem = "duration-ambiguous";
  }
  has_part_before_ = is_part;
}

// The text of the clause without the punctuation at its ends.
std::string DurationScanner::text_of(size_t first, size_t last) const {
  while (first < last && (words_.is_symbol(first, ',') || words_.is_symbol(first, ':'))) ++first;
  while (last > first && (words_.is_symbol(last - 1, ',') || words_.is_symbol(last - 1, '.'))) --last;
  return std::string(words_.tokens().text(first, last));
}

DurationReading read_durations(std::string_view text, const DurationConvention& convention) {
  return DurationScanner(text, convention).run();
}

}  // namespace catalogue
