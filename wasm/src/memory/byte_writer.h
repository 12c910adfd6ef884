// SPDX-License-Identifier: MIT
// Writes what ByteReader reads.
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/column.h"

namespace catalogue {

class ByteWriter {
 public:
  void number(uint32_t value) {
    for (; value >= 0x80; value >>= 7) byte(value | 0x80);
    byte(value);
  }
  void byte(uint32_t value) { bytes_.push_back(static_cast<char>(value)); }
  void bytes(const std::string_view& bytes) { bytes_.append(bytes.data(), bytes.size()); }
  void text(const std::string_view& text) {
    number(static_cast<uint32_t>(text.size()));
    bytes(text);
  }

  size_t size() const { return bytes_.size(); }
  // Valid until the next write.
  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  Column<char> bytes_;
};

}  // namespace catalogue
