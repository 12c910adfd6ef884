// SPDX-License-Identifier: MIT
// Groups terms by how many trainings hold them.
#include "search/term_groups.h"

namespace catalogue {

TermGroups::TermGroups(const TextIndex& index, const Column<uint32_t>& sequence, uint32_t trainings) {
  if (trainings < kFewestTrainings) return;
  for (uint32_t term = 0; term < index.term_count(); ++term) group_of_.push_back(kNone);
  for (const uint32_t term : sequence) {
    const uint32_t holders = index.count_of(term);
    if (holders == 0 || holders > trainings / kMostShare) continue;
    if (holders_.empty() || holders_.back() + holders > kHolders) holders_.push_back(0);
    holders_.back() += holders;
    group_of_[term] = count() - 1;
  }
}

}  // namespace catalogue
