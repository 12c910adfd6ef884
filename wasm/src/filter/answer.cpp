// SPDX-License-Identifier: MIT
// Answers a query.
#include "catalogue/answer.h"

#include <algorithm>

#include "catalogue/catalogue.h"
#include "filter/counts.h"
#include "filter/exits.h"
#include "filter/order.h"
#include "filter/selection.h"
#include "search/text_search.h"

namespace catalogue {
namespace {

void count_everything(const Columns& columns, const Masks& masks, Answer& answer) {
  for (size_t f = 0; f < kFacetCount; ++f) {
    const FacetColumn& facet = columns.facets[f];
    // Rights are all needed at once: the other chosen rights count too.
    const bool is_disjunctive = static_cast<Facet>(f) != Facet::kRight;
    const Bitset& set = is_disjunctive ? masks.leaving_out(f) : masks.all;
    const uint32_t total = is_disjunctive ? masks.total_leaving_out(f) : masks.total;
    answer.counts[f] = count_values(columns, facet, set, total);
  }
  constexpr auto kDuration = static_cast<size_t>(Facet::kDuration);
  answer.duration = count_bars(columns, masks.leaving_out(kDuration));
}

void choose_page(const Masks& masks, uint32_t asked, uint32_t page_size, Answer& answer) {
  answer.total = masks.total;
  answer.pages = std::max(1u, (masks.total + page_size - 1) / page_size);
  answer.page = std::clamp(asked, 1u, answer.pages);
}

}  // namespace

Answer answer_query(const Catalogue& catalogue, const Query& asked, uint32_t page_size) {
  const Columns& columns = catalogue.columns();
  page_size = std::clamp(page_size, 1u, kMaxPageSize);
  Parts parts = select_parts(columns, asked);
  TextMatches matches;
  if (!asked.text.empty()) {
    matches = search_text(columns, asked.text);
    parts.sets[kTextPart] = matches.rows.data();
  }
  const Masks masks = intersect(columns, parts);
  Answer answer;
  choose_page(masks, asked.page, page_size, answer);
  Query query = asked;
  query.page = answer.page;
  answer.query = write_query(query, catalogue);
  const uint32_t skipped = (answer.page - 1) * page_size;
  const bool is_ranked = !query.text.empty() && query.sort <= Sort::kRelevance;
  answer.rows = is_ranked ? ranked_rows(matches, masks.all, skipped, page_size)
                          : page_rows(columns, masks.all,
                                      query.sort == Sort::kRelevance ? Sort::kSource : query.sort,
                                      skipped, page_size);
  count_everything(columns, masks, answer);
  if (masks.total == 0) answer.exits = find_exits(catalogue, query, parts);
  if (!query.text.empty()) answer.hidden = find_hidden(catalogue, query, masks);
  return answer;
}

}  // namespace catalogue
