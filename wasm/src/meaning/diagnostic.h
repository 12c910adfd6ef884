// SPDX-License-Identifier: MIT
// A message to an editor, as a code with arguments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace catalogue {

enum class Severity : uint8_t { kError, kWarning, kAdvice };

inline constexpr int32_t kWholePage = -1;

// code: stable English kebab-case; its French sentence is in data/strings/check.fr.json.
// line, column: 1-based, 0 when unknown. record: index of the raw record, or kWholePage.
// args: names and texts for the sentence, in no fixed order.
struct Diagnostic {
  Severity severity = Severity::kWarning;
  std::string_view code;
  int32_t line = 0;
  int32_t column = 0;
  int32_t record = kWholePage;
  std::vector<std::pair<std::string_view, std::string>> args;
};

// "error", "warning" or "advice".
constexpr std::string_view severity_name(Severity severity) {
  return severity == Severity::kError ? "error" : severity == Severity::kWarning ? "warning" : "advice";
}

}  // namespace catalogue
