// SPDX-License-Identifier: MIT
// Which choices of a facet are shown, and their labels.
#include "render/choices.h"

#include <utility>

#include "filter/query_writer.h"
#include "filter/selection.h"
#include "model/columns.h"
#include "model/facet_builder.h"

namespace catalogue {
namespace {

// Past this, only the most frequent choices are listed. The text search finds the others.
constexpr size_t kLongestList = 100;
constexpr size_t kLongList = 10;

// Finds the most frequent of many values.
class Frequency {
 public:
  void add(uint32_t total) {
    if (total <= highest_[kLongestList - 1]) return;
    for (uint32_t& place : highest_) {
      if (total <= place) continue;
      const uint32_t next = place;
      place = total;
      total = next;
    }
  }

  // Whether a value with this total is among them. Called in the facet's order. Ties: earlier values win.
  bool takes(uint32_t total) {
    for (uint32_t& place : highest_) {
      if (total != place) continue;
      place = 0;
      return true;
    }
    return false;
  }

 private:
  uint32_t highest_[kLongestList] = {};
};

// Lists the choices of one facet, side by side in an arena.
class ChoiceList {
 public:
  ChoiceList(const Scene& scene, Facet facet, Choices& group)
      : scene_(scene), column_(scene.catalogue.columns().facet(facet)), f_(static_cast<size_t>(facet)), group_(group) {}

  void fill() {
    const Query& query = scene_.query;
    const size_t room =
        1 + kLongestList + query.selected[f_].size() + query.unknown[f_].size() + query.durations.size();
    Choice* first = scene_.arena.make_first<Choice>(room);
    next_ = first + 1;
    group_.key = kQueryKeys[f_];
    group_.legend = legend_of(f_);
    add_values();
    for (const std::string_view value : query.unknown[f_]) {
      Choice& choice = add(value, true);
      choice.label = value;
      choice.has_count = true;
    }
    group_.is_single = f_ == 0 && next_ > first + 1 && add_free_ranges();
    if (group_.is_single) {
      first->label = Text::kAnyDuration;
      first->is_selected = group_.selected == 0;
    } else {
      ++first;
    }
    // Most visitors look for the right to modify: it comes first.
    if (next_ - first > 1 && first[0].right.number == 1 && first[1].right.number == 2) std::swap(first[0], first[1]);
    group_.choices = {first, static_cast<size_t>(next_ - first)};
    group_.is_long = group_.choices.size > kLongList;
    group_.total = static_cast<uint32_t>(group_.choices.size) + group_.left_out;
  }

 private:
  bool divides(uint32_t total) const { return total > 0 && total < scene_.catalogue.size(); }

  Choice& add(std::string_view value, bool is_selected) {
    Choice& choice = *next_++;
    choice.value = value;
    choice.is_selected = is_selected;
    group_.selected += is_selected;
    return choice;
  }

  // The selected values and the most frequent others.
  void add_values() {
    Frequency frequency;
    for (uint32_t i = 0; i < column_.choices; ++i) {
      if (divides(column_.totals[i])) frequency.add(column_.totals[i]);
    }
    const std::span<const uint32_t> selected = scene_.query.selected[f_];
    size_t next_selected = 0;  // `selected` is ascending
    for (uint32_t i = 0; i < column_.values.size(); ++i) {
      const uint32_t total = column_.totals[i];
      const bool is_selected = next_selected < selected.size() && selected[next_selected] == i;
      next_selected += is_selected;
      const bool is_choice = i < column_.choices && divides(total);
      if (!(is_choice && frequency.takes(total)) && !is_selected) {
        group_.left_out += is_choice;
        continue;
      }
      Choice& choice = add(column_.values[i].value, is_selected);
      choice.label = column_.values[i].label;
      choice.count.count = scene_.answer.counts[f_][i];
      choice.has_count = true;
      choice.is_barren = choice.count.count == 0;
      if (f_ == static_cast<size_t>(Facet::kRight)) choice.right.number = i + 1;
    }
  }

  // Adds the query's ranges that are no bucket. True when one choice at most is selected.
  bool add_free_ranges() {
    for (const MinuteRange& range : scene_.query.durations) {
      if (is_bucket(range)) continue;
      Output value;
      write_range_value(value, range);
      add(value.keep(scene_.arena), true).label = &range;
    }
    return group_.selected <= 1;
  }

  const Scene& scene_;
  const FacetColumn& column_;
  const size_t f_;
  Choices& group_;
  Choice* next_ = nullptr;
};

}  // namespace

void list_choices(const Scene& scene, Facet facet, Choices& group) {
  group.selected = 0;
  group.left_out = 0;
  ChoiceList(scene, facet, group).fill();
}

Label label_of(const Scene& scene, size_t query_key, std::string_view value) {
  if (query_key == kTextKey) return value;
  const FacetColumn& column = scene.catalogue.columns().facets[query_key];
  const ValueForm form = form_of(static_cast<Facet>(query_key));
  const uint32_t index = column.numbers.find(query_form(value, form, scene.arena));
  if (index != Dictionary::kAbsent && column.values[index].value == value) return column.values[index].label;
  MinuteRange range;
  if (query_key == 0 && read_range_value(value, range)) return &range;
  return value;
}

}  // namespace catalogue
