// SPDX-License-Identifier: MIT
// Messages to JavaScript.
#include "wire.h"

namespace catalogue {
namespace {

constexpr size_t kHeaderSize = 3;

uint32_t address_of(const char* bytes) { return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(bytes)); }

}  // namespace

void Wire::view(const std::string_view& text) {
  number(address_of(text.data()));
  number(static_cast<uint32_t>(text.size()));
}

void Wire::start() {
  text_.clear();
  numbers_.resize(kHeaderSize);
}

const uint32_t* Wire::finish() {
  numbers_[0] = static_cast<uint32_t>(numbers_.size());
  numbers_[1] = address_of(text_.view().data());
  numbers_[2] = static_cast<uint32_t>(text_.size());
  return numbers_.data();
}

}  // namespace catalogue
