// SPDX-License-Identifier: MIT
// Checks of the page as a whole.
#include <algorithm>
#include <string>

#include "catalogue/facet.h"
#include "check/check.h"
#include "meaning/licence_words.h"
#include "text/fold.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

// The folded phrase that announces free licences on the page, or "".
std::string_view free_announcement(const RawPage& page) {
  const std::string said = " " + fold(page.title) + " " + fold(page.intro) + " ";
  for (const std::string_view phrase : free_announcements())
    if (said.find(" " + std::string(phrase) + " ") != std::string::npos) return phrase;
  return {};
}

// Reports non-free licences on a page that announces free ones.
void check_announcement(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  const std::string_view announced = free_announcement(checked.page);
  if (announced.empty()) return;
  for (const MeantTraining& training : checked.trainings) {
    const MeantLicence& licence = training.licence;
    const std::string& name = licence.reading.id.empty() ? licence.reading.family : licence.reading.id;
    const uint8_t rights = licence_rights(name);
    if (name.empty() || (rights & kRightFree) != 0) continue;
    const bool forbids_sale = (rights & kRightCommercial) == 0;
    const bool forbids_change = (rights & kRightModification) == 0;
    const std::string_view code = forbids_sale && forbids_change ? "licence-not-free-commercial-modification"
                                  : forbids_sale                 ? "licence-not-free-commercial"
                                  : forbids_change               ? "licence-not-free-modification"
                                                                 : "licence-not-free";
    const RawRecord& record = checked.page.records[static_cast<size_t>(training.record)];
    const bool has_place = licence.line > 0;
    diagnostics.push_back({Severity::kWarning,
                           code,
                           has_place ? licence.line : record.line,
                           has_place ? licence.column : record.column,
                           training.record,
                           {{"licence", licence_label(name)}, {"announced", std::string(announced)}}});
  }
}

// Reports a facet with the same single value for all trainings: its filter is useless.
template <typename ValuesOf>
void check_facet(const CheckedPage& checked, Facet facet, ValuesOf values_of, std::vector<Diagnostic>& diagnostics) {
  const auto& trainings = checked.trainings;
  if (trainings.size() < 2) return;
  const std::vector<std::string> first = values_of(trainings[0]);
  const bool is_single =
      first.size() == 1 && std::all_of(trainings.begin(), trainings.end(),
                                       [&](const MeantTraining& each) { return values_of(each) == first; });
  if (is_single)
    diagnostics.push_back({Severity::kAdvice,
                           "facet-single-value",
                           0,
                           0,
                           kWholePage,
                           {{"facet", std::string(facet_key(facet))}, {"value", first[0]}}});
}

// The facet value of the licence, or "".
std::string family_of(const LicenceReading& licence) {
  return licence.id.empty() ? licence.family : std::string(licence_family(licence.id));
}

std::vector<std::string> one_value(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
}

void check_facets(const CheckedPage& checked, std::vector<Diagnostic>& out) {
  using Training = const MeantTraining&;
  check_facet(
      checked, Facet::kLicence, [](Training each) { return one_value(licence_label(family_of(each.licence.reading))); },
      out);
  check_facet(checked, Facet::kProvider, [](Training each) { return one_value(each.provider); }, out);
  for (const MeantList& list : kMeantLists)
    check_facet(checked, list.facet, [&](Training each) { return each.*list.values; }, out);
}

}  // namespace

void check_whole(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  if (checked.trainings.empty())
    diagnostics.push_back({Severity::kWarning, "page-without-training", 0, 0, kWholePage, {}});
  check_announcement(checked, diagnostics);
  check_facets(checked, diagnostics);
}

}  // namespace catalogue
