// SPDX-License-Identifier: MIT
// The form that filters: the facets that it offers, and which of them are folded.
#include "filter/selection.h"
#include "render/choices.h"
#include "render/scene.h"

namespace catalogue {
namespace {

// The facets that most visitors use, then the folded ones.
constexpr Facet kOrder[] = {Facet::kDuration,      Facet::kRight,         Facet::kModality, Facet::kLicence,
                            Facet::kProvider,      Facet::kTheme,         Facet::kLevel,    Facet::kAudience,
                            Facet::kCertification, Facet::kAccessibility, Facet::kLanguage};
constexpr size_t kUnfolded = 3;
static_assert(std::size(kOrder) == kFacetCount);

// A range of its own, or one that was mistyped, is to be seen.
bool is_range_open(const Query& query) {
  for (const MinuteRange& range : query.durations) {
    if (!is_bucket(range)) return true;
  }
  for (const Warning& warning : query.warnings) {
    if (warning.key == kQueryKeys[kMinKey] || warning.key == kQueryKeys[kMaxKey]) return true;
  }
  return false;
}

}  // namespace

void show_panel(Scene& scene, PanelKind kind) {
  PageView& page = scene.page;
  page.is_static = kind == PanelKind::kStatic;
  page.has_search = page.is_large || !page.text.empty();
  Choices* const groups = scene.arena.make_first<Choices>(kFacetCount);
  size_t count = 0;
  for (size_t i = 0; i < kFacetCount; ++i) {
    Choices& group = groups[count];
    list_choices(scene, kOrder[i], group);
    group.is_folded = i >= kUnfolded;
    group.is_live = !is_static(kOrder[i]);
    const size_t fewest = group.is_live && group.selected == 0 ? 2 : 1;
    count += group.choices.size >= fewest;
  }
  page.groups = {groups, count};
  page.has_panel = scene.catalogue.size() > 1 && (page.has_search || count > 0);
  page.is_range_open = is_range_open(scene.query);
  if (page.is_large) show_range(scene);
}

}  // namespace catalogue
