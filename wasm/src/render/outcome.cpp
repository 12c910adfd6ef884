// SPDX-License-Identifier: MIT
// What stands between the panel and the list: chips, warnings, exits, hidden matches.
#include <iterator>

#include "filter/query_writer.h"
#include "render/choices.h"
#include "render/scene.h"
#include "text/names.h"

namespace catalogue {
namespace {

// By WarningCode.
constexpr Text kWarnings[] = {Text::kWarnUnknownValue, Text::kWarnBadRange, Text::kWarnBadSort,
                              Text::kWarnBadPage,      Text::kWarnTooLong,  Text::kWarnReversedRange,
                              Text::kWarnCorrected,    Text::kWarnAcronym};
static_assert(std::size(kWarnings) == kWarningNames.size());

// By ExitKind.
constexpr Text kExits[] = {Text::kExitDrop, Text::kExitWiden, Text::kExitCorrect};
static_assert(std::size(kExits) == kExitNames.size());

// The query with its text in quotes: quotes switch corrections off.
std::string_view exact_query(const Scene& scene) {
  Filter text;  // the first pair of a canonical query
  FilterCursor(scene.answer.query).next(text, scene.arena);
  Output quoted;
  quoted.write('"').write(text.value).write('"');
  return with_value(scene.answer.query, text, quoted.view(), scene.arena);
}

// Leaves out the fields of the range: the panel shows their errors beside them.
void show_warnings(Scene& scene) {
  const auto& warnings = scene.answer.warnings;
  WarningView* const views = scene.arena.make_first<WarningView>(warnings.size());
  size_t count = 0;
  for (const Warning& warning : warnings) {
    const size_t key = index_of(kQueryKeys, warning.key);
    if (key == kMinKey || key == kMaxKey) continue;
    WarningView& view = views[count++];
    view = {kWarnings[static_cast<size_t>(warning.code)], warning.key, warning.value, {}};
    if (warning.code == WarningCode::kCorrected) view.exact_query = exact_query(scene);
  }
  scene.page.warnings = {views, count};
}

void show_exit(const Scene& scene, const Exit& exit, ExitView& view) {
  view.total.count = exit.total;
  view.query = exit.query;
  view.text = kExits[static_cast<size_t>(exit.kind)];
  view.label = FacetKeys{exit.key};
  if (exit.key == kQueryKeys[kTextKey]) view.label = scene.query.text;
  if (!exit.value.empty())
    view.label = label_of(scene, index_of(kQueryKeys, exit.key), exit.kind == ExitKind::kDrop ? exit.value : exit.to);
}

}  // namespace

void show_chips(Scene& scene) {
  constexpr size_t kShortestPair = 4;  // "q=a&"
  const std::string_view canonical = scene.answer.query;
  ChipView* const chips = scene.arena.make_first<ChipView>(canonical.size() / kShortestPair + 1);
  size_t count = 0;
  Filter filter;
  for (FilterCursor cursor(canonical); cursor.next(filter, scene.arena);) {
    ChipView& chip = chips[count++];
    chip.label = label_of(scene, filter.key, filter.value);
    chip.query = with_value(canonical, filter, {}, scene.arena);
  }
  scene.page.chips = {chips, count};
  scene.page.active = static_cast<uint32_t>(count);
}

void show_outcome(Scene& scene) {
  PageView& page = scene.page;
  show_warnings(scene);
  page.is_empty = scene.answer.total == 0 && scene.catalogue.size() > 0;
  const auto& exits = scene.answer.exits;
  ExitView* const ways_out = scene.arena.make_first<ExitView>(exits.size());
  for (size_t i = 0; i < exits.size(); ++i) show_exit(scene, exits[i], ways_out[i]);
  page.exits = {ways_out, exits.size()};
  page.hidden = scene.answer.hidden;
}

}  // namespace catalogue
