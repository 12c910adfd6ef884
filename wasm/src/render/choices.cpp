// SPDX-License-Identifier: MIT
// Which choices of a facet are worth showing, and how a choice is called.
#include "render/choices.h"

#include <algorithm>

#include "catalogue/minutes.h"
#include "filter/query_writer.h"
#include "model/buckets.h"
#include "model/columns.h"

namespace catalogue {
namespace {

constexpr size_t kLongestList = 12;

bool is_selected(const Query& query, Facet facet, uint32_t index) {
  const auto& selected = query.selected[static_cast<size_t>(facet)];
  return std::find(selected.begin(), selected.end(), index) != selected.end();
}

bool is_bucket(MinuteRange range) {
  return std::any_of(kDurationBuckets.begin(), kDurationBuckets.end(),
                     [&](const DurationBucket& bucket) { return bucket.range == range; });
}

// Ranges that a visitor or a link made, beside the fixed ones.
void add_free_ranges(const Catalogue& catalogue, const Query& query, Choices& choices) {
  for (const MinuteRange& range : query.durations) {
    if (is_bucket(range)) continue;
    choices.shown.push_back(
        {range_value(range), range_text(catalogue.language(), range), Choice::kNoCount, 0, true});
  }
}

// Keeps the selected values and the most frequent others, in the facet's order.
void shorten(Choices& choices) {
  if (choices.shown.size() <= kLongestList) return;
  std::vector<uint32_t> totals;
  for (const Choice& choice : choices.shown) totals.push_back(choice.total);
  std::nth_element(totals.begin(), totals.begin() + kLongestList, totals.end(), std::greater<uint32_t>());
  const uint32_t bar = totals[kLongestList];
  auto room = kLongestList;
  for (const Choice& choice : choices.shown) room -= choice.total > bar;
  const size_t before = choices.shown.size();
  std::erase_if(choices.shown, [&](const Choice& choice) {
    if (choice.is_selected || choice.total > bar) return false;
    return choice.total < bar || room == 0 || room-- == 0;
  });
  choices.left_out = static_cast<uint32_t>(before - choices.shown.size());
}

uint32_t selected_count(const Choices& choices) {
  return static_cast<uint32_t>(std::count_if(choices.shown.begin(), choices.shown.end(),
                                             [](const Choice& c) { return c.is_selected; }));
}

}  // namespace

Choices choices_of(const Catalogue& catalogue, const Query& query, Facet facet,
                   const std::vector<uint32_t>& counts) {
  const FacetColumn& column = catalogue.columns().facet(facet);
  Choices choices{facet, {}, 0, false};
  for (uint32_t i = 0; i < column.values.size(); ++i) {
    const uint32_t total = column.totals[i];
    const bool selected = is_selected(query, facet, i);
    const bool divides = total > 0 && total < catalogue.size();
    if (!divides && !selected) continue;
    choices.shown.push_back({column.values[i].value, column.values[i].label, counts[i], total, selected});
  }
  for (const std::string& value : query.unknown[static_cast<size_t>(facet)]) {
    choices.shown.push_back({value, value, 0, 0, true});
  }
  if (facet == Facet::kDuration) {
    add_free_ranges(catalogue, query, choices);
    choices.is_single = selected_count(choices) <= 1;
  } else {
    shorten(choices);
  }
  return choices;
}

bool find_facet(std::string_view key, Facet& facet) {
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (kFacetKeys[f] != key) continue;
    facet = static_cast<Facet>(f);
    return true;
  }
  return false;
}

std::string label_of(const Catalogue& catalogue, std::string_view key, std::string_view value) {
  Facet facet;
  if (!find_facet(key, facet)) return std::string(value);
  for (const FacetValue& known : catalogue.values(facet)) {
    if (known.value == value) return known.label;
  }
  if (facet != Facet::kDuration) return std::string(value);
  const Query query = parse_query(std::string("duree=").append(value), catalogue);
  return query.durations.empty() ? std::string(value) : range_text(catalogue.language(), query.durations[0]);
}

Text legend_of(Facet facet) {
  return static_cast<Text>(static_cast<size_t>(Text::kLegendDuree) + static_cast<size_t>(facet));
}

Query without(const Query& query, const Catalogue& catalogue, Facet facet, std::string_view value) {
  Query out = query;
  out.page = 1;
  const auto values = catalogue.values(facet);
  auto& selected = out.selected[static_cast<size_t>(facet)];
  std::erase_if(selected, [&](uint32_t i) { return values[i].value == value; });
  std::erase(out.unknown[static_cast<size_t>(facet)], value);
  if (facet != Facet::kDuration) return out;
  std::erase_if(out.durations, [&](MinuteRange range) { return range_value(range) == value; });
  if (value == kUnknownValue) out.unknown_duration = false;
  return out;
}

uint32_t active_count(const Query& query) {
  size_t count = query.durations.size() + (query.unknown_duration ? 1 : 0) + (query.text.empty() ? 0 : 1);
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (static_cast<Facet>(f) != Facet::kDuration) count += query.selected[f].size() + query.unknown[f].size();
  }
  return static_cast<uint32_t>(count);
}

}  // namespace catalogue
