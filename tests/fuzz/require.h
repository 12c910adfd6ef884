// SPDX-License-Identifier: MIT
// Claims of fuzz targets, and the two halves of an input.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace catalogue {

// A claim that does not hold ends the run; libFuzzer keeps the input.
inline void require(bool claim) {
  if (!claim) std::abort();
}

inline std::string_view words_of(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// An input in two parts: its first line, and all that follows.
struct TwoParts {
  explicit TwoParts(std::string_view input) : first(input.substr(0, input.find('\n'))) {
    if (first.size() < input.size()) rest = input.substr(first.size() + 1);
  }
  std::string_view first;
  std::string_view rest;
};

}  // namespace catalogue
