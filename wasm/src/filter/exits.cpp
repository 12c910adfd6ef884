// SPDX-License-Identifier: MIT
// Tries each smallest change.
#include "filter/exits.h"

#include "filter/query_writer.h"
#include "search/text_search.h"
#include "text/names.h"

namespace catalogue {
namespace {

// Values tried per key. A visitor would not read more.
constexpr size_t kMaxTries = 64;
constexpr size_t kDuration = static_cast<size_t>(Facet::kDuration);

class ExitFinder {
 public:
  ExitFinder(const Catalogue& catalogue, std::string_view canonical, const Parts& parts, const Masks& masks,
             Arena& arena)
      : catalogue_(catalogue),
        columns_(catalogue.columns()),
        canonical_(canonical),
        parts_(parts),
        masks_(masks),
        arena_(arena),
        exits_(arena.make_first<Exit>(kMaxExits)) {}

  std::span<const Exit> find() {
    Filter filter;
    for (FilterCursor cursor(canonical_); cursor.next(filter, arena_);) ++filters_[filter.key];
    try_filters(true);
    try_filters(false);
    for (uint32_t keys = 1; count_ == 0 && keys <= kPartCount; ++keys) try_keys(keys);
    return {exits_, count_};
  }

 private:
  // Replaces each filter's value, or drops it.
  void try_filters(bool is_replaced) {
    size_t tries[kPartCount] = {};
    Filter filter;
    for (FilterCursor cursor(canonical_); count_ < kMaxExits && cursor.next(filter, arena_);) {
      if (!may_help(filter.key) || ++tries[filter.key] > kMaxTries) continue;
      if (filter.key == kTextPart) {
        if (is_replaced) try_words(filter);
      } else if (!is_replaced) {
        if (is_dropped_alone(filter.key)) offer_change(ExitKind::kDrop, filter, {filter.value, {}, {}});
      } else if (filter.key == kDuration) {
        try_wider(filter);
      }
    }
  }

  // Some training matches all the other parts.
  bool may_help(size_t part) const { return masks_.total_without(part) > 0; }

  // Dropping one of several alternatives (OR) finds no more trainings.
  bool is_dropped_alone(size_t part) const { return filters_[part] == 1 || part == static_cast<size_t>(Facet::kRight); }

  void offer(const Exit& exit) {
    if (exit.total > 0 && count_ < kMaxExits) exits_[count_++] = exit;
  }

  // Replaces `word` in a filter's value by `to`, which gives `text`; an empty text drops the filter.
  using Change = Correction;

  void offer_change(ExitKind kind, const Filter& filter, const Change& change) {
    const std::string_view words = with_value(canonical_, filter, change.text, arena_);
    const Query query = parse_query(words, catalogue_, arena_);
    offer({kind, kQueryKeys[filter.key], change.word, change.to, write_query(query, catalogue_, arena_),
           total_of(query, filter.key)});
  }

  // Trainings that match one part of `query` and all the other parts of the original.
  uint32_t total_of(const Query& query, size_t part) const {
    Arena scratch;  // frees the memory of the search
    const uint64_t* set = nullptr;
    if (part == kTextPart) {
      if (!query.text.empty()) set = search_text(columns_, query.text, scratch).rows.data();
    } else if (query.selects(static_cast<Facet>(part))) {
      set = select_facet(columns_, query, static_cast<Facet>(part), scratch);
    }
    if (!set) return masks_.total_without(part);
    uint32_t total = 0;
    for (size_t i = 0; i < masks_.blocks; ++i) total += population(masks_.without(part, i) & set[i]);
    return total;
  }

  void try_wider(const Filter& filter) {
    MinuteRange range;
    if (!read_range_value(filter.value, range)) return;
    const MinuteRange wider = widen(range);
    if (wider == range) return;
    Output to;
    write_range_value(to, wider);
    const std::string_view changed = to.keep(arena_);
    offer_change(ExitKind::kWiden, filter, {filter.value, changed, changed});
  }

  void try_words(const Filter& filter) {
    const Correction correction =
        correct_words(columns_, filter.value, find_terms(text_index(columns_), filter.value, arena_), arena_);
    if (!correction.text.empty()) offer_change(ExitKind::kCorrect, filter, correction);
    for (std::string_view rest = filter.value; !rest.empty();) {
      const std::string_view word = take_name(rest, ' ');
      Output others;
      others.write({filter.value.data(), static_cast<size_t>(word.data() - filter.value.data())}).write(rest);
      offer_change(ExitKind::kDrop, filter, {word, {}, others.view()});
    }
  }

  // Widens to the nearest duration of the trainings that match all the other parts.
  MinuteRange widen(const MinuteRange& range) const {
    const DurationColumn& column = columns_.durations;
    int64_t gap = INT64_MAX;
    MinuteRange wider = range;
    const auto visit = [&](uint32_t row) {
      for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
        const bool is_above = column.min[i] > range.max;
        const int64_t distance = is_above ? int64_t{column.min[i]} - range.max : int64_t{range.min} - column.max[i];
        if (distance <= 0 || distance > gap || (distance == gap && !is_above)) continue;
        gap = distance;
        wider = is_above ? MinuteRange{range.min, column.min[i]} : MinuteRange{column.max[i], range.max};
      }
    };
    for (size_t i = 0; i < masks_.blocks; ++i) for_each_row_of(masks_.without(kDuration, i), i, visit);
    return wider;
  }

  // Drops each combination of `count` keys.
  void try_keys(uint32_t count) {
    uint32_t active = 0;
    for (size_t part = 0; part < kPartCount; ++part) active |= uint32_t{parts_[part] != nullptr} << part;
    // The next larger number with bits of `active` alone.
    for (uint32_t dropped = active & -active; dropped; dropped = (dropped - active) & active) {
      if (population(dropped) == count) try_dropping(dropped);
    }
  }

  void try_dropping(uint32_t dropped) {
    Output keys;
    for (size_t part = 0; part < kPartCount; ++part) {
      if (!(dropped >> part & 1)) continue;
      if (!keys.empty()) keys.write(' ');
      keys.write(kQueryKeys[part]);
    }
    offer({ExitKind::kDrop,
           keys.keep(arena_),
           {},
           {},
           without_keys(canonical_, dropped, arena_),
           count_common(columns_, parts_, dropped)});
  }

  const Catalogue& catalogue_;
  const Columns& columns_;
  const std::string_view canonical_;
  const Parts& parts_;
  const Masks& masks_;
  Arena& arena_;
  Exit* const exits_;
  size_t count_ = 0;
  size_t filters_[kPartCount] = {};  // filters per part
};

}  // namespace

std::span<const Exit> find_exits(const Catalogue& catalogue, std::string_view canonical, const Parts& parts,
                                 const Masks& masks, Arena& arena) {
  return ExitFinder(catalogue, canonical, parts, masks, arena).find();
}

std::span<const Hidden> find_hidden(std::string_view canonical, const Masks& masks, Arena& arena) {
  Hidden* const all = arena.make_first<Hidden>(kFacetCount);
  size_t count = 0;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const uint32_t total = masks.only_total[f];
    if (total) all[count++] = {kQueryKeys[f], total, without_keys(canonical, 1u << f, arena)};
  }
  return {all, count};
}

}  // namespace catalogue
