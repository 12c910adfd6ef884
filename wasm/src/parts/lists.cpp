// SPDX-License-Identifier: MIT
// Reads lists.
#include "parts/lists.h"

namespace catalogue {

void Planes::find(ByteReader& reader, uint32_t count) {
  planes_ = reader.number_up_to(4);
  // A plane has a byte for each number: there are never more of them than bytes.
  if (count && (planes_ == 0 || size_t{count} * planes_ > reader.left())) reader.fail();
  count_ = reader.has_failed() ? 0 : count;
  at_ = reader.bytes(size_t{count_} * planes_).data();
}

void Lists::find(ByteReader& reader, uint32_t rows, uint32_t most) {
  const uint32_t different = reader.number_up_to(rows);
  const uint32_t count = different ? different : rows;
  if (count > reader.left()) reader.fail();
  first_.push_back(0);
  for (uint32_t i = 0; i < count && !reader.has_failed(); ++i)
    first_.push_back(first_.back() + reader.number_up_to(most));
  numbers_.find(reader, first_.back());
  if (different) which_.find(reader, rows);
}

std::span<const uint32_t> Lists::of(ByteReader& reader, uint32_t row) {
  const uint32_t list = which_.size() ? which_[row] : row;
  list_.clear();
  if (list >= first_.size() - 1) reader.fail();
  if (reader.has_failed()) return {};
  uint32_t number = 0;
  for (uint32_t i = first_[list]; i < first_[list + 1]; ++i) list_.push_back(number += numbers_[i]);
  return {list_.data(), list_.size()};
}

}  // namespace catalogue
