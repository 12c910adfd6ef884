// SPDX-License-Identifier: MIT
// Short immutable lists in an arena: a change makes a new list.
#pragma once

#include <cstddef>
#include <span>

#include "catalogue/arena.h"

namespace catalogue {

struct Items {
  const void* start;
  size_t count;
  size_t size;  // of one, in bytes
};

// A copy of the items with `added` inserted at index `at`.
const void* insert(const Items& items, size_t at, const void* added, Arena& arena);

// The list with `value` appended.
template <typename T>
std::span<const T> with_last(std::span<const T> list, const T& value, Arena& arena) {
  return {static_cast<const T*>(insert({list.data(), list.size(), sizeof(T)}, list.size(), &value, arena)),
          list.size() + 1};
}

// A sorted list without duplicates, with `value` inserted.
template <typename T>
std::span<const T> with(std::span<const T> list, const T& value, Arena& arena) {
  size_t at = list.size();  // from the end: values mostly come in ascending order
  while (at > 0 && value < list[at - 1]) --at;
  if (at > 0 && !(list[at - 1] < value)) return list;
  return {static_cast<const T*>(insert({list.data(), list.size(), sizeof(T)}, at, &value, arena)), list.size() + 1};
}

}  // namespace catalogue
