// SPDX-License-Identifier: MIT
// A growable array of plain values.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <span>
#include <type_traits>

namespace catalogue {

// The part that is the same for all types: compiled once.
class ColumnBytes {
 public:
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  void truncate(size_t size) { size_ = size; }
  void clear() { size_ = 0; }
  void release();

 protected:
  ColumnBytes() = default;
  ~ColumnBytes() { release(); }
  ColumnBytes(const ColumnBytes&) = delete;
  ColumnBytes& operator=(const ColumnBytes&) = delete;

  void swap(ColumnBytes& other);
  // Space for one more value.
  void* next(size_t value_size);
  // Reserves space for `count` more values.
  void grow(size_t count, size_t value_size);
  void reallocate(size_t capacity, size_t value_size);
  void resize(size_t size, size_t value_size);
  void append(const void* values, size_t count, size_t value_size);

  void* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

// Less code than std::vector. Out of memory aborts.
template <typename T>
class Column : public ColumnBytes {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Column() = default;
  explicit Column(size_t size) { resize(size); }
  Column(Column&& other) noexcept { swap(other); }
  Column& operator=(Column&& other) noexcept {
    swap(other);
    return *this;
  }

  T* data() { return static_cast<T*>(data_); }
  const T* data() const { return static_cast<const T*>(data_); }
  T& operator[](size_t i) { return data()[i]; }
  const T& operator[](size_t i) const { return data()[i]; }
  T* begin() { return data(); }
  T* end() { return data() + size_; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  T& back() { return data()[size_ - 1]; }
  const T& back() const { return data()[size_ - 1]; }

  void swap(Column& other) { ColumnBytes::swap(other); }
  // `value` must not be in this column: its values may move.
  void push_back(const T& value) { *static_cast<T*>(next(sizeof(T))) = value; }
  void append(const T* values, size_t count) { ColumnBytes::append(values, count, sizeof(T)); }
  // Space for `count` more values; add() keeps those that were written.
  T* room(size_t count) {
    grow(count, sizeof(T));
    return end();
  }
  void add(size_t count) { size_ += count; }
  void reserve(size_t capacity) {
    if (capacity > capacity_) reallocate(capacity, sizeof(T));
  }
  // New elements are zero.
  void resize(size_t size) { ColumnBytes::resize(size, sizeof(T)); }
  // Takes ownership of values from malloc. capacity: at least 1.
  void adopt(T* values, size_t size, size_t capacity) {
    release();
    data_ = values;
    size_ = size;
    capacity_ = capacity;
  }
};

}  // namespace catalogue
