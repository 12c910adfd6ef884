// SPDX-License-Identifier: MIT
// Fills the structs that the templates show from an answer. Each function fills its fields of the page.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/arena.h"
#include "catalogue/query.h"
#include "catalogue/render.h"
#include "render/view.h"

namespace catalogue {

// The input of a page, and the page. All that the page points to lives in the arena, the query, the
// answer or the catalogue.
struct Scene {
  const Catalogue& catalogue;
  const Query& query;
  const Answer& answer;
  Arena& arena;
  PageView& page;
};

// kStatic: of a published page, hidden until its style sheet shows it. kLive: of an answer.
enum class PanelKind : uint8_t { kStatic, kLive };

// The fields that every template needs: skin, text, totals, chips.
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
