// SPDX-License-Identifier: MIT
// Reads numbers and texts from untrusted bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace catalogue {

// After the first failure (bytes that are missing, a number of more than 32 bits) everything reads as 0 or "", and
// has_failed() stays true: callers check once, at the end.
class ByteReader {
 public:
  // `bytes` outlives what is read.
  explicit ByteReader(const std::string_view& bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  // 7 bits a byte, low bits first; the last byte is below 0x80.
  uint32_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (at_ == end_) return fail();
      const auto byte = static_cast<uint8_t>(*at_++);
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value <= UINT32_MAX ? static_cast<uint32_t>(value) : fail();
    }
    return fail();
  }
  uint32_t byte() { return at_ == end_ ? fail() : static_cast<uint8_t>(*at_++); }
  // A number that is at most `most`.
  uint32_t number_up_to(uint32_t most) {
    const uint32_t value = number();
    return value <= most ? value : fail();
  }
  std::string_view bytes(size_t count) {
    if (count > left()) {
      fail();
      return {};
    }
    at_ += count;
    return {at_ - count, count};
  }
  // Its size in bytes, then as many bytes.
  std::string_view text() { return bytes(number()); }

  uint32_t fail() {
    has_failed_ = true;
    at_ = end_;
    return 0;
  }
  bool has_failed() const { return has_failed_; }
  size_t left() const { return static_cast<size_t>(end_ - at_); }
  const char* at() const { return at_; }

 private:
  const char* at_;
  const char* end_;
  bool has_failed_ = false;
};

}  // namespace catalogue
