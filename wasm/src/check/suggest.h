// SPDX-License-Identifier: MIT
// "Did you mean": the known phrase nearest to an editor's words.
#pragma once

#include <string>
#include <string_view>

#include "meaning/tag.h"

namespace catalogue {

// The known phrase of `kind` within one or two typos of `text`; "" when there is none, or a tie.
std::string suggest_value(TagKind kind, std::string_view text);

// The same among labels ("Durée", "Licence").
std::string suggest_label(std::string_view text);

// The same among short labels and ids of licences.
std::string suggest_licence(std::string_view text);

// The words with their first unknown word replaced by the word of durations nearest to it.
std::string suggest_duration(std::string_view text);

}  // namespace catalogue
