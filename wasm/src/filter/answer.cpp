// SPDX-License-Identifier: MIT
// Answers a query.
#include "filter/answer.h"

#include "catalogue/catalogue.h"
#include "catalogue/limits.h"
#include "filter/exits.h"
#include "filter/list.h"
#include "filter/order.h"
#include "filter/selection.h"
#include "search/text_search.h"
#include "text/output.h"

namespace catalogue {
namespace {

void choose_page(uint32_t total, uint32_t asked, uint32_t page_size, Answer& answer) {
  answer.total = total;
  answer.pages = total == 0 ? 1 : (total + page_size - 1) / page_size;
  answer.page = asked < 1 ? 1 : asked < answer.pages ? asked : answer.pages;
}

// The page size that is given; `warnings` gains one where it is less than what was asked for.
uint32_t cut_page_size(const Columns& columns, uint32_t asked, std::span<const Warning>& warnings, Arena& arena) {
  const uint32_t longest = kMaxPageBytes / columns.longest_record();
  const uint32_t most = longest < 1 ? 1 : longest < kMaxPageSize ? longest : kMaxPageSize;
  if (asked <= most) return asked < 1 ? 1 : asked;
  Output size;
  size.number(most);
  warnings = with_last(warnings, Warning{WarningCode::kTooLong, kQueryKeys[kPageKey], size.keep(arena)}, arena);
  return most;
}

// What was searched in place of the text, and what it asked for in vain.
void explain_text(const Columns& columns, std::string_view text, std::span<const QueryWord> words, Answer& answer,
                  Arena& arena) {
  const auto add = [&](WarningCode code, std::string_view value) {
    if (!value.empty()) answer.warnings = with_last(answer.warnings, Warning{code, kQueryKeys[kTextKey], value}, arena);
  };
  bool is_corrected = false;
  for (const QueryWord& word : words) is_corrected |= word.is_corrected;
  if (is_corrected) add(WarningCode::kCorrected, correct_words(columns, text, words, arena).text);
  add(WarningCode::kAcronym, unknown_acronym(words, arena));
}

}  // namespace

Answer answer_query(const Catalogue& catalogue, const Query& query, uint32_t page_size, Arena& arena) {
  return answer_query(catalogue, query, page_size, arena, count_choices);
}

Answer answer_query(const Catalogue& catalogue, const Query& asked, uint32_t page_size, Arena& arena,
                    CountChoices count) {
  const Columns& columns = catalogue.columns();
  Parts parts = select_parts(columns, asked, arena);
  TextMatches matches;
  if (!asked.text.empty()) {
    matches = search_text(columns, asked.text, arena);
    parts[kTextPart] = matches.rows.data();
  }
  const Masks masks = intersect(columns, parts, arena);
  Answer answer;
  answer.warnings = asked.warnings;
  page_size = cut_page_size(columns, page_size, answer.warnings, arena);
  choose_page(masks.total, asked.page, page_size, answer);
  Query query = asked;
  query.page = answer.page;
  answer.query = write_query(query, catalogue, arena);
  const PageBounds bounds = {(answer.page - 1) * page_size, page_size};
  const bool is_ranked = !asked.text.empty() && asked.sort <= Sort::kRelevance;
  answer.rows =
      is_ranked ? ranked_rows(matches, masks.all, bounds, arena) : page_rows(columns, masks, asked.sort, bounds, arena);
  const Counts counts = count(columns, asked, masks, arena);
  answer.counts = counts.facets;
  answer.bars = counts.bars;
  if (masks.total == 0) answer.exits = find_exits(catalogue, answer.query, parts, masks, arena);
  if (!asked.text.empty()) {
    answer.hidden = find_hidden(answer.query, masks, arena);
    explain_text(columns, asked.text, matches.words, answer, arena);
  }
  return answer;
}

}  // namespace catalogue
