// SPDX-License-Identifier: MIT
// Answers and published pages as HTML: the only place where markup of the catalogue is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/answer.h"
#include "catalogue/arena.h"
#include "catalogue/catalogue.h"
#include "catalogue/query.h"

namespace catalogue {

// kNeutral: own classes and ::part names, looks brought by neutral.css. kDsfr: own classes plus
// those of the DSFR, whose stylesheet the page must already have.
enum class Skin : uint8_t { kNeutral, kDsfr };

struct RenderOptions {
  Skin skin = Skin::kNeutral;
  uint8_t heading_level = 2;                  // of a training's title, 1 to 6 (RGAA 9.1)
  std::string_view id_prefix = "catalogue-";  // of every id, so that widgets can share a page (RGAA 8.2)
  bool has_list = true;                       // false when the page's own list is filtered in place
  bool has_panel = true;                      // false when it is asked for later
  bool has_results = true;                    // what tells of the list: status, outcome, links to pages
  bool opens_new_window = false;              // links to trainings open, announced, in a new window (RGAA 13.2)
};

// The panel, and beside it the results: the head (status, sort, actions), the outcome (chips, warnings, hidden matches,
// ways out), the list, and the links to pages, in that order, as far as they are asked for. A catalogue of which
// nothing can be chosen has no panel.
// UTF-8; safe to insert whatever the catalogue and the query hold. The language is the catalogue's. Lives in the arena.
std::string_view render_answer(const Catalogue& catalogue, const Query& query, const Answer& answer,
                               const RenderOptions& options, Arena& arena);

// What tells the style sheet which choices a training answers to; values parted by spaces.
struct StaticItem {
  std::string_view id;
  std::string durations;  // data-duree
  std::string licence;    // data-licence
  std::string rights;     // data-droit
  std::string facts;      // HTML for its end: what its licence permits, and a link to tell of a mistake
};

// A page that lists the trainings of one choice, for visitors without script and :has().
struct StaticPage {
  std::string_view key;
  std::string_view value;
  std::string_view label;
  std::vector<uint32_t> rows;
  std::string path;  // static_page_path, unlike that of any other page
};

// What a build writes around a page's own list: `before` holds the panel and what tells of the list, `after` says
// what each right means, and closes it. `links` stand before both. `css` is the filter without script: it needs :has()
// and holds one or two rules per choice of the panel.
struct StaticParts {
  std::string before;
  std::string after;
  std::string links;
  std::string css;
  std::vector<StaticItem> items;  // in the order of the catalogue
  std::vector<StaticPage> pages;  // in the order of the panel
};

struct StaticAddresses {
  // Where links to the pages of a choice start, with or without its ending slash; "" makes them relative
  // ("licence/cc-by-sa-4.0/").
  std::string_view page_url;
  // Where mistakes are told of: a page, which is given the title as `formation`, or "mailto:…", with the title for a
  // subject. "" or an unsafe scheme: nowhere.
  std::string_view report_url;
};

// Views live as long as the catalogue.
StaticParts render_static(const Catalogue& catalogue, const RenderOptions& options, const StaticAddresses& addresses);

// The path of a choice's own page under the page's, from the choice alone: "licence/cc-by-sa-4.0/"; a range is
// called by its label: "duree/30-min-au-plus/". A value that no file may be called, or that differs from
// another in what a path does not keep, ends with its hash: "licence/maison-1c2d3e4f/". Lower case, ASCII,
// at most 64 characters after the key, a name that every file system takes.
std::string static_page_path(std::string_view key, std::string_view value, std::string_view label);

}  // namespace catalogue
