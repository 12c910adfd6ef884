// SPDX-License-Identifier: MIT
// Groups of terms: a catalogue in parts tells the values of the trainings that hold some term of a group together
// (parts/values_part.h). Builds and visitors make the same groups from what the words part says.
#pragma once

#include <cstdint>

#include "memory/column.h"
#include "search/text_index.h"

namespace catalogue {

class TermGroups {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // A term that more than a fourth of the trainings hold is in no group, nor are those of a catalogue below
  // kFewestTrainings: the columns of all trainings cost about as much.
  static constexpr uint32_t kMostShare = 4;
  static constexpr uint32_t kFewestTrainings = 4096;

  TermGroups() = default;
  // Terms that follow each other in `sequence` (TextIndex::sequence_of() of all words) are together until kHolders
  // trainings hold them.
  TermGroups(const TextIndex& index, const Column<uint32_t>& sequence, uint32_t trainings);

  uint32_t count() const { return static_cast<uint32_t>(holders_.size()); }
  // kNone, or the group of a term.
  uint32_t of(uint32_t term) const { return term < group_of_.size() ? group_of_[term] : kNone; }
  // The sum over its terms of how many trainings hold each.
  uint32_t holders(uint32_t group) const { return holders_[group]; }

 private:
  static constexpr uint32_t kHolders = 1024;

  Column<uint32_t> group_of_;  // by term
  Column<uint32_t> holders_;   // by group
};

}  // namespace catalogue
