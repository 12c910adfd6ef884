// SPDX-License-Identifier: MIT
// Checks of single trainings.
#include <algorithm>

#include "check/check.h"
#include "text/link.h"

namespace catalogue {
namespace {

bool has_known_duration(const MeantTraining& training) {
  return std::any_of(training.durations.begin(), training.durations.end(),
                     [](const DurationAlternative& each) { return each.is_known(); });
}

// The training has no facet value: no filter finds it.
bool is_out_of_reach(const MeantTraining& training) {
  return !has_known_duration(training) && training.licence.reading.id.empty() &&
         training.licence.reading.family.empty() && training.licence.reading.rights == 0 && training.provider.empty() &&
         std::all_of(std::begin(kMeantLists), std::end(kMeantLists),
                     [&](const MeantList& list) { return (training.*list.values).empty(); });
}

bool has_unsafe_link(const RawRecord& record, std::string& url) {
  for (const std::vector<RawText>* list : {&record.links, &record.tags})
    for (const RawText& link : *list) {
      if (!is_safe_link(link.url)) return url = link.url, true;
    }
  return false;
}

void check_record(const RawRecord& record, const MeantTraining& training, std::vector<Diagnostic>& out) {
  const auto add = [&](Severity severity, std::string_view code, std::string url = "") {
    out.push_back({severity,
                   code,
                   record.line,
                   record.column,
                   training.record,
                   {{"title", training.title}, {"url", std::move(url)}}});
  };
  std::string unsafe;
  if (training.title.empty()) add(Severity::kError, "title-missing");
  if (has_unsafe_link(record, unsafe))
    add(Severity::kError, "link-unsafe", unsafe);
  else if (training.url.empty())
    add(Severity::kWarning, "link-missing");
  if (training.description.empty()) add(Severity::kAdvice, "description-missing");
  if (training.durations.empty()) add(Severity::kAdvice, "duration-missing");
  if (!training.licence.is_present) add(Severity::kAdvice, "licence-missing");
  if (is_out_of_reach(training)) add(Severity::kWarning, "training-out-of-reach");
}

}  // namespace

void check_records(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  for (const MeantTraining& training : checked.trainings)
    check_record(checked.page.records[static_cast<size_t>(training.record)], training, diagnostics);
}

}  // namespace catalogue
