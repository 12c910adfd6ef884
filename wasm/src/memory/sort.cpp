// SPDX-License-Identifier: MIT
// A stable merge sort.
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

}  // namespace

Column<uint32_t> sorted_numbers(uint32_t count, Precedes precedes, const void* context) {
  Column<uint32_t> order(count);
  for (uint32_t i = 0; i < count; ++i) order[i] = i;
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

}  // namespace catalogue
