// SPDX-License-Identifier: MIT
// Checks a normalised page, and reports to its editor.
#pragma once

#include <vector>

#include "meaning/meant_training.h"

namespace catalogue {

// The input of a check. `trainings[i]` is the meaning of `page.records[i]`.
struct CheckedPage {
  const RawPage& page;
  const std::vector<MeantTraining>& trainings;
};

// Adds all diagnostics of the page, completes those of its tags with suggestions, and puts them in
// the order of the page: by record, then line and column; those of the whole page last.
void check_page(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// The steps of check_page. Each adds its own diagnostics.

// One record at a time: title, link, description, duration, licence, reach.
void check_records(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Themes that look like a tag of another kind.
void check_themes(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Duplicate titles and links, and near-duplicate titles.
void check_duplicates(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Themes and providers that differ by accents, case or one letter.
void check_siblings(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Days of checks: in the future, too old, missing where the page says how old they may be.
void check_days(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// The page as a whole: announced free licences, facets with a single value.
void check_whole(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Adds "suggestion" to diagnostics of misspelt words.
void add_suggestions(std::vector<Diagnostic>& diagnostics);

// The value of an argument, or "".
std::string_view argument(const Diagnostic& diagnostic, std::string_view name);

// The place of the tag with this text in the record, else of the record.
RawText place_of(const RawRecord& record, std::string_view tag_words);

}  // namespace catalogue
