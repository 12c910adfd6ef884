// SPDX-License-Identifier: MIT
// What an editor should know of a page once its words have meanings.
#pragma once

#include <vector>

#include "meaning/meant_training.h"

namespace catalogue {

// Everything a check looks at. `trainings[i]` is the meaning of `page.records[i]`.
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

// Tags that were left as themes though they look like something else.
void check_themes(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Titles and links that come twice, and titles that nearly do.
void check_duplicates(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Themes and providers that differ by accents, case or one letter.
void check_siblings(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// What the page says against what its trainings are: free licences, facets with one value.
void check_whole(const CheckedPage& checked, std::vector<Diagnostic>& diagnostics);

// Adds "suggestion" to diagnostics whose words are near known ones.
void add_suggestions(std::vector<Diagnostic>& diagnostics);

// The value of an argument, or "".
std::string_view argument(const Diagnostic& diagnostic, std::string_view name);

// Where a tag with these words stands in the record, else where the record does.
RawText place_of(const RawRecord& record, std::string_view tag_words);

}  // namespace catalogue
