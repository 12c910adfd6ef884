// SPDX-License-Identifier: MIT
// Durations as ISO 8601 writes them.
#include "export/iso_duration.h"

namespace catalogue {

std::string iso_duration(int32_t minutes, bool is_elapsed) {
  constexpr int32_t kMinutesPerDay = 24 * 60;
  if (is_elapsed && minutes % kMinutesPerDay == 0) return "P" + std::to_string(minutes / kMinutesPerDay) + "D";
  std::string iso = "PT";
  if (minutes >= 60) iso += std::to_string(minutes / 60) + "H";
  if (minutes % 60 != 0 || minutes == 0) iso += std::to_string(minutes % 60) + "M";
  return iso;
}

}  // namespace catalogue
