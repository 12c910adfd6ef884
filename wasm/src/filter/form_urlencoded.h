// SPDX-License-Identifier: MIT
// application/x-www-form-urlencoded, as browsers read and write it in query strings.
#pragma once

#include <string_view>

#include "catalogue/arena.h"
#include "text/output.h"

namespace catalogue {

// '+' is a space and %XX a byte; what is ill-formed stands for itself; ill-formed UTF-8 becomes
// U+FFFD.
std::string_view decode_form_component(std::string_view component, Arena& arena);

// Writes `words` as URLSearchParams does: letters, digits and "*-._" as they are, a space as '+',
// every other byte as %XX.
void write_form_component(Output& out, std::string_view words);

// Letters, digits and "*-._".
bool stands_for_itself(char c);

// Takes the next "key=value" off the front of `query`, still encoded.
struct FormPair {
  std::string_view key;
  std::string_view value;
};
FormPair take_form_pair(std::string_view& query);

}  // namespace catalogue
