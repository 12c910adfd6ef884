// SPDX-License-Identifier: MIT
// From an answer to what the templates show. Each part fills its fields of the page.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/arena.h"
#include "catalogue/query.h"
#include "catalogue/render.h"
#include "render/view.h"

namespace catalogue {

// What a page is made from, and the page; all that it points to lives in the arena, the query, the
// answer or the catalogue.
struct Scene {
  const Catalogue& catalogue;
  const Query& query;
  const Answer& answer;
  Arena& arena;
  PageView& page;
};

// kStatic: hidden until the style sheet shows it, in a page of which nothing has been chosen yet. kLive: an answer's.
enum class PanelKind : uint8_t { kStatic, kLive };

// The look, the text, the totals, the chips: what every part needs.
void show_page(Scene& scene, const RenderOptions& options);
void show_chips(Scene& scene);
void show_panel(Scene& scene, PanelKind kind);
void show_range(Scene& scene);
void show_outcome(Scene& scene);
void show_items(Scene& scene);
// What the licence of the item's training allows and denies.
void show_rights(ItemView& item, Arena& arena);
void show_steps(Scene& scene);

}  // namespace catalogue
