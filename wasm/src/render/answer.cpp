// SPDX-License-Identifier: MIT
// A whole answer as HTML.
#include "answer_program.h"
#include "catalogue/search.h"
#include "model/columns.h"
#include "render/choices.h"
#include "render/scene.h"
#include "render/template.h"

namespace catalogue {

void show_page(Scene& scene, const RenderOptions& options) {
  PageView& page = scene.page;
  page.prefix = options.id_prefix;
  page.is_dsfr = options.skin == Skin::kDsfr;
  page.has_list = options.has_list;
  page.has_panel = options.has_panel;
  page.has_results = options.has_results;
  page.opens_new_window = options.opens_new_window;
  page.heading_level = options.heading_level < 1 ? 1 : options.heading_level > 6 ? 6 : options.heading_level;
  page.is_large = scene.catalogue.size() > kFewTrainings;
  page.has_days = scene.catalogue.columns().has_days;
  page.text = scene.query.text;
  show_chips(scene);
  const Sort sort = scene.query.sort;
  page.sort = static_cast<uint32_t>(sort > Sort::kRelevance ? sort : Sort::kSource);
  page.total.count = scene.answer.total;
  page.page.count = scene.answer.page;
  page.pages.count = scene.answer.pages;
}

std::string_view render_answer(const Catalogue& catalogue, const Query& query, const Answer& answer,
                               const RenderOptions& options, Arena& arena) {
  Scene scene{catalogue, query, answer, arena, *arena.make_first<PageView>(1)};
  show_page(scene, options);
  if (options.has_panel) show_panel(scene, PanelKind::kLive);
  scene.page.has_nothing_to_clear = scene.page.active == 0;
  if (options.has_results) {
    show_outcome(scene);
    show_steps(scene);
  }
  if (options.has_list) show_items(scene);
  const Highlighter highlighter(catalogue, options.has_list ? query.text : std::string_view(), arena);
  const TemplateLook look{catalogue.language(), options.skin == Skin::kDsfr, &highlighter};
  return arena.keep(Template(kAnswerProgram, look).run(AnswerTemplate::kAnswer, &scene.page));
}

}  // namespace catalogue
