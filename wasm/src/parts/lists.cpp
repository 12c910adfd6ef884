// SPDX-License-Identifier: MIT
// Reads lists.
#include "parts/lists.h"

namespace catalogue {

Column<uint32_t> read_planes(ByteReader& reader, uint32_t count, uint32_t most) {
  Column<uint32_t> numbers;
  const uint32_t planes = reader.number_up_to(4);
  // A plane has a byte for each number: there are never more of them than bytes.
  if (count && (planes == 0 || size_t{count} * planes > reader.left())) {
    reader.fail();
    return numbers;
  }
  numbers.resize(count);
  for (uint32_t plane = 0; plane < planes; ++plane) {
    const std::string_view bytes = reader.bytes(count);
    for (uint32_t i = 0; i < count; ++i) numbers[i] |= uint32_t{static_cast<uint8_t>(bytes[i])} << 8 * plane;
  }
  for (const uint32_t number : numbers) {
    if (number > most) reader.fail();
  }
  return numbers;
}

bool Lists::read(ByteReader& reader, uint32_t rows, uint32_t most) {
  const uint32_t different = reader.number_up_to(rows);
  const uint32_t count = different ? different : rows;
  if (count > reader.left()) reader.fail();
  first_.push_back(0);
  for (uint32_t i = 0; i < count && !reader.has_failed(); ++i)
    first_.push_back(first_.back() + reader.number_up_to(most));
  if (!reader.has_failed()) numbers_ = read_planes(reader, first_.back(), UINT32_MAX);
  if (different) which_ = read_planes(reader, rows, different - 1);
  return !reader.has_failed();
}

}  // namespace catalogue
