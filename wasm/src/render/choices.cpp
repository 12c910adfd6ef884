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

// Builds the choices of one facet, side by side in an arena.
class ChoiceList {
 public:
  ChoiceList(const Catalogue& catalogue, const Query& query, Facet facet, std::span<const uint32_t> counts)
      : column_(catalogue.columns().facet(facet)), size_(catalogue.size()), query_(query), facet_(facet), counts_(counts) {}

  Choices build(Arena& arena) {
    const auto& selected = query_.selected[static_cast<size_t>(facet_)];
    const auto& others = query_.unknown[static_cast<size_t>(facet_)];
    const size_t room = 1 + kLongestList + selected.size() + others.size() + query_.durations.size();
    Choice* const any = arena.make<Choice>(room).data();
    Choice* const first = next_ = any + 1;
    group_.key = facet_key(facet_);
    group_.legend = legend_of(facet_);
    add_values();
    for (const auto& value : others) add(value, std::string_view(value)).has_count = true;
    const bool is_empty = next_ == first;
    if (facet_ != Facet::kDuration || is_empty) {
      group_.choices = {first, static_cast<size_t>(next_ - first)};
      return group_;
    }
    add_free_ranges(arena);
    group_.is_single = group_.selected <= 1;
    any->label = Text::kAnyDuration;
    any->is_selected = group_.selected == 0;
    Choice* const start = group_.is_single ? any : first;
    group_.choices = {start, static_cast<size_t>(next_ - start)};
    return group_;
  }

 private:
  bool divides(uint32_t total) const { return total > 0 && total < size_; }

  // A selected choice; the caller says when it is not.
  Choice& add(std::string_view value, Label label) {
    Choice& choice = *next_++;
    choice.value = value;
    choice.label = label;
    choice.is_selected = true;
    ++group_.selected;
    return choice;
  }

  // The selected values and the most frequent others.
  void add_values() {
    const auto& selected = query_.selected[static_cast<size_t>(facet_)];
    Frequency frequency;
    for (const uint32_t total : column_.totals) frequency.add(divides(total) ? total : 0);
    size_t next_selected = 0;  // both run upwards
    for (uint32_t i = 0; i < column_.values.size(); ++i) {
      const uint32_t total = column_.totals[i];
      const bool is_selected = next_selected < selected.size() && selected[next_selected] == i;
      next_selected += is_selected;
      const bool is_shown = divides(total) && frequency.takes(total);
      if (!is_selected && !is_shown) {
        group_.left_out += divides(total);
        continue;
      }
      Choice& choice = add(column_.values[i].value, std::string_view(column_.values[i].label));
      choice.count.count = counts_[i];
      choice.has_count = true;
      if (facet_ == Facet::kRight) choice.right.number = i + 1;
      if (!is_selected) {
        choice.is_selected = false;
        --group_.selected;
      }
    }
  }

  // Ranges that a visitor or a link made, beside the fixed ones.
  void add_free_ranges(Arena& arena) {
    for (const MinuteRange& range : query_.durations) {
      if (is_bucket(range)) continue;
      Output value;
      write_range_value(value, range);
      add(value.keep(arena), range);
    }
  }

  const FacetColumn& column_;
  const uint32_t size_;
  const Query& query_;
  const Facet facet_;
  const std::span<const uint32_t> counts_;
  Choices group_;
  Choice* next_ = nullptr;
};

}  // namespace

Choices choices_of(const Catalogue& catalogue, const Query& query, Facet facet,
                   std::span<const uint32_t> counts, Arena& arena) {
  return ChoiceList(catalogue, query, facet, counts).build(arena);
}

Label label_of(const Catalogue& catalogue, std::string_view key, std::string_view value) {
  if (value.empty()) return FacetKeys{key};
  Facet facet;
  if (!find_facet(key, facet)) return value;
  for (const FacetValue& known : catalogue.values(facet)) {
    if (known.value == value) return std::string_view(known.label);
  }
  MinuteRange range;
  if (facet == Facet::kDuration && read_range_value(value, range)) return range;
  return value;
}

std::string_view take_pair(std::string_view& canonical) {
  const size_t end = canonical.find('&');
  const std::string_view pair = canonical.substr(0, end);
  canonical = end == std::string_view::npos ? std::string_view() : canonical.substr(end + 1);
  return pair;
}

bool is_active(std::string_view pair) { return !pair.starts_with("tri=") && !pair.starts_with("page="); }

std::string_view without(std::string_view canonical, std::string_view left_out, Arena& arena) {
  Output out;
  while (!canonical.empty()) {
    const std::string_view pair = take_pair(canonical);
    if (pair == left_out || pair.starts_with("page=")) continue;
    if (!out.empty()) out.write('&');
    out.write(pair);
  }
  return out.keep(arena);
}

}  // namespace catalogue
