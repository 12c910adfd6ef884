// SPDX-License-Identifier: MIT
// The JSON type of builds: members keep their order.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace catalogue {

using OrderedJson = nlohmann::ordered_json;

// Compact UTF-8; ill-formed bytes become U+FFFD.
inline std::string json_text(const OrderedJson& json) {
  return json.dump(-1, ' ', /*ensure_ascii=*/false, OrderedJson::error_handler_t::replace);
}

}  // namespace catalogue
