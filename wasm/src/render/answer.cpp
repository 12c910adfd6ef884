// SPDX-License-Identifier: MIT
// A whole answer as HTML.
#include "catalogue/render.h"
#include "render/outcome.h"
#include "render/panel.h"
#include "render/results.h"
#include "render/status.h"

namespace catalogue {

std::string status_text(Language language, const Answer& answer) {
  if (answer.total == 0) return text_of(language, Text::kCountNone);
  std::string out = text_of(language, Text::kCount, {.n = answer.total});
  if (answer.pages < 2) return out;
  const std::string page = count_text(language, answer.page);
  const std::string pages = count_text(language, answer.pages);
  return out.append(", ").append(text_of(language, Text::kCountPage, {.x = page, .y = pages}));
}

void write_status(Page& page, const Answer& answer) {
  page.open_tag("p", role::kStatus).id_in("id", "status").raw(" role=\"status\" tabindex=\"-1\"").end();
  page.text(status_text(page.language, answer)).close("p");
}

std::string render_answer(const Catalogue& catalogue, const Query& query, const Answer& answer,
                          const RenderOptions& options) {
  Page page(catalogue, options);
  write_panel(page, query, answer, PanelKind::kLive);
  write_status(page, answer);
  write_outcome(page, query, answer);
  if (options.has_list) write_results(page, query, answer);
  write_pages(page, answer);
  return page.take();
}

}  // namespace catalogue
