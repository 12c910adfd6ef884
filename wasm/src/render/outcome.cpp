// SPDX-License-Identifier: MIT
// What stands between the panel and the list: chips, sort, remarks, and ways out of nothing.
#include "render/outcome.h"

#include "filter/form_urlencoded.h"
#include "filter/sort_names.h"
#include "render/choices.h"

namespace catalogue {
namespace {

// A button that asks for another query; what it does with it is the element's matter.
void open_query_button(Page& page, const Role& role, std::string_view query) {
  page.open_tag("button", role).raw(" type=\"button\"").attribute("data-query", query);
}

void write_chip(Page& page, std::string_view canonical, std::string_view pair) {
  std::string_view rest = pair;
  const FormPair words = take_form_pair(rest);
  Arena arena;
  const std::string label = label_of(page.catalogue, words.key, decode_form_component(words.value, arena));
  page.raw("<li>");
  open_query_button(page, role::kChip, without(canonical, pair));
  page.say_in("aria-label", Text::kRemove, {.x = label}).end().text(label);
  page.raw("</button></li>");
}

void write_chips(Page& page, std::string_view canonical) {
  if (active_count(canonical) == 0) return;
  page.open_tag("ul", role::kChips).raw(" role=\"list\"").say_in("aria-label", Text::kChips).end();
  for (std::string_view rest = canonical; !rest.empty();) {
    const std::string_view pair = take_pair(rest);
    if (is_active(pair)) write_chip(page, canonical, pair);
  }
  page.close("ul");
}

void write_sort_option(Page& page, const Query& query, Sort sort, Text text) {
  const bool is_default = sort == Sort::kSource || sort == Sort::kRelevance;
  page.raw("<option").attribute("value", is_default ? std::string_view() : sort_name(sort));
  const bool is_selected = query.sort == sort || (is_default && query.sort <= Sort::kRelevance);
  page.raw(is_selected ? " selected>" : ">").say(text).raw("</option>");
}

void write_sort(Page& page, const Query& query) {
  page.open("div", role::kSort).open_tag("label", role::kLabel).id_in("for", "tri").end();
  page.say(Text::kSort).close("label").open_tag("select", role::kSelect).raw(" name=\"tri\"");
  page.id_in("id", "tri").id_in("form", "panel").end();
  if (query.text.empty()) {
    write_sort_option(page, query, Sort::kSource, Text::kSortSource);
  } else {
    write_sort_option(page, query, Sort::kRelevance, Text::kSortPertinence);
  }
  write_sort_option(page, query, Sort::kTitle, Text::kSortTitre);
  write_sort_option(page, query, Sort::kDuration, Text::kSortDuree);
  write_sort_option(page, query, Sort::kDurationDescending, Text::kSortMinusDuree);
  write_sort_option(page, query, Sort::kProvider, Text::kSortOrganisme);
  page.close("select").close("div");
}

void write_action(Page& page, std::string_view action, Text text) {
  page.open_tag("button", role::kAction).raw(" type=\"button\"").attribute("data-action", action);
  page.end().say(text).close("button");
}

void write_tools(Page& page, const Query& query, const Answer& answer) {
  if (page.catalogue.size() <= kFewTrainings) return;
  page.open("div", role::kTools);
  write_sort(page, query);
  if (active_count(answer.query) > 0) write_action(page, "copy", Text::kCopy);
  if (answer.total > 0) write_action(page, "csv", Text::kCsv);
  page.close("div");
}

bool is_of_a_field(const Warning& warning) { return warning.key == "duree-min" || warning.key == "duree-max"; }

Text warning_text(std::string_view code) {
  if (code == "bad-range") return Text::kWarnBadRange;
  if (code == "bad-sort") return Text::kWarnBadSort;
  if (code == "bad-page") return Text::kWarnBadPage;
  if (code == "too-long") return Text::kWarnTooLong;
  return Text::kWarnUnknownValue;
}

// A mistyped field says so itself, in the panel.
void write_warnings(Page& page, const Query& query) {
  for (const Warning& warning : query.warnings) {
    if (is_of_a_field(warning)) continue;
    Facet facet;
    const std::string key = find_facet(warning.key, facet) ? text_of(page.language, legend_of(facet)) : std::string(warning.key);
    page.open("div", role::kNotice).raw("<p>");
    page.say(warning_text(warning.code), {.x = warning.value, .y = key}).raw("</p></div>");
  }
}

void write_hidden(Page& page, const Answer& answer) {
  for (const Hidden& hidden : answer.hidden) {
    Facet facet;
    if (!find_facet(hidden.key, facet)) continue;
    const std::string legend = text_of(page.language, legend_of(facet));
    page.open("div", role::kNotice).raw("<p>").say(Text::kHidden, {.n = hidden.count, .x = legend}).raw(" ");
    open_query_button(page, role::kAction, hidden.query);
    page.end().say(Text::kHiddenShow, {.n = hidden.count}).raw("</button></p></div>");
  }
}

void write_exit(Page& page, const Exit& exit) {
  page.raw("<li>");
  open_query_button(page, role::kButton, exit.query);
  page.end();
  if (exit.kind == "drop") {
    const std::string label = label_of(page.catalogue, exit.key, exit.value);
    page.say(Text::kExitDrop, {.n = exit.total, .x = label});
  } else if (exit.kind == "widen") {
    const std::string label = label_of(page.catalogue, exit.key, exit.to);
    page.say(Text::kExitWiden, {.n = exit.total, .x = label});
  } else {
    page.say(Text::kExitCorrect, {.n = exit.total, .x = exit.to});
  }
  page.raw("</button></li>");
}

void write_exits(Page& page, const Answer& answer) {
  if (answer.total > 0 || page.catalogue.size() == 0) return;
  page.open("p", role::kEmpty).say(Text::kEmpty).close("p");
  if (answer.exits.empty()) return;
  page.open_tag("p", role::kHint).id_in("id", "exits").end().say(Text::kExits).close("p");
  page.open_tag("ul", role::kExits).raw(" role=\"list\"").id_in("aria-labelledby", "exits").end();
  for (const Exit& exit : answer.exits) write_exit(page, exit);
  page.close("ul");
}

}  // namespace

void write_outcome(Page& page, const Query& query, const Answer& answer) {
  page.open("div", role::kOutcome);
  write_chips(page, answer.query);
  write_warnings(page, query);
  write_exits(page, answer);
  write_hidden(page, answer);
  write_tools(page, query, answer);
  page.close("div");
}

}  // namespace catalogue
