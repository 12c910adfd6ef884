// SPDX-License-Identifier: MIT
// The form that filters: every control is named by a query key and valued as in a query.
#include "render/panel.h"

#include "catalogue/minutes.h"
#include "filter/query_writer.h"
#include "render/pictograms.h"

namespace catalogue {
namespace {

void write_choice(Page& page, const Choices& group, const Choice& choice) {
  const std::string_view key = facet_key(group.facet);
  page.wrap(role::kField).open("div", group.is_single ? role::kRadio : role::kCheckbox);
  page.raw("<input type=\"").raw(group.is_single ? "radio" : "checkbox").raw("\"");
  page.id_in("id", key, choice.value).attribute("name", key).attribute("value", choice.value);
  if (choice.is_selected) page.raw(" checked");
  page.end().open_tag("label", role::kLabel).id_in("for", key, choice.value).end();
  if (group.facet == Facet::kRight) write_right_pictogram(page, choice.value);
  page.text(choice.label);
  if (choice.count != Choice::kNoCount) {
    page.raw(" ").open("span", role::kCount).raw("(");
    page.text(count_text(page.language, choice.count)).raw(")").close("span");
  }
  page.close("label").close("div").unwrap();
}

// Ranges that a visitor or a link made, beside the fixed ones.
void write_free_ranges(Page& page, const Choices& group, const Query& query) {
  for (const MinuteRange& range : query.durations) {
    Output written;
    write_range_value(written, range);
    const std::string_view value = written.view();
    bool is_fixed = false;
    for (const Choice& choice : group.shown) is_fixed = is_fixed || choice.value == value;
    if (is_fixed) continue;
    const std::string label = range_text(page.language, range);
    write_choice(page, group, {value, label, Choice::kNoCount, 0, true});
  }
}

// A fieldset named by its legend (RGAA 11.5 to 11.7); the DSFR asks for a place for messages too.
void write_group(Page& page, const Choices& group, const Query& query) {
  const std::string_view key = facet_key(group.facet);
  page.open_tag("fieldset", role::kFacet).id_in("id", "facet", key);
  if (page.is_dsfr()) {
    const std::string_view prefix = page.options.id_prefix;
    page.raw(" aria-labelledby=\"").text(prefix).raw("legend-").raw(key);
    page.raw(" ").text(prefix).raw("messages-").raw(key).raw("\"");
  }
  page.end().open_tag("legend", role::kLegend).id_in("id", "legend", key).end();
  page.say(legend_of(group.facet)).close("legend");
  const std::string any = text_of(page.language, Text::kAnyDuration);
  if (group.is_single) write_choice(page, group, {"", any, Choice::kNoCount, 0, group.selected == 0});
  for (const Choice& choice : group.shown) write_choice(page, group, choice);
  if (group.facet == Facet::kDuration) write_free_ranges(page, group, query);
  if (group.left_out > 0) {
    page.open("p", role::kHint).say(Text::kOthers, {.n = group.left_out}).close("p");
  }
  if (page.is_dsfr()) {
    page.open_tag("div", role::kMessages).id_in("id", "messages", key).raw(" aria-live=\"polite\"").end().close("div");
  }
  page.close("fieldset");
}

bool is_static(Facet facet) {
  for (const Facet known : kStaticFacets) {
    if (known == facet) return true;
  }
  return false;
}

void write_search(Page& page, const Query& query) {
  page.open("div", role::kSearch).open_tag("label", role::kLabel).id_in("for", "q").end();
  page.say(Text::kSearch).close("label");
  page.open_tag("input", role::kInput).raw(" type=\"search\" name=\"q\" autocomplete=\"off\"").id_in("id", "q");
  page.attribute("value", query.text).end().close("div");
}

// Shown on small screens only, where it unfolds the fields: a checkbox, so that it needs no script.
void write_toggle(Page& page, uint32_t active) {
  page.open("div", role::kToggle).raw("<input type=\"checkbox\"").id_in("id", "toggle").end();
  page.open_tag("label", role::kLabel).id_in("for", "toggle").end().say(Text::kShowFilters);
  if (active > 0) {
    page.raw(" ").open("span", role::kCount).raw("(").say(Text::kActiveFilters, {.n = active}).raw(")");
    page.close("span");
  }
  page.close("label").close("div");
}

// What only the core can answer, folded away: ranges and the rarer facets.
void write_more(Page& page, const Query& query, const Answer& answer) {
  std::vector<Choices> groups;
  bool is_open = false;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (is_static(facet)) continue;
    Choices group = choices_of(page.catalogue, query, facet, answer.counts[f]);
    is_open = is_open || group.selected > 0;
    if (group.shown.size() >= 2 || group.selected > 0) groups.push_back(std::move(group));
  }
  const bool has_range = page.catalogue.size() > kFewTrainings;
  if (groups.empty() && !has_range) return;
  page.open_tag("details", role::kMore).id_in("id", "more").raw(is_open ? " open" : "").end();
  page.raw("<summary>").say(Text::kMore).raw("</summary>");
  if (has_range) write_range(page, query, answer);
  for (const Choices& group : groups) write_group(page, group, query);
  page.close("details");
}

void write_foot(Page& page, bool is_hidden) {
  page.open("p", role::kFoot).open_tag("button", role::kButton).raw(" type=\"reset\"");
  if (is_hidden) page.raw(" hidden");
  page.end().say(Text::kClear).close("button").close("p");
}

}  // namespace

void write_panel(Page& page, const Query& query, const Answer& answer, PanelKind kind) {
  page.open_tag("form", role::kPanel).id_in("id", "panel").raw(" method=\"get\"");
  page.say_in("aria-label", Text::kFilter).raw(kind == PanelKind::kStatic ? " hidden" : "").end();
  page.open_tag("a", role::kSkip).raw(" href=\"#").text(page.options.id_prefix).raw("status\"").end().say(Text::kSkip).close("a");
  write_toggle(page, active_count(answer.query));
  page.open("div", role::kFields);
  if (page.catalogue.size() > kFewTrainings || !query.text.empty()) write_search(page, query);
  for (const Facet facet : kStaticFacets) {
    const Choices group =
        choices_of(page.catalogue, query, facet, answer.counts[static_cast<size_t>(facet)]);
    if (!group.shown.empty()) write_group(page, group, query);
  }
  if (kind == PanelKind::kLive) write_more(page, query, answer);
  page.close("div");
  write_foot(page, kind == PanelKind::kLive && active_count(answer.query) == 0);
  page.close("form");
}

}  // namespace catalogue
