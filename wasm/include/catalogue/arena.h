// SPDX-License-Identifier: MIT
// Memory for one answer: allocated piece by piece, freed all at once.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

namespace catalogue {

// The caller of a query owns an arena. All that queries and answers point to lives there, so that they need no
// destructors. Out of memory aborts.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  // Uninitialised bytes, aligned to 8.
  void* take(size_t bytes);
  template <typename T>
  T* take(size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    return static_cast<T*>(take(count * sizeof(T)));
  }

  // A copy that lives as long as the arena.
  std::string_view keep(const std::string_view& text);
  template <typename T>
  std::span<const T> keep(std::span<const T> values) {
    return {static_cast<const T*>(copy(values.data(), values.size_bytes())), values.size()};
  }

  // An array of zeroes that lives as long as the arena.
  template <typename T>
  std::span<T> make(size_t count) {
    return {make_first<T>(count), count};
  }
  // The same array, as its first element.
  template <typename T>
  T* make_first(size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    return static_cast<T*>(zeroes(count * sizeof(T)));
  }

  // Frees all allocations; keeps the memory, in one block.
  void clear();

 private:
  struct Block;

  void* copy(const void* from, size_t bytes);
  void* zeroes(size_t bytes);
  size_t release();

  Block* last_ = nullptr;
  char* at_ = nullptr;
  size_t left_ = 0;
};

}  // namespace catalogue
