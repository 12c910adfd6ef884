// SPDX-License-Identifier: MIT
// Ways out, found by trying each smallest change.
#include "filter/exits.h"

#include "filter/list.h"
#include "filter/query_writer.h"
#include "model/buckets.h"
#include "search/text_search.h"

namespace catalogue {
namespace {

// Values of one facet that are tried: beyond, a visitor would not read them all either.
constexpr size_t kMaxTries = 64;
constexpr size_t kDuration = static_cast<size_t>(Facet::kDuration);

std::string_view part_key(size_t part) { return kQueryKeys[part]; }

std::string_view range_value(const MinuteRange& range, Arena& arena) {
  Output value;
  write_range_value(value, range);
  return value.keep(arena);
}

void clear_part(Query& query, size_t part) {
  if (part == kTextPart) {
    query.text = {};
    return;
  }
  query.selected[part] = {};
  query.unknown[part] = {};
  if (part != kDuration) return;
  query.durations = {};
  query.unknown_duration = false;
}

class ExitFinder {
 public:
  ExitFinder(const Catalogue& catalogue, const Query& query, const Parts& parts, const Masks& masks, Arena& arena)
      : catalogue_(catalogue), columns_(catalogue.columns()), query_(query), parts_(parts), masks_(masks), arena_(arena) {
    query_.page = 1;
  }

  std::span<const Exit> find() {
    if (parts_[kTextPart]) try_words();
    if (parts_[kDuration]) try_durations();
    for (size_t f = kDuration + 1; f < kFacetCount; ++f) try_values(f);
    for (uint32_t keys = 1; exits_.empty() && keys <= kPartCount; ++keys) try_keys(keys);
    return exits_;
  }

 private:
  void offer(std::string_view kind, std::string_view key, std::string_view value, std::string_view to,
             const Query& changed, uint32_t total) {
    if (total == 0 || exits_.size() == kMaxExits) return;
    const Exit exit = {kind, key, value, to, write_query(changed, catalogue_, arena_), total};
    exits_ = with_last(exits_, exit, arena_);
  }

  // Trainings of `set` that match all the other parts.
  uint32_t total_with(size_t part, const uint64_t* set) const {
    uint32_t total = 0;
    for (size_t i = 0; i < masks_.words; ++i) total += population(masks_.without(part, i) & set[i]);
    return total;
  }

  void offer_text(std::string_view kind, std::string_view word, std::string_view to, std::string_view text) {
    Query changed = query_;
    changed.text = text;
    Arena scratch;  // a search takes much more than its total
    const uint32_t total = text.empty() ? masks_.total_without(kTextPart)
                                        : total_with(kTextPart, search_text(columns_, text, scratch).rows.data());
    offer(kind, "q", word, to, changed, total);
  }

  void try_words() {
    const Correction correction = correct_words(columns_, query_.text, arena_);
    if (!correction.text.empty()) offer_text("correct", correction.word, correction.to, correction.text);
    std::string_view word(query_.text.data(), 0);
    while (!(word = next_word(query_.text, word)).empty()) {
      offer_text("drop", word, {}, without_word(query_.text, word, arena_));
    }
  }

  void offer_facet(std::string_view kind, size_t f, std::string_view value, std::string_view to, const Query& changed) {
    const bool is_selected = changed.selects(static_cast<Facet>(f));
    const uint32_t total = is_selected ? total_with(f, select_facet(columns_, changed, static_cast<Facet>(f), arena_))
                                       : masks_.total_without(f);
    offer(kind, kQueryKeys[f], value, to, changed, total);
  }

  // The query with other durations, their buckets selected anew.
  Query with_durations(std::span<const MinuteRange> ranges, bool unknown) {
    Query changed = query_;
    changed.durations = ranges;
    changed.unknown_duration = unknown;
    std::span<const uint32_t>& selected = changed.selected[kDuration];
    selected = {};
    for (uint32_t i = 0; i < kDurationBuckets.size(); ++i) {
      for (const MinuteRange& range : ranges) {
        if (range == kDurationBuckets[i].range) selected = with_last(selected, i, arena_);
      }
    }
    if (unknown) selected = with_last(selected, kUnknownDuration, arena_);
    return changed;
  }

  void try_durations() {
    const std::span<const MinuteRange> ranges = query_.durations;
    for (size_t i = 0; i < ranges.size(); ++i) {
      const MinuteRange wider = widen(ranges[i]);
      if (wider == ranges[i]) continue;
      const Query changed = with_durations(with(without(ranges, i, arena_), wider, arena_), query_.unknown_duration);
      offer_facet("widen", kDuration, range_value(ranges[i], arena_), range_value(wider, arena_), changed);
    }
    for (size_t i = 0; i < ranges.size(); ++i) {
      const Query changed = with_durations(without(ranges, i, arena_), query_.unknown_duration);
      offer_facet("drop", kDuration, range_value(ranges[i], arena_), {}, changed);
    }
    if (query_.unknown_duration) offer_facet("drop", kDuration, kUnknownValue, {}, with_durations(ranges, false));
  }

  // Up to the closest known alternative among the trainings that everything else selects.
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
    for (size_t i = 0; i < masks_.words; ++i) for_each_row_of(masks_.without(kDuration, i), i, visit);
    return wider;
  }

  void try_values(size_t f) {
    const auto values = catalogue_.values(static_cast<Facet>(f));
    for (size_t i = 0; i < query_.selected[f].size() && i < kMaxTries; ++i) {
      Query changed = query_;
      changed.selected[f] = without(changed.selected[f], i, arena_);
      offer_facet("drop", f, values[query_.selected[f][i]].value, {}, changed);
    }
    for (size_t i = 0; i < query_.unknown[f].size() && i < kMaxTries; ++i) {
      Query changed = query_;
      changed.unknown[f] = without(changed.unknown[f], i, arena_);
      offer_facet("drop", f, query_.unknown[f][i], {}, changed);
    }
  }

  // All that `count` of the keys say, for when no single value is in the way.
  void try_keys(uint32_t count) {
    for (uint32_t dropped = 1; dropped < 1u << kPartCount; ++dropped) {
      if (population(dropped) == count) try_dropping(dropped);
    }
  }

  void try_dropping(uint32_t dropped) {
    Query changed = query_;
    Output keys;
    for (size_t part = 0; part < kPartCount; ++part) {
      if (!(dropped >> part & 1)) continue;
      if (!parts_[part]) return;
      clear_part(changed, part);
      if (!keys.empty()) keys.write(' ');
      keys.write(part_key(part));
    }
    offer("drop", keys.keep(arena_), {}, {}, changed, count_common(columns_, parts_, dropped));
  }

  const Catalogue& catalogue_;
  const Columns& columns_;
  Query query_;
  const Parts& parts_;
  const Masks& masks_;
  Arena& arena_;
  std::span<const Exit> exits_;
};

}  // namespace

std::span<const Exit> find_exits(const Catalogue& catalogue, const Query& query, const Parts& parts,
                                 const Masks& masks, Arena& arena) {
  return ExitFinder(catalogue, query, parts, masks, arena).find();
}

std::span<const Hidden> find_hidden(const Catalogue& catalogue, const Query& query, const Masks& masks,
                                    Arena& arena) {
  std::span<const Hidden> all;
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (masks.only_total[f] == 0) continue;
    Query changed = query;
    changed.page = 1;
    clear_part(changed, f);
    const Hidden hidden = {kQueryKeys[f], masks.only_total[f], write_query(changed, catalogue, arena)};
    all = with_last(all, hidden, arena);
  }
  return all;
}

}  // namespace catalogue
