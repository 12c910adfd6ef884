// SPDX-License-Identifier: MIT
// The order of words in French: E with É, "œ" as "oe", "module 2" before "module 10".
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

// A key whose bytes, compared as unsigned, give the order of the words: folded letters first,
// digits by the number they write, then, for words equal so far, the words as written.
std::string collation_key(std::string_view words);

}  // namespace catalogue
