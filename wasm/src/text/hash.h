// SPDX-License-Identifier: MIT
// A short hash of a text, for names and for finding things: nothing that anyone has to be kept from meeting.
#pragma once

#include <cstdint>
#include <string_view>

namespace catalogue {

// FNV-1a, 32 bits.
constexpr uint32_t fnv1a(std::string_view bytes) {
  uint32_t hash = 0x811C9DC5;
  for (const char byte : bytes) hash = (hash ^ static_cast<uint8_t>(byte)) * 0x01000193;
  return hash;
}

}  // namespace catalogue
