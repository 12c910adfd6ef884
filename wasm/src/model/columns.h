// SPDX-License-Identifier: MIT
// How a catalogue lies in memory: one record of words per training, and what is filtered in columns.
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
#include "model/set_table.h"

namespace catalogue {

class TextIndex;

// The search makes it, and says how to delete it: the model knows no more of it.
using TextIndexPointer = std::unique_ptr<TextIndex, void (*)(TextIndex*)>;

inline constexpr uint16_t kNoValue = 0xFFFF;

// Facets of up to this many values keep a bitset per value; others list the trainings of each.
inline constexpr size_t kMaxBitsetValues = 64;

// Which trainings hold which values of one facet, both ways.
struct FacetColumn {
  Column<FacetValue> values;
  uint32_t choices = 0;         // values[0] to values[choices - 1] are what visitors choose from; then ids of licences
  Dictionary numbers;           // query value (slug, or licence id in lower case) to its index
  uint16_t unknown = kNoValue;  // index of "inconnue", if there is one
  Column<uint32_t> first;       // held[first[row]] to held[first[row + 1]]: the values of a training
  Column<uint16_t> held;
  Column<uint32_t> totals;  // per value, trainings that hold it
  uint32_t first_slot =
      0;  // value i is counted in slot first_slot + i; with few values it is set first_slot + i of Columns::sets
  Column<uint16_t> only;  // many values: per training its own, or values.size(); empty when some training holds several
  Column<uint32_t> posting_first;  // many values: postings[posting_first[i]] to [i + 1], ascending
  Column<uint32_t> postings;

  bool has_sets() const { return values.size() <= kMaxBitsetValues; }
};

// The known alternatives of every training: those of `row` are first[row] to first[row + 1].
struct DurationColumn {
  Column<uint32_t> first;
  Column<int32_t> min;
  Column<int32_t> max;
};

struct Columns {
  Arena words;  // of the catalogue itself, and of its facets' values
  std::string_view title;
  std::string_view updated;
  std::string_view licence;
  std::string_view url;
  Language language = Language::kFrench;
  uint32_t size = 0;
  Column<char> bytes;          // the JSON, whose place records take, or the compact file
  Column<char> records;        // lie in `bytes`
  Column<uint32_t> record_at;  // offset in `records` of each training
  DurationColumn durations;
  std::array<FacetColumn, kFacetCount> facets;
  SetTable
      sets;  // the trainings that overlap each bar of the histogram, then those that hold each value of facets with few
  uint32_t slots = 0;                              // places to count in: those of the sets, then of all other values
  mutable Column<uint32_t> counts;                 // kept by filter/counts.cpp, once worked out
  mutable std::array<Column<uint32_t>, 6> orders;  // per Sort, worked out at its first use
  mutable uint32_t longest = 0;                    // see longest_record()
  mutable TextIndexPointer text = {nullptr, nullptr};  // built at the first text query

  const FacetColumn& facet(Facet f) const { return facets[static_cast<size_t>(f)]; }
  FacetColumn& facet(Facet f) { return facets[static_cast<size_t>(f)]; }
  // From the training's record to the end of all of them.
  std::string_view record(uint32_t row) const {
    return {records.data() + record_at[row], records.size() - record_at[row]};
  }
  size_t blocks_per_set() const { return blocks_of(size); }
  // Bytes of the longest record, one at least; worked out at the first call.
  uint32_t longest_record() const;
};

}  // namespace catalogue
