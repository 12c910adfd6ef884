// SPDX-License-Identifier: MIT
// One pass over an editor's words: a clause per alternative, a term per amount.
#pragma once

#include <optional>
#include <string>

#include "meaning/duration_clause.h"

namespace catalogue {

// Each step reads at token `i`. It returns the token after what it read, or 0 for anything else.
class DurationScanner {
 public:
  DurationScanner(std::string_view text, const DurationConvention& convention)
      : words_(text), convention_(convention) {}
  DurationReading run();

 private:
  // duration.cpp: the pass, and where clauses start and end.
  size_t step(size_t i);
  size_t step_comment(size_t i);
  bool ends_comment(size_t i) const;
  void start_comment(bool is_remark);
  size_t step_alternative(size_t i);
  bool is_alternative_mark(size_t i) const;
  bool starts_label(size_t i) const;
  bool says_time_twice(size_t next) const;
  bool completes_span(size_t next) const;
  std::optional<Quantity> read(size_t i) const;
  size_t start_parts(size_t i, size_t end);
  void set_problem(std::string_view problem);
  bool has_clause_problem() const;
  void close_clause(size_t last, size_t next);
  void close_list(size_t last);
  void note_parts();
  void add_alternative(DurationAlternative alternative, size_t first, size_t last);
  std::string text_of(size_t first, size_t last) const;

  // duration_terms.cpp: amounts, rates, counts, and numbers that are none of these.
  size_t step_quantity(size_t i);
  bool states_length(const Quantity& clock) const;
  bool is_at_each(size_t i) const;
  size_t end_of_availability(size_t i) const;
  bool says_total(size_t first, size_t last) const;
  bool is_short_minutes(const Quantity& quantity) const;
  bool is_bare_day(size_t i) const;
  size_t unit_of_day(size_t i) const;
  Quantity bare_day(size_t i);
  bool has_days() const;
  size_t note_remark(size_t end);
  bool is_closed_range(const Quantity& quantity) const;
  size_t add_list(Term term, size_t end);
  size_t add_term(Term& term, size_t end);
  void note_clock_intro(size_t i, const Quantity& quantity);
  TermLink next_link();
  size_t read_rate(size_t i, Term& term);
  DurationUnit rate_of(size_t i) const;
  bool can_get_rate() const;
  size_t give_rate(size_t unit);
  bool is_rate_unit(size_t i) const;
  size_t set_rate(Term& term, DurationUnit unit, size_t end);
  size_t step_count(size_t i);
  bool is_times_behind(size_t end) const;
  size_t end_of_adjectives(size_t i) const;
  bool counts_compounds(size_t i) const;
  size_t step_number(size_t i);
  std::string_view problem_of_number(size_t i) const;
  bool is_colon_only(size_t i) const;
  bool is_remark_number(size_t first) const;
  bool has_amount() const;
  bool is_date(size_t i) const;
  bool is_clock(size_t i) const;
  bool is_count(size_t i) const;

  // duration_scanner.cpp: words and symbols between the amounts.
  size_t step_noun(size_t i);
  size_t step_word(size_t i);
  size_t step_unknown(size_t end);
  size_t step_per(size_t end);
  size_t step_each(size_t end);
  void note_rate(DurationUnit rate);
  void note_from(size_t i);
  size_t note_over(size_t i, size_t end);
  size_t note_bound(TermBound bound, size_t i, size_t end);
  void note_total(size_t end);
  size_t note_other_time(size_t i, size_t end);
  size_t amount_after_remark(size_t i) const;
  bool is_range_to_amount(size_t i) const;
  size_t step_symbol(size_t i);
  size_t step_parenthesis(size_t i);
  size_t step_sign(size_t i, TermBound bound);
  size_t step_plus(size_t end);
  size_t step_stop(size_t i);

  DurationWords words_;
  const DurationConvention& convention_;
  DurationReading reading_;
  Clause clause_;
  std::optional<Clause> whole_;  // the total, while its parts are read
  TermLink link_ = TermLink::kNone;
  TermBound bound_ = TermBound::kExact;        // of the next amount
  DurationUnit rate_ = DurationUnit::kMinute;  // of the next amount: "weekly effort: 3 h"
  bool is_whole_ = false;
  bool has_remark_number_ = false;  // "12 participants" since the last term
  bool has_from_ = false;
  bool has_between_ = false;
  bool has_or_ = false;
  bool has_part_before_ = false;  // the last alternative may be a part: "Présentiel : 7 h ;"
  bool is_each_ = false;          // the next amount is per session
  bool is_opened_from_ = false;   // "à partir de", "from": a range may close it
  bool is_in_parentheses_ = false;
  bool in_comment_ = false;
  bool is_remark_ = false;  // the comment lasts to the end
  bool is_comment_in_parentheses_ = false;
  bool is_either_ = false;
  bool is_plain_ = true;
};

}  // namespace catalogue
