// SPDX-License-Identifier: MIT
// Finds pairs of texts that differ by a typo.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace catalogue {

// Pairs of indexes of texts (folded) that differ but are within typos_allowed for each other. Texts
// that differ by digits alone ("niveau 1", "niveau 2") or by a word of one or two letters are no slip. Each pair once,
// in no fixed order. Compares each text with its neighbours in the alphabet, read forwards and backwards, so that a
// slip at either end is found. Cost: n log n.
std::vector<std::pair<size_t, size_t>> near_pairs(const std::vector<std::string>& texts);

}  // namespace catalogue
