// SPDX-License-Identifier: MIT
// What a query calls each order.
#pragma once

#include <array>
#include <string_view>

#include "catalogue/query.h"

namespace catalogue {

// In the order of the enum; the order of the source has no name.
inline constexpr std::array<std::string_view, 6> kSortNames = {"",      "pertinence", "titre",
                                                               "duree", "-duree",     "organisme"};

constexpr std::string_view sort_name(Sort sort) { return kSortNames[static_cast<size_t>(sort)]; }

}  // namespace catalogue
