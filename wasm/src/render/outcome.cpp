// SPDX-License-Identifier: MIT
// What stands between the panel and the list: chips, remarks, ways out of nothing.
#include "filter/form_urlencoded.h"
#include "render/choices.h"
#include "render/scene.h"

namespace catalogue {
namespace {

void show_chips(Scene& scene) {
  ChipView* const chips = scene.arena.make<ChipView>(scene.page.active).data();
  size_t count = 0;
  for (std::string_view rest = scene.answer.query; !rest.empty();) {
    const std::string_view pair = take_pair(rest);
    if (!is_active(pair)) continue;
    std::string_view words = pair;
    const FormPair encoded = take_form_pair(words);
    const std::string_view value = decode_form_component(encoded.value, scene.arena);
    chips[count++] = {label_of(scene.catalogue, encoded.key, value), without(scene.answer.query, pair, scene.arena)};
  }
  scene.page.chips = {chips, count};
}

Text warning_text(std::string_view code) {
  if (code == "bad-range") return Text::kWarnBadRange;
  if (code == "bad-sort") return Text::kWarnBadSort;
  if (code == "bad-page") return Text::kWarnBadPage;
  if (code == "too-long") return Text::kWarnTooLong;
  return Text::kWarnUnknownValue;
}

// A mistyped field says so itself, in the panel.
void show_warnings(Scene& scene) {
  const auto& warnings = scene.query.warnings;
  WarningView* const views = scene.arena.make<WarningView>(warnings.size()).data();
  size_t count = 0;
  for (const Warning& warning : warnings) {
    if (warning.key == "duree-min" || warning.key == "duree-max") continue;
    Facet facet = Facet::kDuration;  // only values of a facet are said with its legend
    find_facet(warning.key, facet);
    views[count++] = {warning_text(warning.code), legend_of(facet), warning.value};
  }
  scene.page.warnings = {views, count};
}

ExitView view_of(const Exit& exit, const Catalogue& catalogue) {
  ExitView view;
  view.total.count = exit.total;
  view.query = exit.query;
  if (exit.kind == "drop") {
    view.text = Text::kExitDrop;
    view.label = label_of(catalogue, exit.key, exit.value);
  } else {
    view.text = exit.kind == "widen" ? Text::kExitWiden : Text::kExitCorrect;
    view.label = label_of(catalogue, exit.key, exit.to);
  }
  return view;
}

}  // namespace

void show_outcome(Scene& scene) {
  PageView& page = scene.page;
  show_chips(scene);
  show_warnings(scene);
  page.is_empty = scene.answer.total == 0 && scene.catalogue.size() > 0;
  const auto& exits = scene.answer.exits;
  ExitView* const ways_out = scene.arena.make<ExitView>(exits.size()).data();
  for (size_t i = 0; i < exits.size(); ++i) ways_out[i] = view_of(exits[i], scene.catalogue);
  page.exits = {ways_out, exits.size()};
  const auto& hidden = scene.answer.hidden;
  HiddenView* const matches = scene.arena.make<HiddenView>(hidden.size()).data();
  for (size_t i = 0; i < hidden.size(); ++i) {
    Facet facet = Facet::kDuration;
    find_facet(hidden[i].key, facet);
    matches[i] = {legend_of(facet), {hidden[i].count}, hidden[i].query};
  }
  page.hidden = {matches, hidden.size()};
}

}  // namespace catalogue
