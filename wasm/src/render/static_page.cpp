// SPDX-License-Identifier: MIT
// What a build writes around a page's own list: the panel without script, links, and item values.
#include <algorithm>
#include <span>
#include <unordered_set>
#include <utility>

#include "answer_program.h"
#include "catalogue/limits.h"
#include "catalogue/render.h"
#include "filter/form_urlencoded.h"
#include "render/choices.h"
#include "render/html_writer.h"
#include "render/scene.h"
#include "render/static_style.h"
#include "render/template.h"
#include "static_program.h"
#include "text/link.h"

namespace catalogue {
namespace {

// Every training that a choice gives. The filter itself answers, so that the style sheet, the pages of
// choices and the core agree.
std::vector<uint32_t> rows_of(const Catalogue& catalogue, Facet facet, std::string_view value) {
  Arena arena;
  Query query = parse_query(std::string(facet_key(facet)).append("=").append(value), catalogue, arena);
  std::vector<uint32_t> rows;
  for (;; ++query.page) {
    const Answer answer = answer_query(catalogue, query, kMaxPageSize, arena);
    rows.insert(rows.end(), answer.rows.begin(), answer.rows.end());
    if (query.page >= answer.pages) return rows;
  }
}

void add_value(StaticParts& parts, const StaticPage& choice, Facet facet) {
  for (const uint32_t row : choice.rows) {
    std::string& values = parts.items[row].values[static_cast<size_t>(facet)];
    if (!values.empty()) values += ' ';
    values += choice.value;
  }
}

// Adds a number where two hashes are equal: each page has a path of its own.
std::string path_of(const StaticPage& choice, std::unordered_set<std::string>& taken) {
  const std::string path = static_page_path(choice.key, choice.value, choice.label);
  std::string own = path;
  for (int count = 2; !taken.insert(own).second; ++count)
    own = path.substr(0, path.size() - 1) + "-" + std::to_string(count) + "/";
  return own;
}

// Collects every choice that a training has, shown in the panel or not.
void collect(const Catalogue& catalogue, Facet facet, StaticParts& parts) {
  std::unordered_set<std::string> taken;
  for (const FacetValue& known : catalogue.choices(facet)) {
    StaticPage choice{facet_key(facet), known.value, known.label, rows_of(catalogue, facet, known.value), {}};
    add_value(parts, choice, facet);
    if (choice.rows.empty() || choice.rows.size() == catalogue.size()) continue;
    choice.path = path_of(choice, taken);
    parts.pages.push_back(std::move(choice));
  }
}

// One link per page of a facet's choices, in the order of the panel.
LinkSetView links_of(const StaticParts& parts, Facet facet, std::string_view page_url, Arena& arena) {
  LinkView* const links = arena.make_first<LinkView>(parts.pages.size());
  size_t count = 0;
  for (const StaticPage& choice : parts.pages) {
    if (choice.key != facet_key(facet)) continue;
    std::string url(page_url);
    if (!url.empty() && url.back() != '/') url += '/';
    url += choice.path;
    links[count++] = {arena.keep(url), choice.label, {static_cast<uint32_t>(choice.rows.size())}};
  }
  return {legend_of(static_cast<size_t>(facet)), {links, count}};
}

std::string run(const uint8_t* program, uint16_t entry, const void* page, const TemplateLook& look) {
  return std::string(Template(program, look).run(entry, page));
}

const StaticTexts& words_of(const TemplateLook& look) {
  return generated::kStaticTexts[static_cast<size_t>(look.language)];
}

std::string render_links(const StaticParts& parts, const TemplateLook& look, std::string_view page_url) {
  if (parts.pages.empty()) return {};
  Arena arena;
  LinkSetView* const sets = arena.make_first<LinkSetView>(std::size(kStaticFacets));
  size_t count = 0;
  for (const Facet facet : kStaticFacets) {
    sets[count] = links_of(parts, facet, page_url, arena);
    count += sets[count].links.size > 0;
  }
  StaticView view;
  view.sets = {sets, count};
  return run(kStaticProgram, StaticTemplate::kLinks, &view, look);
}

// The address for reporting a mistake, with the title: as the subject of a mail, or in the query of a page.
std::string report_address(std::string_view url, std::string_view title) {
  const bool is_mail = link_kind(url) == LinkKind::kContact;
  const size_t end = std::min(url.find('#'), url.size());
  Output words;
  write_form_component(words, title);
  Arena arena;
  std::string address(url.substr(0, end));
  address += address.find('?') == std::string::npos ? '?' : '&';
  address += is_mail ? "subject=" : "formation=";
  for (const char c : words.keep(arena)) address += c == '+' ? "%20" : std::string(1, c);  // mail programs keep a '+'
  return address.append(url.substr(end));
}

// Whether one of the items has rights to explain.
bool add_facts(const Catalogue& catalogue, std::string_view report_url, const TemplateLook& look, StaticParts& parts) {
  bool has_rights = false;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    Arena arena;
    StaticView view;
    view.words = words_of(look);
    view.item.training = catalogue.training(row, arena);
    show_rights(view.item, arena);
    has_rights |= view.item.allowed.size > 0;
    const std::string report = report_url.empty() ? "" : report_address(report_url, view.item.training.title);
    view.report = report;
    parts.items[row].facts = run(kStaticProgram, StaticTemplate::kFacts, &view, look);
  }
  return has_rights;
}

std::string render_meaning(const TemplateLook& look) {
  StaticView view;
  view.words = words_of(look);
  const MeaningView meanings[] = {
      {{2}, view.words.modification}, {{1}, view.words.commercial}, {{3}, view.words.partage}, {{4}, view.words.libre}};
  view.meanings = {meanings, std::size(meanings)};
  return run(kStaticProgram, StaticTemplate::kMeaning, &view, look);
}

void write_values(HtmlWriter& out, const StaticItem& item) {
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (!item.values[f].empty()) out.attribute(std::string("data-").append(kQueryKeys[f]), item.values[f]);
  }
}

// The items of one page of the answer. `rows` are its trainings.
void write_items(HtmlWriter& out, std::string_view html, std::span<const uint32_t> rows,
                 const std::vector<StaticItem>& items) {
  constexpr std::string_view kId = " data-id=\"";
  for (const uint32_t row : rows) {
    const size_t end = html.find('"', html.find(kId) + kId.size()) + 1;
    out.raw(html.substr(0, end));
    write_values(out, items[row]);
    html.remove_prefix(end);
  }
  out.raw(html);
}

// All trainings as one list, in the order of the catalogue, with the values that the style sheet filters by.
std::string render_list(const Catalogue& catalogue, RenderOptions options, const std::vector<StaticItem>& items) {
  constexpr std::string_view kEnd = "</ul>";
  options.has_list = true;
  options.has_panel = options.has_results = false;
  HtmlWriter out;
  Query everything;
  for (;; ++everything.page) {
    Arena arena;
    const Answer answer = answer_query(catalogue, everything, kMaxPageSize, arena);
    const std::string_view html = render_answer(catalogue, everything, answer, options, arena);
    const size_t start = html.find("<ul");
    const size_t inner = html.find('>', start) + 1;
    const size_t end = html.rfind(kEnd);
    if (everything.page == 1) out.raw(html.substr(start, inner - start));
    write_items(out, html.substr(inner, end - inner), answer.rows, items);
    if (everything.page >= answer.pages) break;
  }
  return std::string(out.raw(kEnd).view());
}

}  // namespace

StaticParts render_static(const Catalogue& catalogue, const RenderOptions& options, const StaticAddresses& addresses) {
  StaticParts parts;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    parts.items.push_back({catalogue.id(row), {}, {}});
  }
  for (const Facet facet : kStaticFacets) collect(catalogue, facet, parts);
  const Query everything;
  Arena arena;
  const Answer answer = answer_query(catalogue, everything, 1, arena);
  PageView page;
  Scene scene{catalogue, everything, answer, arena, page};
  show_page(scene, options);
  page.has_list = false;
  show_panel(scene, PanelKind::kStatic);
  const TemplateLook look{catalogue.language(), options.skin == Skin::kDsfr};
  parts.before = run(kAnswerProgram, AnswerTemplate::kAnswer, &scene.page, look);
  constexpr std::string_view kAfter = "</div></div>";  // closes the results and the layout, which hold the list
  parts.before.resize(parts.before.size() - kAfter.size());
  parts.links = render_links(parts, look, addresses.page_url);
  if (add_facts(catalogue, addresses.report_url, look, parts)) parts.after = render_meaning(look);
  parts.after += kAfter;
  parts.css = render_static_style(scene);
  if (options.has_list && catalogue.size() > 0) parts.list = render_list(catalogue, options, parts.items);
  return parts;
}

}  // namespace catalogue
