// SPDX-License-Identifier: MIT
// All checks of a page, in the order of the page.
#include "check/check.h"

#include <algorithm>
#include <tuple>

namespace catalogue {
namespace {

auto place(const Diagnostic& diagnostic) {
  const bool is_whole = diagnostic.record == kWholePage;
  return std::tuple(is_whole, diagnostic.record, diagnostic.line, diagnostic.column);
}

}  // namespace

std::string_view argument(const Diagnostic& diagnostic, std::string_view name) {
  for (const auto& [key, value] : diagnostic.args)
    if (key == name) return value;
  return {};
}

RawText place_of(const RawRecord& record, std::string_view tag_words) {
  for (const RawText& tag : record.tags)
    if (tag.line > 0 && tag.text.find(tag_words) != std::string::npos) return tag;
  return {"", "", record.line, record.column, false};
}

void check_page(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  add_suggestions(diagnostics);
  check_records(checked, diagnostics);
  check_days(checked, diagnostics);
  check_themes(checked, diagnostics);
  check_duplicates(checked, diagnostics);
  check_siblings(checked, diagnostics);
  check_whole(checked, diagnostics);
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

}  // namespace catalogue
