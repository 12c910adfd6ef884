// SPDX-License-Identifier: MIT
// The meaning of a whole page: that of each record, with an id of its own.
#include <map>

#include "meaning/date.h"
#include "meaning/meant_training.h"
#include "text/fold.h"

namespace catalogue {
namespace {

// A slug of Latin letters, digits and hyphens; titles in other scripts share a plain one.
std::string id_of(std::string_view title) {
  std::string id;
  for (const char c : slug_of(title))
    if (static_cast<unsigned char>(c) < 0x80 && (c != '-' || (!id.empty() && id.back() != '-'))) id += c;
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "formation" : id;
}

// Gives each training its own id, or one of its title; a second one of the same title gets "-2", in page order.
void set_ids(const RawPage& page, std::vector<MeantTraining>& trainings) {
  std::map<std::string, int> next;
  for (MeantTraining& training : trainings) {
    const std::string& own = page.records[static_cast<size_t>(training.record)].id;
    if (!own.empty() && next.emplace(own, 1).second) training.id = own;
  }
  for (const MeantTraining& training : trainings) next.emplace(id_of(training.title), 0);
  for (MeantTraining& training : trainings) {
    if (!training.id.empty()) continue;
    const std::string base = id_of(training.title);
    std::string id = base;
    while (true) {
      int& count = next[base];
      if (++count > 1) id = base + "-" + std::to_string(count);
      if (count == 1 || next.emplace(id, 1).second) break;
    }
    training.id = id;
  }
}

// Gives the page's day to the trainings that have none.
void take_checked(const RawPage& page, std::vector<MeantTraining>& trainings, std::vector<Diagnostic>& diagnostics) {
  if (page.checked.empty()) return;
  const DateReading day = read_date(page.checked);
  if (!day.problem.empty())
    diagnostics.push_back({Severity::kError, day.problem, 0, 0, kWholePage, {{"words", page.checked}}});
  for (MeantTraining& training : trainings)
    if (training.checked.empty()) training.checked = day.iso;
}

}  // namespace

std::vector<MeantTraining> mean_page(const RawPage& page, std::vector<Diagnostic>& diagnostics) {
  std::vector<MeantTraining> trainings;
  trainings.reserve(page.records.size());
  for (size_t i = 0; i < page.records.size(); ++i)
    trainings.push_back(mean_record(page, static_cast<int32_t>(i), diagnostics));
  set_ids(page, trainings);
  take_checked(page, trainings, diagnostics);
  return trainings;
}

}  // namespace catalogue
