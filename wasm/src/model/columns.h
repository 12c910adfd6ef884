// SPDX-License-Identifier: MIT
// A catalogue in memory: one record per training (record.h), and columns for what is filtered.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "catalogue/arena.h"
#include "catalogue/catalogue.h"
#include "catalogue/facet.h"
#include "memory/column.h"
#include "model/bitset.h"
#include "model/dictionary.h"
#include "model/range_index.h"
#include "model/set_table.h"

namespace catalogue {

class TextIndex;

// The search creates it, with its deleter: the model does not know the type.
using TextIndexPointer = std::unique_ptr<TextIndex, void (*)(TextIndex*)>;

inline constexpr uint16_t kNoValue = 0xFFFF;

// Facets with up to this many values have a bit set per value; others have postings.
inline constexpr size_t kMaxBitsetValues = 64;

// The values of one facet, the values of each training and the trainings of each value.
struct FacetColumn {
  Column<FacetValue> values;
  uint32_t choices = 0;         // visitors choose from the first ones; ids of licences follow, and bars
  Dictionary numbers;           // query value (slug, or licence id in lower case) to its index
  uint16_t unknown = kNoValue;  // index of "inconnue", if there is one
  Column<uint32_t> first;       // held[first[row]] to held[first[row + 1]]: the values of a training
  Column<uint16_t> held;
  Column<uint32_t> totals;  // per value, trainings that hold it
  // The slot of value 0 for counts, and its number in Columns::sets if the facet has sets. The others follow.
  uint32_t first_slot = 0;
  Column<uint32_t> posting_first;  // many values: postings[posting_first[i]] to [i + 1] hold value i, ascending
  Column<uint32_t> postings;

  bool has_sets() const { return values.size() <= kMaxBitsetValues; }
};

// The known alternatives of every training: those of `row` are first[row] to first[row + 1].
struct DurationColumn {
  Column<uint32_t> first;
  Column<int32_t> min;
  Column<int32_t> max;
};

// Of a catalogue in parts, while its columns are not there: the values of some trainings. Otherwise empty.
struct KnownValues {
  static constexpr uint32_t kEnd = UINT32_MAX;

  Column<uint32_t> first;           // by training, in `slots`; 0 when its values are not known
  Column<uint32_t> slots;           // kEnd; then those of each known training, and kEnd
  mutable bool lacks_some = false;  // some of those that were counted last are not known

  void start(uint32_t rows) {
    first.resize(rows);
    slots.push_back(kEnd);
  }
};

struct Columns {
  Arena strings;  // of the catalogue itself, and of its facets' values
  std::string_view title;
  std::string_view updated;
  std::string_view licence;
  std::string_view url;
  Language language = Language::kFrench;
  bool has_days = false;        // some training says when it was checked
  int32_t longest_minutes = 0;  // of any duration; one without an end counts by its start
  uint32_t size = 0;
  Column<char> records;        // over the JSON that they were read from
  Column<uint32_t> record_at;  // offset in `records` of each training
  DurationColumn durations;
  std::array<FacetColumn, kFacetCount> facets;
  // Per value of each facet with sets: trainings that hold it.
  SetTable sets;
  uint32_t slots = 0;                                  // for counts: of the sets, then of all other values
  mutable Column<uint32_t> counts;                     // cache of filter/counts.cpp
  mutable RangeIndex ranges;                           // see RangeIndex::of()
  mutable std::array<Column<uint32_t>, 7> orders;      // per Sort, computed at its first use
  mutable uint32_t longest = 0;                        // see longest_record()
  mutable TextIndexPointer text = {nullptr, nullptr};  // built at the first text query
  KnownValues known;

  const FacetColumn& facet(Facet f) const { return facets[static_cast<size_t>(f)]; }
  FacetColumn& facet(Facet f) { return facets[static_cast<size_t>(f)]; }
  const char* record(uint32_t row) const { return records.data() + record_at[row]; }
  size_t blocks_per_set() const { return blocks_of(size); }
  // In bytes, at least 1. Computed at the first call.
  uint32_t longest_record() const;
};

}  // namespace catalogue
