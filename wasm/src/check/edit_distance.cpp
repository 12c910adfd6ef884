// SPDX-License-Identifier: MIT
// How far two short texts are from each other: the band of the distance matrix within the bound.
#include "check/edit_distance.h"

#include <algorithm>
#include <array>

namespace catalogue {
namespace {

using Row = std::array<size_t, kMaxCompared + 1>;

size_t cell(std::string_view a, std::string_view b, size_t i, size_t j, const Row& above2, const Row& above,
            const Row& row) {
  size_t best = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
  const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
  if (is_swap) best = std::min(best, above2[j - 2] + 1);
  return best;
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b, size_t bound) {
  const size_t far = bound + 1;
  if (a.size() > kMaxCompared || b.size() > kMaxCompared) return far;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > bound) return far;
  Row above2{};
  Row above{};
  Row row{};
  for (size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row.fill(far);
    row[0] = i;
    const size_t first = i > bound ? i - bound : 1;
    const size_t last = std::min(b.size(), i + bound);
    size_t least = i <= bound ? i : far;
    for (size_t j = first; j <= last; ++j) {
      row[j] = cell(a, b, i, j, above2, above, row);
      least = std::min(least, row[j]);
    }
    if (least > bound) return far;
    above2 = above;
    above = row;
  }
  return std::min(above[b.size()], far);
}

}  // namespace catalogue
