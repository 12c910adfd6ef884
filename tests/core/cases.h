// SPDX-License-Identifier: MIT
// Reads tests/cases/*.txt: one "text -> meaning" per line.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace catalogue {

struct Case {
  std::string text;
  std::string meaning;
  int line = 0;
};

// \u{A0} in a case file stands for that character, so that unusual spaces can be seen.
inline std::string with_characters(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t close = text.compare(i, 3, "\\u{") == 0 ? text.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      out += text[i];
      continue;
    }
    const unsigned long c = std::stoul(text.substr(i + 3, close - i - 3), nullptr, 16);
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    } else {
      out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
              static_cast<char>(0x80 | (c & 63))};
    }
    i = close;
  }
  return out;
}

// The cases of tests/cases/`name`; lines that start with '#' and empty lines are left out.
inline std::vector<Case> read_cases(const std::string& name) {
  std::ifstream file(std::string(CATALOGUE_SOURCE_DIR) + "/tests/cases/" + name);
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    const size_t arrow = line.find(" -> ");
    if (line.empty() || line[0] == '#' || arrow == std::string::npos) continue;
    cases.push_back({with_characters(line.substr(0, arrow)), line.substr(arrow + 4), number});
  }
  return cases;
}

}  // namespace catalogue
