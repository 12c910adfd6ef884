// SPDX-License-Identifier: MIT
// Reads tests/cases/pages/*.txt: small pages, each with what normalise makes of it.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace catalogue {

// One page: raw records, and the lines that the case expects.
struct PageCase {
  std::string name;
  nlohmann::json raw = {{"page", nlohmann::json::object()}, {"records", nlohmann::json::array()}};
  std::vector<std::string> expected;
  int line = 0;  // of the page's own text, so that its first line is 1
};

inline void add_tag(PageCase& page, const std::string& line) {
  const size_t close = line.rfind("](");
  const bool has_link = close != std::string::npos;
  const std::string url = has_link ? line.substr(close + 2, line.size() - close - 3) : "";
  const std::string text = line.substr(1, (has_link ? close : line.size() - 1) - 1);
  page.raw["records"].back()["tags"].push_back({{"text", text}, {"url", url}, {"line", page.line}, {"column", 1}});
}

inline void read_page_line(PageCase& page, const std::string& line) {
  auto& records = page.raw["records"];
  ++page.line;
  if (line.rfind("## ", 0) == 0) {
    records.push_back({{"heading", line.substr(3)},
                       {"tags", nlohmann::json::array()},
                       {"links", nlohmann::json::array()},
                       {"line", page.line},
                       {"column", 1}});
  } else if (records.empty()) {
    page.raw["page"]["intro"] = page.raw["page"].value("intro", "") + line + "\n";
  } else if (line[0] == '[') {
    add_tag(page, line);
  } else if (line.rfind("-> ", 0) == 0) {
    records.back()["links"].push_back({{"text", "Voir"}, {"url", line.substr(3)}, {"line", page.line}, {"column", 1}});
  } else if (!line.empty()) {
    records.back()["description"] = line;
  }
}

// In a case file: "=== name" starts a page; "## Title", "[tag](link)", "-> link" and paragraphs are
// its text; "=> …" is an expected line.
inline std::vector<PageCase> read_page_cases(const std::string& name) {
  std::ifstream file(std::string(CATALOGUE_SOURCE_DIR) + "/tests/cases/" + name);
  std::vector<PageCase> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("=== ", 0) == 0) {
      cases.emplace_back();
      cases.back().name = line.substr(4);
    } else if (!cases.empty() && line.rfind("=> ", 0) == 0) {
      cases.back().expected.push_back(line.substr(3));
    } else if (!cases.empty() && cases.back().expected.empty()) {
      read_page_line(cases.back(), line);
    }
  }
  return cases;
}

}  // namespace catalogue
