// SPDX-License-Identifier: MIT
// Which choices of a facet are worth showing, and how a choice is called.
#include "render/choices.h"

#include "filter/query_writer.h"
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

// Finds the most frequent of many values.
class Frequency {
 public:
  void add(uint32_t total) {
    for (uint32_t& place : highest_) {
      if (total <= place) continue;
      const uint32_t next = place;
      place = total;
      total = next;
    }
  }

  // Whether a value is among them; of those that come last and alike, the first ones.
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
  ChoiceList(const Catalogue& catalogue, const Query& query, Facet facet, Choices& group)
      : column_(catalogue.columns().facet(facet)), size_(catalogue.size()), query_(query),
        selected_(query.selected[static_cast<size_t>(facet)]), facet_(facet), group_(group) {}

  void fill(std::span<const uint32_t> counts, Arena& arena) {
    const auto others = query_.unknown[static_cast<size_t>(facet_)];
    const size_t room = 1 + kLongestList + selected_.size() + others.size() + query_.durations.size();
    Choice* first = arena.make<Choice>(room).data();
    next_ = first + 1;
    group_.key = facet_key(facet_);
    group_.legend = legend_of(facet_);
    add_values(counts);
    for (const std::string_view value : others) add(value, value).has_count = true;
    const bool has_any = facet_ == Facet::kDuration && next_ > first + 1 && add_free_ranges(arena);
    if (has_any) {
      first->label = Text::kAnyDuration;
      first->is_selected = group_.selected == 0;
    }
    first += !has_any;
    group_.is_single = has_any;
    group_.choices = {first, static_cast<size_t>(next_ - first)};
  }

 private:
  bool divides(uint32_t total) const { return total > 0 && total < size_; }

  // A selected choice; the caller says when it is not.
  Choice& add(std::string_view value, const Label& label) {
    Choice& choice = *next_++;
    choice.value = value;
    choice.label = label;
    choice.is_selected = true;
    ++group_.selected;
    return choice;
  }

  // The selected values and the most frequent others.
  void add_values(std::span<const uint32_t> counts) {
    Frequency frequency;
    for (const uint32_t total : column_.totals) frequency.add(divides(total) ? total : 0);
    const uint32_t* next_selected = selected_.data();  // both run upwards
    const uint32_t* const last_selected = next_selected + selected_.size();
    for (uint32_t i = 0; i < column_.values.size(); ++i) {
      const uint32_t total = column_.totals[i];
      const bool is_selected = next_selected != last_selected && *next_selected == i;
      next_selected += is_selected;
      if (!(divides(total) && frequency.takes(total)) && !is_selected) {
        group_.left_out += divides(total);
        continue;
      }
      Choice& choice = add(column_.values[i].value, std::string_view(column_.values[i].label));
      choice.is_selected = is_selected;
      group_.selected -= !is_selected;
      choice.count.count = counts[i];
      choice.has_count = true;
      if (facet_ == Facet::kRight) choice.right.number = i + 1;
    }
  }

  // Ranges that a visitor or a link made, beside the fixed ones. Whether one choice at most is selected.
  bool add_free_ranges(Arena& arena) {
    for (const MinuteRange& range : query_.durations) {
      if (is_bucket(range)) continue;
      Output value;
      write_range_value(value, range);
      add(value.keep(arena), &range);
    }
    return group_.selected <= 1;
  }

  const FacetColumn& column_;
  const uint32_t size_;
  const Query& query_;
  const std::span<const uint32_t> selected_;
  const Facet facet_;
  Choices& group_;
  Choice* next_ = nullptr;
};

}  // namespace

void list_choices(const Catalogue& catalogue, const Query& query, Facet facet,
                  std::span<const uint32_t> counts, Arena& arena, Choices& group) {
  ChoiceList(catalogue, query, facet, group).fill(counts, arena);
}

Label label_of(const Catalogue& catalogue, std::string_view key, std::string_view value, Arena& arena) {
  if (value.empty()) return FacetKeys{key};
  Facet facet;
  if (!find_facet(key, facet)) return value;
  for (const FacetValue& known : catalogue.values(facet)) {
    if (known.value == value) return std::string_view(known.label);
  }
  if (facet != Facet::kDuration) return value;
  MinuteRange* const range = arena.make<MinuteRange>(1).data();
  if (read_range_value(value, *range)) return range;
  return value;
}

}  // namespace catalogue
