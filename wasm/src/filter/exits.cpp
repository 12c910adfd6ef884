// SPDX-License-Identifier: MIT
// Ways out, found by trying each smallest change.
#include "filter/exits.h"

#include "filter/query_parser.h"
#include "filter/query_writer.h"
#include "model/buckets.h"
#include "search/text_search.h"

namespace catalogue {
namespace {

// Values of one facet that are tried: beyond, a visitor would not read them all either.
constexpr size_t kMaxTries = 64;

class ExitFinder {
 public:
  ExitFinder(const Catalogue& catalogue, const Query& query, const Parts& parts)
      : catalogue_(catalogue), columns_(catalogue.columns()), query_(query), parts_(parts) {
    query_.page = 1;
    query_.warnings.clear();
  }

  std::vector<Exit> find() {
    try_words();
    try_ranges();
    for (size_t f = 0; f < kFacetCount; ++f) try_values(f);
    if (exits_.empty()) try_keys();
    if (exits_.empty()) try_everything();
    if (exits_.size() > kMaxExits) exits_.resize(kMaxExits);
    return std::move(exits_);
  }

 private:
  // The total of `changed`, which differs from the query in one part only.
  uint32_t total_with(const Query& changed, size_t part) {
    Parts parts;
    parts.sets = parts_.sets;
    parts.sets[part] = nullptr;
    if (part == kTextPart) {
      if (!changed.text.empty()) {
        parts.owned[part] = search_text(columns_, changed.text).rows;
        parts.sets[part] = parts.owned[part].data();
      }
    } else if (changed.selects(static_cast<Facet>(part))) {
      parts.owned[part] = select_facet(columns_, changed, static_cast<Facet>(part));
      parts.owned[part].push_back(0);
      parts.sets[part] = parts.owned[part].data();
    }
    return count_common(columns_, parts, 0);
  }

  void offer(std::string_view kind, size_t part, const Query& changed, std::string_view value,
             std::string_view to = {}) {
    const uint32_t total = total_with(changed, part);
    if (total == 0) return;
    exits_.push_back({kind, std::string(part == kTextPart ? "q" : kFacetKeys[part]),
                      std::string(value), std::string(to), write_query(changed, catalogue_), total});
  }

  void try_words() {
    if (query_.text.empty()) return;
    for (const Correction& correction : correct_words(columns_, query_.text)) {
      Query changed = query_;
      changed.text = correction.text;
      offer("correct", kTextPart, changed, correction.word, correction.to);
    }
    for (const std::string_view word : split_words(query_.text)) {
      Query changed = query_;
      changed.text = replace_word(query_.text, word, {});
      offer("drop", kTextPart, changed, word);
    }
  }

  // The closest known alternative among the trainings that everything else selects.
  void try_ranges() {
    constexpr auto kDuration = static_cast<size_t>(Facet::kDuration);
    if (query_.durations.empty()) return;
    Parts others;
    others.sets = parts_.sets;
    others.sets[kDuration] = nullptr;
    const Masks masks = intersect(columns_, others);
    for (size_t i = 0; i < query_.durations.size(); ++i) {
      const MinuteRange range = query_.durations[i];
      const MinuteRange wider = widen(range, masks.all);
      if (wider == range) continue;
      Query changed = query_;
      changed.durations.erase(changed.durations.begin() + static_cast<std::ptrdiff_t>(i));
      changed = with_ranges(changed, wider);
      offer("widen", kDuration, changed, range_value(range), range_value(wider));
    }
  }

  MinuteRange widen(const MinuteRange& range, const Bitset& set) const {
    const DurationColumn& column = columns_.durations;
    int64_t gap = INT64_MAX;
    MinuteRange wider = range;
    for_each_row(set.data(), set.size(), [&](uint32_t row) {
      for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
        const bool is_above = column.min[i] > range.max;
        const int64_t distance = is_above ? int64_t{column.min[i]} - range.max
                                          : int64_t{range.min} - column.max[i];
        if (distance <= 0 || distance > gap || (distance == gap && !is_above)) continue;
        gap = distance;
        wider = is_above ? MinuteRange{range.min, column.min[i]}
                         : MinuteRange{column.max[i], range.max};
      }
    });
    return wider;
  }

  // The query with one more range, its buckets selected anew.
  static Query with_ranges(Query query, const MinuteRange& range) {
    auto& ranges = query.durations;
    if (range.min >= 0) add_range(ranges, range);
    std::vector<uint32_t>& selected = query.selected[0];
    selected.clear();
    for (uint32_t i = 0; i < kDurationBuckets.size(); ++i) {
      for (const MinuteRange& chosen : ranges) {
        if (chosen == kDurationBuckets[i].range) selected.push_back(i);
      }
    }
    if (query.unknown_duration) selected.push_back(kUnknownDuration);
    return query;
  }

  void try_values(size_t f) {
    if (static_cast<Facet>(f) == Facet::kDuration) return try_durations();
    const auto values = catalogue_.values(static_cast<Facet>(f));
    for (size_t i = 0; i < query_.selected[f].size() && i < kMaxTries; ++i) {
      Query changed = query_;
      changed.selected[f].erase(changed.selected[f].begin() + static_cast<std::ptrdiff_t>(i));
      offer("drop", f, changed, values[query_.selected[f][i]].value);
    }
    for (size_t i = 0; i < query_.unknown[f].size() && i < kMaxTries; ++i) {
      Query changed = query_;
      changed.unknown[f].erase(changed.unknown[f].begin() + static_cast<std::ptrdiff_t>(i));
      offer("drop", f, changed, query_.unknown[f][i]);
    }
  }

  void try_durations() {
    constexpr MinuteRange kNone{-1, -1};
    for (size_t i = 0; i < query_.durations.size(); ++i) {
      Query changed = query_;
      changed.durations.erase(changed.durations.begin() + static_cast<std::ptrdiff_t>(i));
      offer("drop", 0, with_ranges(changed, kNone), range_value(query_.durations[i]));
    }
    if (query_.unknown_duration) {
      Query changed = query_;
      changed.unknown_duration = false;
      offer("drop", 0, with_ranges(changed, kNone), kUnknownValue);
    }
  }

  // All that one key says, for when no single value of it is in the way.
  void try_keys() {
    for (size_t part = 0; part < kPartCount; ++part) {
      if (!parts_.has(part)) continue;
      Query changed = query_;
      clear_part(changed, part);
      offer("drop", part, changed, {});
    }
  }

  static void clear_part(Query& query, size_t part) {
    if (part == kTextPart) {
      query.text.clear();
      return;
    }
    query.selected[part].clear();
    query.unknown[part].clear();
    if (part == 0) {
      query.durations.clear();
      query.unknown_duration = false;
    }
  }

  void try_everything() {
    if (columns_.size == 0) return;
    Query changed = query_;
    for (size_t part = 0; part < kPartCount; ++part) clear_part(changed, part);
    exits_.push_back({"drop", {}, {}, {}, write_query(changed, catalogue_), columns_.size});
  }

  const Catalogue& catalogue_;
  const Columns& columns_;
  Query query_;
  const Parts& parts_;
  std::vector<Exit> exits_;
};

}  // namespace

std::vector<Exit> find_exits(const Catalogue& catalogue, const Query& query, const Parts& parts) {
  return ExitFinder(catalogue, query, parts).find();
}

std::vector<Hidden> find_hidden(const Catalogue& catalogue, const Query& query,
                                const Masks& masks) {
  std::vector<Hidden> hidden;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const uint32_t more = masks.total_leaving_out(f) - masks.total;
    if (more == 0) continue;
    Query changed = query;
    changed.page = 1;
    changed.selected[f].clear();
    changed.unknown[f].clear();
    if (f == 0) {
      changed.durations.clear();
      changed.unknown_duration = false;
    }
    hidden.push_back({std::string(kFacetKeys[f]), more, write_query(changed, catalogue)});
  }
  return hidden;
}

}  // namespace catalogue
