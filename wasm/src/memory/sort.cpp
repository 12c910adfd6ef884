// SPDX-License-Identifier: MIT
// A stable merge sort of numbers, and a stable radix sort by key.
#include "memory/sort.h"

namespace catalogue {
namespace {

// Two sorted runs side by side: begin to middle, middle to end.
struct Runs {
  uint32_t begin;
  uint32_t middle;
  uint32_t end;
};

void merge(const uint32_t* from, const Runs& runs, uint32_t* to, Precedes precedes, const void* context) {
  uint32_t left = runs.begin;
  uint32_t right = runs.middle;
  for (uint32_t at = runs.begin; at < runs.end; ++at) {
    const bool takes_right = left == runs.middle || (right < runs.end && precedes(context, from[right], from[left]));
    to[at] = from[takes_right ? right++ : left++];
  }
}

// The numbers 0 to count - 1.
Column<uint32_t> all_numbers(uint32_t count) {
  Column<uint32_t> numbers(count);
  for (uint32_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

}  // namespace

Column<uint32_t> sorted_numbers(uint32_t count, Precedes precedes, const void* context) {
  Column<uint32_t> order = all_numbers(count);
  Column<uint32_t> merged(count);
  for (uint32_t width = 1; width < count; width *= 2) {
    for (uint32_t begin = 0; begin < count; begin += 2 * width) {
      const uint32_t middle = count - begin < width ? count : begin + width;
      const uint32_t end = count - begin < 2 * width ? count : begin + 2 * width;
      merge(order.data(), {begin, middle, end}, merged.data(), precedes, context);
    }
    order.swap(merged);
  }
  return order;
}

Column<uint32_t> sorted_by_key(const Column<uint32_t>& keys) {
  constexpr uint32_t kDigits = 1 << 11;
  const auto count = static_cast<uint32_t>(keys.size());
  Column<uint32_t> order = all_numbers(count);
  Column<uint32_t> next(count);
  Column<uint32_t> first;
  for (uint32_t shift = 0; shift < 32; shift += 11) {
    first.clear();
    first.resize(kDigits + 1);
    for (const uint32_t key : keys) ++first[(key >> shift) % kDigits + 1];
    for (uint32_t i = 0; i < kDigits; ++i) first[i + 1] += first[i];
    for (const uint32_t i : order) next[first[(keys[i] >> shift) % kDigits]++] = i;
    order.swap(next);
  }
  return order;
}

}  // namespace catalogue
