// SPDX-License-Identifier: MIT
// Which choices of a facet are worth showing, and how a choice is called.
#pragma once

#include <string>
#include <string_view>
#include <span>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/query.h"
#include "catalogue/texts.h"
#include "model/column.h"

namespace catalogue {

// A catalogue of at most this many trainings is read faster than searched or sorted.
inline constexpr uint32_t kFewTrainings = 6;

// Views live as long as the catalogue and the query.
struct Choice {
  static constexpr uint32_t kNoCount = UINT32_MAX;
  std::string_view value;
  std::string_view label;  // "" for a range, which is called by its value
  uint32_t count = 0;  // as in Answer::counts; kNoCount for a range that is no fixed choice
  uint32_t total = 0;  // trainings of the whole catalogue that hold the value
  bool is_selected = false;
};

struct Choices {
  Facet facet;
  Column<Choice> shown;        // in the facet's order
  uint32_t selected = 0;       // how many of them
  uint32_t left_out = 0;       // values beyond the longest list that helps
  bool is_single = false;      // radio buttons: one at a time
};

// The choices of a facet that divide the catalogue, and those that are selected anyway; none when
// the facet would help nobody (RGESN 1.1). `counts` are those to show, one per value.
Choices choices_of(const Catalogue& catalogue, const Query& query, Facet facet,
                   std::span<const uint32_t> counts);

// The facet of a query key; false when the key is none.
bool find_facet(std::string_view key, Facet& facet);

// What a visitor calls a value of a query key: "CC BY-SA 4.0", "1 h au plus", or the value itself.
std::string label_of(const Catalogue& catalogue, std::string_view key, std::string_view value);

Text legend_of(Facet facet);

// What is active: the pairs of a canonical query that choose trainings (neither sort nor page).
uint32_t active_count(std::string_view canonical);

// Whether `pair` ("key=value") of a canonical query chooses trainings.
bool is_active(std::string_view pair);

// Takes the next pair off a canonical query; views into it.
std::string_view take_pair(std::string_view& canonical);

// A canonical query without one of its pairs ("" for none), and back on its first page.
std::string without(std::string_view canonical, std::string_view pair);

}  // namespace catalogue
