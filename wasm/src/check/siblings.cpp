// SPDX-License-Identifier: MIT
// Themes and providers that differ by accents, case or one letter: two choices for one thing.
#include <algorithm>
#include <map>

#include "check/check.h"
#include "check/neighbours.h"
#include "text/fold.h"

namespace catalogue {
namespace {

// A spelling of a value: its frequency, and the first training that has it.
struct Writing {
  std::string text;
  size_t count = 0;
  const MeantTraining* first = nullptr;
};

// Spellings by folded text, in page order.
using Writings = std::map<std::string, std::vector<Writing>>;

void count_writing(Writings& writings, const std::string& text, const MeantTraining& training) {
  std::vector<Writing>& list = writings[fold(text)];
  const auto known = std::find_if(list.begin(), list.end(), [&](const Writing& each) { return each.text == text; });
  if (known != list.end())
    ++known->count;
  else
    list.push_back({text, 1, &training});
}

// The most frequent spelling. Ties: the first one.
const Writing& usual(const std::vector<Writing>& list) {
  return *std::max_element(list.begin(), list.end(),
                           [](const Writing& a, const Writing& b) { return a.count < b.count; });
}

void report(const CheckedPage& checked, std::string_view code, const Writing& writing, const Writing& better,
            std::vector<Diagnostic>& diagnostics) {
  const RawRecord& record = checked.page.records[static_cast<size_t>(writing.first->record)];
  const RawText place = place_of(record, writing.text);
  diagnostics.push_back({code == "sibling-tags" ? Severity::kWarning : Severity::kAdvice,
                         code,
                         place.line,
                         place.column,
                         writing.first->record,
                         {{"tag", writing.text}, {"suggestion", better.text}}});
}

void check_writings(const CheckedPage& checked, const Writings& writings, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> keys;
  for (const auto& [key, list] : writings) {
    keys.push_back(key);
    const Writing& best = usual(list);
    for (const Writing& each : list)
      if (&each != &best) report(checked, "sibling-tags", each, best, diagnostics);
  }
  for (const auto& [a, b] : near_pairs(keys)) {
    const Writing& one = usual(writings.at(keys[a]));
    const Writing& two = usual(writings.at(keys[b]));
    const bool is_two_first = two.first->record < one.first->record;
    const bool is_two_better = two.count > one.count || (two.count == one.count && is_two_first);
    report(checked, "near-tags", is_two_better ? one : two, is_two_better ? two : one, diagnostics);
  }
}

}  // namespace

void check_siblings(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  Writings themes;
  Writings providers;
  for (const MeantTraining& training : checked.trainings) {
    for (const std::string& theme : training.themes) count_writing(themes, theme, training);
    if (!training.provider.empty()) count_writing(providers, training.provider, training);
  }
  check_writings(checked, themes, diagnostics);
  check_writings(checked, providers, diagnostics);
}

}  // namespace catalogue
