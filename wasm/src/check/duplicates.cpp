// SPDX-License-Identifier: MIT
// Duplicate titles and links, and near-duplicate titles.
#include <algorithm>
#include <unordered_map>

#include "check/check.h"
#include "check/neighbours.h"
#include "text/fold.h"

namespace catalogue {
namespace {

const RawRecord& record_of(const CheckedPage& checked, const MeantTraining& training) {
  return checked.page.records[static_cast<size_t>(training.record)];
}

// Reports that `second` repeats `first`, an earlier training of the page.
Diagnostic repeat_of(const CheckedPage& checked, Severity severity, std::string_view code, const MeantTraining& first,
                     const MeantTraining& second) {
  const RawRecord& record = record_of(checked, second);
  return {severity,
          code,
          record.line,
          record.column,
          second.record,
          {{"title", second.title},
           {"other", first.title},
           {"id", second.id},
           {"url", second.url},
           {"otherLine", std::to_string(record_of(checked, first).line)}}};
}

// "https://x.fr/a/" and "http://x.fr/a" are the same page.
std::string plain_url(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  while (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

// Reports trainings with the same key as an earlier one. Ignores empty keys.
template <typename KeyOf>
void check_repeats(const CheckedPage& checked, Severity severity, std::string_view code, KeyOf key_of,
                   std::vector<Diagnostic>& diagnostics) {
  std::unordered_map<std::string, const MeantTraining*> firsts;
  for (const MeantTraining& training : checked.trainings) {
    const std::string key = key_of(training);
    if (key.empty()) continue;
    const auto [first, is_new] = firsts.emplace(key, &training);
    if (!is_new) diagnostics.push_back(repeat_of(checked, severity, code, *first->second, training));
  }
}

void check_near_titles(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> titles;
  titles.reserve(checked.trainings.size());
  for (const MeantTraining& training : checked.trainings) titles.push_back(fold(training.title));
  for (const auto& [a, b] : near_pairs(titles)) {
    const MeantTraining& first = checked.trainings[std::min(a, b)];
    const MeantTraining& second = checked.trainings[std::max(a, b)];
    diagnostics.push_back(repeat_of(checked, Severity::kAdvice, "near-duplicate-title", first, second));
  }
}

}  // namespace

void check_duplicates(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  const auto title = [](const MeantTraining& training) { return fold(training.title); };
  const auto url = [](const MeantTraining& training) { return plain_url(training.url); };
  check_repeats(checked, Severity::kWarning, "duplicate-title", title, diagnostics);
  check_repeats(checked, Severity::kWarning, "duplicate-url", url, diagnostics);
  check_near_titles(checked, diagnostics);
}

}  // namespace catalogue
