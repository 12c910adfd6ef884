// SPDX-License-Identifier: MIT
// Marks in a text the words that a visitor searched.
#pragma once

#include <string_view>

#include "catalogue/html_writer.h"

namespace catalogue {

// `data` escaped, each of its words that begins like a word of `search` (accents and case set
// aside, and the ending of longer words) within <mark>. O(words of data x words of search).
void write_highlighted(HtmlWriter& out, std::string_view data, std::string_view search);

}  // namespace catalogue
