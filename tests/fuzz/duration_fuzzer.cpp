// SPDX-License-Identifier: MIT
// Any bytes as the words of a duration: no crash, and alternatives that make sense.
#include <cstdint>

#include "meaning/duration_reading.h"
#include "require.h"

using catalogue::DurationAlternative;
using catalogue::require;

namespace {

void check(const DurationAlternative& each) {
  if (!each.is_known()) return require(each.max == catalogue::kUnknownMinutes);
  require(each.min >= 0 && each.min <= 10 * 366 * 24 * 60);
  require(!each.has_end() || (each.min <= each.max && each.max >= 1 && each.max <= 10 * 366 * 24 * 60));
  require(each.span == catalogue::kUnknownMinutes || each.span >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view words = catalogue::words_of(data, size);
  const auto reading = catalogue::read_durations(words, {});
  for (const DurationAlternative& each : reading.alternatives) {
    check(each);
    require(words.find(each.text) != std::string_view::npos);  // the editor's own words
  }
  require(!reading.is_sure || reading.problem.empty());
  return 0;
}
