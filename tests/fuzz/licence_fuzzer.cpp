// SPDX-License-Identifier: MIT
// Any bytes as a licence's words and link, cut at the first line end: no crash, no id out of nowhere.
#include <algorithm>
#include <cstdint>

#include "meaning/licence_reading.h"
#include "require.h"
#include "wording/licence_table.h"

using catalogue::require;

namespace {

bool is_listed(const std::string& id) {
  const auto& ids = catalogue::licence_ids();
  return id.starts_with("LicenseRef-") || std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = catalogue::words_of(data, size);
  const catalogue::TwoParts input(text);
  const auto reading = catalogue::read_licence(input.first, input.rest);
  require(reading.id.empty() == (reading.status != catalogue::LicenceStatus::kKnown));
  require(reading.id.empty() || is_listed(reading.id));
  // A family, and rights without an id, are what every candidate has in common.
  require(reading.family.empty() || (reading.id.empty() && !reading.candidates.empty()));
  for (const std::string& id : reading.candidates) {
    require(reading.family.empty() || catalogue::licence_family(id) == reading.family);
    require((reading.rights & ~catalogue::licence_rights(id)) == 0);
  }
  for (const std::string& id : reading.candidates) require(is_listed(id));
  catalogue::licence_rights(text);
  catalogue::licence_label(text);
  return 0;
}
