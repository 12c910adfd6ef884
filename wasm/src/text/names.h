// SPDX-License-Identifier: MIT
// Short lists of names.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace catalogue {

// Where `name` stands in `names`, or their number.
size_t index_of(std::span<const std::string_view> names, std::string_view name);

}  // namespace catalogue
