// SPDX-License-Identifier: MIT
// One record's meaning, tag by tag.
#include <algorithm>
#include <iterator>

#include "meaning/meant_training.h"
#include "meaning/tag.h"
#include "text/link.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

using Args = std::vector<std::pair<std::string_view, std::string>>;

void add_unique(std::vector<std::string>& list, const std::string& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// Words that were meant to say something and say nothing are errors; what is honest but lost to
// visitors is a warning; what a visitor still reads is advice.
Severity severity_of(std::string_view code) {
  for (const std::string_view each : {"duration-unknown", "duration-rate-without-count"})
    if (code == each) return Severity::kAdvice;
  for (const std::string_view each : {"duration-open-ended", "licence-url-disagrees", "licence-version-missing",
                                      "licence-ambiguous", "licence-partial", "licence-retired"})
    if (code == each) return Severity::kWarning;
  return Severity::kError;
}

// The short name of the candidate with the highest version: "CC BY 4.0".
std::string newest_label(const LicenceReading& reading) {
  std::string newest;
  for (const std::string& id : reading.candidates) newest = std::max(newest, licence_label(id));
  return newest;
}

// Gathers one record's tags into a training.
class RecordMeaning {
 public:
  RecordMeaning(const RawPage& page, int32_t index, std::vector<Diagnostic>& diagnostics)
      : page_(page), record_(page.records[static_cast<size_t>(index)]), diagnostics_(diagnostics) {
    training_.record = index;
  }

  MeantTraining run() {
    TitleReading title = has_own_provider() ? TitleReading{record_.heading, ""} : read_title(record_.heading);
    training_.title = std::move(title.title);
    training_.provider = std::move(title.provider);
    training_.description = record_.description;
    for (const RawText& tag : record_.tags) add_tag(tag);
    if (training_.languages.empty() && !record_.lang.empty()) training_.languages.push_back(record_.lang);
    choose_link();
    return std::move(training_);
  }

 private:
  // The provider has a place of its own: the heading is the title alone.
  bool has_own_provider() const {
    return std::any_of(record_.tags.begin(), record_.tags.end(),
                       [](const RawText& tag) { return tag.kind == "provider"; });
  }

  void add_tag(const RawText& tag) {
    if (tag.text.empty()) return;
    const TagReading reading = read_tag(tag, page_.convention);
    switch (reading.kind) {
      case TagKind::kDuration:
        return add_duration(tag, reading);
      case TagKind::kNotDuration:
        return report(Severity::kAdvice, "duration-not-learning-time", tag);
      case TagKind::kLicence:
        return add_licence(tag, reading);
      case TagKind::kTheme:
        return add_themes(tag, reading);
      case TagKind::kProvider:
        return add_provider(tag, reading);
      case TagKind::kChecked:
        return add_checked(tag, reading);
      default:
        return add_values(tag, reading);
    }
  }

  void add_duration(const RawText& tag, const TagReading& reading) {
    if (!training_.durations.empty()) report(Severity::kWarning, "duration-repeated", tag);
    for (const DurationAlternative& alternative : reading.duration.alternatives)
      training_.durations.push_back(alternative);
    if (!reading.is_labelled) report(Severity::kAdvice, "duration-without-label", tag);
    const std::string_view problem = reading.duration.problem;
    if (problem.empty()) {
      if (reading.duration.alternatives.empty()) report(Severity::kWarning, "duration-empty", tag);
      return;
    }
    report(severity_of(problem), problem, tag, {{"words", reading.text}});
  }

  void add_licence(const RawText& tag, const TagReading& reading) {
    MeantLicence& licence = training_.licence;
    report_licence(tag, reading.licence);
    if (!licence.is_present) {
      licence = {reading.licence, tag.text, tag.url, tag.line, tag.column, true};
      return;
    }
    if (says_the_same(licence.reading, reading.licence)) {
      const bool is_closer =
          licence.reading.id.empty() && (licence.reading.family.empty() || !reading.licence.id.empty());
      if (is_closer) licence = {reading.licence, tag.text, tag.url, tag.line, tag.column, true};
      return;
    }
    report(Severity::kWarning, "licence-repeated", tag, {{"first", licence.text}});
    merge_licences(licence, reading.licence, tag);
  }

  // "Licence etalab-2.0" and "Licence Ouverte": the vaguer one could mean the other.
  static bool says_the_same(const LicenceReading& a, const LicenceReading& b) {
    const auto could_mean = [](const LicenceReading& vague, const std::string& id) {
      return std::find(vague.candidates.begin(), vague.candidates.end(), id) != vague.candidates.end();
    };
    if (a.id == b.id) return a.candidates == b.candidates;
    return (b.id.empty() && could_mean(b, a.id)) || (a.id.empty() && could_mean(a, b.id));
  }

  // Two different licences name no single one: both are kept as words and candidates.
  static void merge_licences(MeantLicence& licence, const LicenceReading& other, const RawText& tag) {
    LicenceReading both;
    both.status = LicenceStatus::kAmbiguous;
    both.problem = "licence-repeated";
    both.rights = 0xFF;
    const LicenceReading* const readings[] = {&licence.reading, &other};
    for (const LicenceReading* each : readings) {
      both.rights &= each->id.empty() ? each->rights : licence_rights(each->id);
      if (!each->id.empty()) add_unique(both.candidates, each->id);
      for (const std::string& id : each->candidates) add_unique(both.candidates, id);
    }
    licence.reading = std::move(both);
    licence.text += ", " + tag.text;
  }

  void report_licence(const RawText& tag, const LicenceReading& reading) {
    if (reading.problem.empty()) return;
    std::string candidates;
    for (const std::string& id : reading.candidates) candidates += (candidates.empty() ? "" : ", ") + id;
    report(severity_of(reading.problem), reading.problem, tag,
           {{"id", reading.id.empty() ? reading.family : reading.id},
            {"url", tag.url},
            {"candidates", candidates},
            {"example", newest_label(reading)}});
  }

  void add_themes(const RawText& tag, const TagReading& reading) {
    for (const std::string& theme : reading.values) add_unique(training_.themes, theme);
    if (reading.values.empty()) report(Severity::kWarning, "tag-empty", tag);
  }

  void add_provider(const RawText& tag, const TagReading& reading) {
    if (reading.values.empty() || reading.values[0].empty()) return report(Severity::kWarning, "tag-empty", tag);
    const bool is_other = !training_.provider.empty() && training_.provider != reading.values[0];
    if (is_other)
      report(Severity::kWarning, "provider-repeated", tag, {{"first", training_.provider}});
    else
      training_.provider = reading.values[0];
  }

  void add_checked(const RawText& tag, const TagReading& reading) {
    if (!reading.is_known) return report(Severity::kError, reading.problem, tag, {{"words", reading.text}});
    if (!training_.checked.empty()) return report(Severity::kWarning, "checked-repeated", tag);
    training_.checked = reading.values[0];
    training_.checked_line = tag.line;
    training_.checked_column = tag.column;
  }

  // Words that the table of their kind does not hold are kept where the list is open (audiences), else reported.
  void add_values(const RawText& tag, const TagReading& reading) {
    add_unique(training_.words, tag.text);
    const MeantList& list = *std::find_if(std::begin(kMeantLists), std::end(kMeantLists),
                                          [&](const MeantList& each) { return each.kind == reading.kind; });
    if (!reading.is_known && !list.unknown_code.empty())
      return report(severity_of(list.unknown_code), list.unknown_code, tag, {{"words", reading.text}});
    for (const std::string& value : reading.values) add_unique(training_.*list.values, value);
  }

  // The first button that leads to no licence, else the first such link, else a tag's.
  void choose_link() {
    choose_link_of(record_.links, /*only_actions=*/true);
    choose_link_of(record_.links, /*only_actions=*/false);
    choose_link_of(record_.tags, /*only_actions=*/false);
  }

  void choose_link_of(const std::vector<RawText>& links, bool only_actions) {
    for (const RawText& link : links) {
      const bool fits = !link.url.empty() && (link.is_action || !only_actions) && is_page_link(link.url);
      if (training_.url.empty() && fits && !leads_to_licence(link)) training_.url = link.url;
    }
  }

  bool leads_to_licence(const RawText& link) const {
    const MeantLicence& licence = training_.licence;
    return is_licence_url(link.url) || (licence.is_present && link.url == licence.url && link.line == licence.line);
  }

  void report(Severity severity, std::string_view code, const RawText& tag, Args args = {}) {
    args.insert(args.begin(), {"tag", tag.text});
    const bool has_place = tag.line > 0;
    diagnostics_.push_back({severity, code, has_place ? tag.line : record_.line,
                            has_place ? tag.column : record_.column, training_.record, std::move(args)});
  }

  const RawPage& page_;
  const RawRecord& record_;
  std::vector<Diagnostic>& diagnostics_;
  MeantTraining training_;
};

}  // namespace

MeantTraining mean_record(const RawPage& page, int32_t index, std::vector<Diagnostic>& diagnostics) {
  return RecordMeaning(page, index, diagnostics).run();
}

}  // namespace catalogue
