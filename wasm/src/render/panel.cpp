// SPDX-License-Identifier: MIT
// The form that filters: which facets it offers, and which of them folded away.
#include "render/choices.h"
#include "render/scene.h"

namespace catalogue {
namespace {

// Those that the style sheet can filter by come first.
constexpr Facet kOrder[] = {Facet::kDuration, Facet::kRight, Facet::kLicence, Facet::kModality,
                            Facet::kProvider, Facet::kTheme, Facet::kLanguage};
constexpr size_t kStaticCount = std::size(kStaticFacets);
static_assert(std::size(kOrder) == kFacetCount);

}  // namespace

void show_panel(Scene& scene, PanelKind kind) {
  PageView& page = scene.page;
  const bool is_live = kind == PanelKind::kLive;
  page.is_static = !is_live;
  page.has_search = page.is_large || !page.text.empty();
  page.has_nothing_to_clear = is_live && page.active == 0;
  Choices* const groups = scene.arena.make_first<Choices>(kFacetCount);
  size_t count = 0;
  size_t unfolded = 0;
  for (size_t i = 0; i < (is_live ? kFacetCount : kStaticCount); ++i) {
    Choices& group = groups[count];
    list_choices(scene, kOrder[i], group);
    const bool is_folded = i >= kStaticCount;
    const size_t fewest = is_folded && group.selected == 0 ? 2 : 1;
    count += group.choices.size >= fewest;
    if (!is_folded) unfolded = count;
    page.is_more_open |= is_folded && group.selected > 0;
  }
  page.groups = {groups, unfolded};
  page.more = {groups + unfolded, count - unfolded};
  page.has_more = is_live && (page.more.size > 0 || page.is_large);
  if (page.has_more && page.is_large) show_range(scene);
}

}  // namespace catalogue
