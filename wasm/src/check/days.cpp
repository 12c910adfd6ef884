// SPDX-License-Identifier: MIT
// Checks of the days on which editors last looked at a training.
#include "check/check.h"
#include "meaning/date.h"

namespace catalogue {
namespace {

// The code of the fault, or "". Days as YYYY-MM-DD compare as text.
std::string_view fault_of(const std::string& day, const RawPage& page) {
  if (day.empty()) return page.oldest_check.empty() ? "" : "checked-missing";
  if (!page.today.empty() && day > page.today) return "checked-future";
  return day < page.oldest_check ? "checked-old" : "";
}

}  // namespace

void check_days(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  for (const MeantTraining& training : checked.trainings) {
    const std::string_view code = fault_of(training.checked, checked.page);
    if (code.empty()) continue;
    const RawRecord& record = checked.page.records[static_cast<size_t>(training.record)];
    const bool has_place = training.checked_line > 0;
    diagnostics.push_back({Severity::kWarning,
                           code,
                           has_place ? training.checked_line : record.line,
                           has_place ? training.checked_column : record.column,
                           training.record,
                           {{"title", training.title},
                            {"day", write_date(training.checked)},
                            {"oldest", write_date(checked.page.oldest_check)}}});
  }
}

}  // namespace catalogue
