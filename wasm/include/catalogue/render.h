// SPDX-License-Identifier: MIT
// Answers and published pages as HTML.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/answer.h"
#include "catalogue/arena.h"
#include "catalogue/catalogue.h"
#include "catalogue/facet.h"
#include "catalogue/query.h"

namespace catalogue {

// kNeutral: own classes and ::part names, styled by neutral.css. kDsfr: own classes plus those of
// the DSFR, whose style sheet the page must already have.
enum class Skin : uint8_t { kNeutral, kDsfr };

struct RenderOptions {
  Skin skin = Skin::kNeutral;
  uint8_t heading_level = 2;                  // of a training's title, 1 to 6 (RGAA 9.1)
  std::string_view id_prefix = "catalogue-";  // of every id, so that widgets can share a page (RGAA 8.2)
  bool has_list = true;                       // false when the page's own list is filtered in place
  bool has_panel = true;                      // false when another call asks for it
  bool has_results = true;                    // status, outcome, links to pages
  bool opens_new_window = false;              // links to trainings open in a new window, and say so (RGAA 13.2)
};

// The panel, then the results: the head (status, sort, actions), the outcome (chips, warnings, hidden matches, exits),
// the list, and the links to pages. `options` leave some of them out. A catalogue that offers no choice has no panel.
// UTF-8; safe to insert whatever the catalogue and the query hold. The language is the catalogue's. Lives in the arena.
std::string_view render_answer(const Catalogue& catalogue, const Query& query, const Answer& answer,
                               const RenderOptions& options, Arena& arena);

// values: those of a training that the style sheet filters by, per facet, separated by spaces: "data-duree",
// "data-niveau".
struct StaticItem {
  std::string_view id;
  std::array<std::string, kFacetCount> values;
  std::string facts;  // HTML for its end: the rights that its licence gives, and a link to report a mistake
};

// A page that lists the trainings of one choice, for visitors without script and :has().
struct StaticPage {
  std::string_view key;
  std::string_view value;
  std::string_view label;
  std::vector<uint32_t> rows;
  std::string path;  // static_page_path, made unique
};

// What a build writes around a list: the page's own, or `list`, which holds every training and is left out unless
// `has_list`. `links` come first, then `before` (the panel and the head of the list), the list, and `after`, which
// explains the rights and closes the elements of `before`. `css` is the filter without script: it needs :has() and has
// one or two rules per choice of the panel.
struct StaticParts {
  std::string before;
  std::string after;
  std::string links;
  std::string list;
  std::string css;
  std::vector<StaticItem> items;  // in the order of the catalogue
  std::vector<StaticPage> pages;  // in the order of the panel
};

struct StaticAddresses {
  // The start of links to the pages of choices, with or without a final slash; "" makes them relative
  // ("licence/cc-by-sa-4.0/").
  std::string_view page_url;
  // Where visitors report mistakes: a page, which gets the training's title in the parameter `formation`, or
  // "mailto:…", with the title as subject. "" or an unsafe scheme: no link.
  std::string_view report_url;
};

// Views live as long as the catalogue.
StaticParts render_static(const Catalogue& catalogue, const RenderOptions& options, const StaticAddresses& addresses);

// The path of a choice's page, relative to that of the list: "licence/cc-by-sa-4.0/". An open range has the name of its
// label: "duree/30-min-au-plus/". The path depends on the choice alone. A value ends with its hash
// ("licence/maison-1c2d3e4f/") when it cannot name a file, or when another value may have the same lower case. Lower
// case, ASCII, at most 64 characters after the key, valid in every file system.
std::string static_page_path(std::string_view key, std::string_view value, std::string_view label);

}  // namespace catalogue
