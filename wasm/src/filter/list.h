// SPDX-License-Identifier: MIT
// Short lists of plain values in an arena: changed by making another, so that copies stay apart.
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

// A copy of the items with `added` at place `at`.
const void* insert(const Items& items, size_t at, const void* added, Arena& arena);

// The list with `value` at its end.
template <typename T>
std::span<const T> with_last(std::span<const T> list, const T& value, Arena& arena) {
  return {static_cast<const T*>(insert({list.data(), list.size(), sizeof(T)}, list.size(), &value, arena)),
          list.size() + 1};
}

// An ascending list without repeats, with `value` in its place.
template <typename T>
std::span<const T> with(std::span<const T> list, const T& value, Arena& arena) {
  size_t at = list.size();  // from the end: values come in order more often than not
  while (at > 0 && value < list[at - 1]) --at;
  if (at > 0 && !(list[at - 1] < value)) return list;
  return {static_cast<const T*>(insert({list.data(), list.size(), sizeof(T)}, at, &value, arena)), list.size() + 1};
}

}  // namespace catalogue
