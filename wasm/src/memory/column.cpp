// SPDX-License-Identifier: MIT
// Memory of columns of any type.
#include "memory/column.h"

#include <cstring>
#include <utility>

namespace catalogue {

void ColumnBytes::release() {
  std::free(data_);
  data_ = nullptr;
  size_ = capacity_ = 0;
}

void ColumnBytes::swap(ColumnBytes& other) {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(capacity_, other.capacity_);
}

void ColumnBytes::grow(size_t count, size_t value_size) {
  if (size_ + count <= capacity_) return;
  const size_t wanted = capacity_ + capacity_ / 2 + 32;
  reallocate(wanted > size_ + count ? wanted : size_ + count, value_size);
}

void* ColumnBytes::next(size_t value_size) {
  if (size_ == capacity_) grow(1, value_size);
  return static_cast<char*>(data_) + size_++ * value_size;
}

void ColumnBytes::reallocate(size_t capacity, size_t value_size) {
  void* const moved = std::malloc(capacity * value_size);  // realloc is 290 bytes of brotli more
  if (!moved) std::abort();
  if (size_ != 0) std::memcpy(moved, data_, size_ * value_size);
  std::free(data_);
  data_ = moved;
  capacity_ = capacity;
}

void ColumnBytes::resize(size_t size, size_t value_size) {
  if (size > capacity_) reallocate(size, value_size);
  if (size > size_) {
    std::memset(static_cast<char*>(data_) + size_ * value_size, 0, (size - size_) * value_size);
  }
  size_ = size;
}

void ColumnBytes::append(const void* values, size_t count, size_t value_size) {
  grow(count, value_size);
  if (count) std::memcpy(static_cast<char*>(data_) + size_ * value_size, values, count * value_size);
  size_ += count;
}

}  // namespace catalogue
