// SPDX-License-Identifier: MIT
// Which choices of a facet are worth showing, and how a choice is called.
#include "render/choices.h"

#include "catalogue/minutes.h"
#include "model/buckets.h"
#include "model/columns.h"

namespace catalogue {
namespace {

constexpr size_t kLongestList = 12;

bool is_bucket(const MinuteRange& range) {
  for (const DurationBucket& bucket : kDurationBuckets) {
    if (bucket.range == range) return true;
  }
  return false;
}

// How many trainings a value must have to be among the kLongestList most frequent.
uint32_t bar_of(const Column<Choice>& choices) {
  uint32_t bar = 0;
  for (;;) {
    uint32_t above = 0;
    uint32_t next = UINT32_MAX;
    for (const Choice& choice : choices) {
      if (choice.total <= bar) continue;
      ++above;
      if (choice.total < next) next = choice.total;
    }
    if (above <= kLongestList) return bar;
    bar = next;
  }
}

// Keeps the selected values and the most frequent others, in the facet's order.
void shorten(Choices& choices) {
  if (choices.shown.size() <= kLongestList) return;
  const uint32_t bar = bar_of(choices.shown);
  size_t above = 0;
  for (const Choice& choice : choices.shown) above += choice.total > bar;
  size_t kept = 0;
  for (const Choice& choice : choices.shown) {
    const bool has_room = choice.total == bar && above < kLongestList;
    if (!choice.is_selected && choice.total <= bar && !has_room) continue;
    above += has_room;
    choices.shown[kept++] = choice;
  }
  choices.left_out = static_cast<uint32_t>(choices.shown.size() - kept);
  choices.shown.resize(kept);
}

void add_values(const Catalogue& catalogue, const Query& query, std::span<const uint32_t> counts, Choices& choices) {
  const FacetColumn& column = catalogue.columns().facet(choices.facet);
  const auto& selected = query.selected[static_cast<size_t>(choices.facet)];
  size_t next = 0;  // both run upwards
  for (uint32_t i = 0; i < column.values.size(); ++i) {
    const bool is_selected = next < selected.size() && selected[next] == i;
    next += is_selected;
    const uint32_t total = column.totals[i];
    if (!is_selected && (total == 0 || total >= catalogue.size())) continue;
    choices.shown.push_back({column.values[i].value, column.values[i].label, counts[i], total, is_selected});
    choices.selected += is_selected;
  }
}

// What a link or a visitor asked for beside the fixed choices.
void add_others(const Query& query, Choices& choices) {
  for (const std::string_view value : query.unknown[static_cast<size_t>(choices.facet)]) {
    choices.shown.push_back({value, value, 0, 0, true});
    ++choices.selected;
  }
}

}  // namespace

Choices choices_of(const Catalogue& catalogue, const Query& query, Facet facet,
                   std::span<const uint32_t> counts) {
  Choices choices{facet, {}, 0, 0, false};
  add_values(catalogue, query, counts, choices);
  add_others(query, choices);
  if (facet != Facet::kDuration) {
    shorten(choices);
    return choices;
  }
  for (const MinuteRange& range : query.durations) choices.selected += !is_bucket(range);
  choices.is_single = choices.selected <= 1;
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
  Arena arena;
  const Query query = parse_query(std::string("duree=").append(value), catalogue, arena);
  return query.durations.empty() ? std::string(value) : range_text(catalogue.language(), query.durations[0]);
}

Text legend_of(Facet facet) {
  return static_cast<Text>(static_cast<size_t>(Text::kLegendDuree) + static_cast<size_t>(facet));
}

std::string_view take_pair(std::string_view& canonical) {
  const size_t end = canonical.find('&');
  const std::string_view pair = canonical.substr(0, end);
  canonical = end == std::string_view::npos ? std::string_view() : canonical.substr(end + 1);
  return pair;
}

bool is_active(std::string_view pair) { return !pair.starts_with("tri=") && !pair.starts_with("page="); }

uint32_t active_count(std::string_view canonical) {
  uint32_t count = 0;
  while (!canonical.empty()) count += is_active(take_pair(canonical));
  return count;
}

std::string without(std::string_view canonical, std::string_view left_out) {
  std::string out;
  while (!canonical.empty()) {
    const std::string_view pair = take_pair(canonical);
    if (pair == left_out || pair.starts_with("page=")) continue;
    if (!out.empty()) out += '&';
    out += pair;
  }
  return out;
}

}  // namespace catalogue
