// SPDX-License-Identifier: MIT
// Properties of every answer, for any catalogue and query.
#pragma once

#include <string>

#include "../core/ask.h"
#include "catalogue/render.h"
#include "html_check.h"

namespace catalogue {

inline Answer answer_words(const Catalogue& catalogue, std::string_view words, uint32_t page_size, Arena& arena) {
  return answer_query(catalogue, parse_query(words, catalogue, arena), page_size, arena);
}

// The canonical form is stable, and every exit gives its stated total.
inline void require_honest(const Catalogue& catalogue, const Query& query, const Answer& answer, uint32_t page_size,
                           Arena& arena) {
  const std::string_view canonical = write_query(query, catalogue, arena);
  require(write_query(parse_query(canonical, catalogue, arena), catalogue, arena) == canonical);
  require(answer.total <= catalogue.size() && answer.rows.size() <= page_size);
  require(answer.page >= 1 && answer.page <= answer.pages);
  for (const Exit& exit : answer.exits)
    require(exit.total > 0 && answer_words(catalogue, exit.query, page_size, arena).total == exit.total);
  for (const Hidden& hidden : answer.hidden)
    require(answer_words(catalogue, hidden.query, page_size, arena).total == answer.total + hidden.count);
}

// The answer and its HTML in both skins, as one text.
inline std::string answer_text(const Catalogue& catalogue, std::string_view words, uint32_t page_size) {
  Arena arena;
  const Query query = parse_query(words, catalogue, arena);
  const Answer answer = answer_query(catalogue, query, page_size, arena);
  require_honest(catalogue, query, answer, page_size, arena);
  std::string text = answer_json(catalogue, query, answer);
  for (const Skin skin : {Skin::kNeutral, Skin::kDsfr}) {
    RenderOptions options;
    options.skin = skin;
    options.heading_level = static_cast<uint8_t>(words.size() % 8);
    options.opens_new_window = skin == Skin::kDsfr;
    const std::string_view html = render_answer(catalogue, query, answer, options, arena);
    require_our_html(html);
    text += html;
  }
  return text;
}

}  // namespace catalogue
