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
  std::array<Row, 3> rows;  // the row in hand and the two above it, in turn
  for (size_t j = 0; j <= std::min(b.size(), bound + 1); ++j) rows[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    Row& row = rows[i % 3];
    const size_t first = i > bound ? i - bound : 1;
    const size_t last = std::min(b.size(), i + bound);
    row[first - 1] = first == 1 ? i : far;  // the cells on both sides of the band
    if (last < b.size()) row[last + 1] = far;
    size_t least = first == 1 ? i : far;
    for (size_t j = first; j <= last; ++j) {
      row[j] = cell(a, b, i, j, rows[(i + 1) % 3], rows[(i + 2) % 3], row);
      least = std::min(least, row[j]);
    }
    if (least > bound) return far;
  }
  return std::min(rows[a.size() % 3][b.size()], far);
}

}  // namespace catalogue
