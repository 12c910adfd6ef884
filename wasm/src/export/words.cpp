// SPDX-License-Identifier: MIT
// Texts that several export formats share.
#include "export/words.h"

#include <algorithm>

#include "text/link.h"

namespace catalogue {

std::string join(std::span<const std::string_view> words, std::string_view between) {
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined += between;
    joined += word;
  }
  return joined;
}

std::vector<std::string_view> duration_words(std::span<const Duration> durations) {
  std::vector<std::string_view> words;
  for (const Duration& duration : durations) {
    const bool is_new = std::find(words.begin(), words.end(), duration.text) == words.end();
    if (is_new && !duration.text.empty()) words.push_back(duration.text);
  }
  return words;
}

std::string iso_duration(int32_t minutes, bool is_elapsed) {
  constexpr int32_t kMinutesPerDay = 24 * 60;
  if (is_elapsed && minutes % kMinutesPerDay == 0) {
    return "P" + std::to_string(minutes / kMinutesPerDay) + "D";
  }
  std::string iso = "PT";
  if (minutes >= 60) iso += std::to_string(minutes / 60) + "H";
  if (minutes % 60 != 0 || minutes == 0) iso += std::to_string(minutes % 60) + "M";
  return iso;
}

std::string_view page_url_of(const Catalogue& catalogue, const ExportOptions& options) {
  const std::string_view url = options.page_url.empty() ? catalogue.url() : std::string_view(options.page_url);
  return is_safe_link(url) ? url : std::string_view();
}

std::string page_anchor(std::string_view page_url, std::string_view id) {
  if (page_url.empty()) return {};
  return std::string(page_url.substr(0, page_url.find('#'))) + "#" + std::string(id);
}

}  // namespace catalogue
