// SPDX-License-Identifier: MIT
// Themes that look like a tag of another kind.
#include <set>

#include "check/check.h"
#include "check/suggest.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

// The likely meaning of a theme: the code to report and the suggestion.
struct Likeness {
  std::string_view code;
  std::string suggestion;
};

// "Dure : 4 heures": a misspelt label.
std::string near_label(std::string_view theme) {
  const size_t colon = theme.find(':');
  if (colon == std::string_view::npos) return {};
  std::string label = suggest_label(theme.substr(0, colon));
  if (label.empty()) return {};
  label[0] = to_upper(label[0]);
  return label + " " + std::string(theme.substr(colon));
}

Likeness likeness_of(const std::string& theme, const DurationConvention& convention) {
  if (std::string label = near_label(theme); !label.empty()) return {"label-misspelt", std::move(label)};
  const DurationReading duration = read_durations(theme, convention);
  if (!duration.alternatives.empty() && duration.problem.empty())
    return {"tag-looks-like-duration", write_tag(TagKind::kDuration, theme)};
  const LicenceReading licence = read_licence(theme, "");
  const bool names_licence = !licence.id.empty() || !licence.candidates.empty();
  if (licence.has_only_licence_words && names_licence)
    return {"tag-looks-like-licence", write_tag(TagKind::kLicence, theme)};
  for (const TagKind kind : kTabledKinds)
    if (std::string name = suggest_value(kind, theme); !name.empty()) return {"tag-misspelt", std::move(name)};
  return {};
}

}  // namespace

void check_themes(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics) {
  std::set<std::string_view> seen;
  for (const MeantTraining& training : checked.trainings)
    for (const std::string& theme : training.themes) {
      if (!seen.insert(theme).second) continue;
      Likeness likeness = likeness_of(theme, checked.page.convention);
      if (likeness.code.empty()) continue;
      const RawText place = place_of(checked.page.records[static_cast<size_t>(training.record)], theme);
      const bool is_slip = likeness.code == "label-misspelt";
      diagnostics.push_back({is_slip ? Severity::kWarning : Severity::kAdvice,
                             likeness.code,
                             place.line,
                             place.column,
                             training.record,
                             {{"tag", theme}, {"suggestion", std::move(likeness.suggestion)}}});
    }
}

}  // namespace catalogue
