// SPDX-License-Identifier: MIT
// A growable array of plain values that may also be borrowed from a file in memory.
#pragma once

#include <cassert>
#include <cstdlib>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

namespace catalogue {

// Smaller in code than std::vector, and able to look at bytes that someone else owns: a compact
// file is used where it lies. Out of memory aborts.
template <typename T>
class Column {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Column() = default;
  explicit Column(size_t size) { resize(size); }
  Column(Column&& other) noexcept { swap(other); }
  Column& operator=(Column&& other) noexcept {
    swap(other);
    return *this;
  }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;
  ~Column() { release(); }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  const T& back() const { return data_[size_ - 1]; }

  void push_back(T value) {
    if (size_ == capacity_) grow(size_ + 1);
    data_[size_++] = value;
  }
  void append(const T* values, size_t count) {
    if (size_ + count > capacity_) grow(size_ + count);
    if (count) std::memcpy(data_ + size_, values, count * sizeof(T));
    size_ += count;
  }
  void reserve(size_t capacity) {
    if (capacity > capacity_) reallocate(capacity);
  }
  // New elements are zero.
  void resize(size_t size) {
    reserve(size);
    if (size > size_) std::memset(static_cast<void*>(data_ + size_), 0, (size - size_) * sizeof(T));
    size_ = size;
  }
  void truncate(size_t size) { size_ = size; }
  // Gives back what is reserved and not used.
  void shrink() {
    if (is_owner() && capacity_ > size_) reallocate(size_);
  }
  void clear() { size_ = 0; }
  void release() {
    if (is_owner()) std::free(data_);
    data_ = nullptr;
    size_ = capacity_ = 0;
  }
  // Looks at values that outlive this column.
  void borrow(std::span<const T> values) {
    release();
    data_ = const_cast<T*>(values.data());
    size_ = values.size();
  }
  // Takes over values from malloc.
  void adopt(T* values, size_t size) {
    release();
    if (size == 0) return std::free(values);
    data_ = values;
    size_ = capacity_ = size;
  }

 private:
  bool is_owner() const { return capacity_ != 0; }
  void swap(Column& other) {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }
  void grow(size_t needed) {
    const size_t wanted = capacity_ + capacity_ / 2 + 8;
    reallocate(wanted > needed ? wanted : needed);
  }
  void reallocate(size_t capacity) {
    if (capacity == 0) return release();
    assert(is_owner() || size_ == 0);
    void* moved = std::realloc(is_owner() ? data_ : nullptr, capacity * sizeof(T));
    if (!moved) std::abort();
    data_ = static_cast<T*>(moved);
    capacity_ = capacity;
  }

  T* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;  // 0 when borrowed
};

}  // namespace catalogue
