// SPDX-License-Identifier: MIT
// What the licence of a training allows.
#include "model/training_rights.h"

#include "model/buckets.h"
#include "text/names.h"
#include "wording/licence_table.h"

namespace catalogue {

uint8_t training_rights(const Training& training) {
  if (!training.licence.name().empty()) return licence_rights(training.licence.name());
  uint8_t rights = 0;
  for (const std::string_view& right : training.rights) {
    const size_t i = index_of(kRightValues, right);
    if (i < kRightValues.size()) rights |= static_cast<uint8_t>(1 << i);
  }
  return rights;
}

}  // namespace catalogue
