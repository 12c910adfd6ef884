// SPDX-License-Identifier: MIT
// Any bytes as raw records, and as the words of one record: no crash, JSON out, no record dropped.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "catalogue/normalise.h"

namespace {

using Json = nlohmann::json;

void require(bool claim) {
  if (!claim) std::abort();
}

// Each line of the text is a tag of its own record, its title and its description.
Json records_of(std::string_view text) {
  Json raw = {{"page", {{"intro", "Des formations en licence libre"}}}, {"records", Json::array()}};
  while (!text.empty() && raw["records"].size() < 50) {
    const std::string line(text.substr(0, text.find('\n')));
    raw["records"].push_back({{"heading", line}, {"description", line}, {"tags", {{{"text", line}, {"url", line}}}}});
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return raw;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  require(!Json::parse(catalogue::normalise(text), nullptr, false).is_discarded());
  const Json raw = records_of(text);
  const std::string json = raw.dump(-1, ' ', false, Json::error_handler_t::replace);
  const Json answer = Json::parse(catalogue::normalise(json), nullptr, false);
  require(answer["catalogue"]["trainings"].size() == raw["records"].size());
  return 0;
}
