// SPDX-License-Identifier: MIT
// One sort for all types: a template would cost kilobytes per type.
#pragma once

#include <cstdint>

#include "memory/column.h"

namespace catalogue {

// Whether item `a` comes before item `b`.
using Precedes = bool (*)(const void* context, uint32_t a, uint32_t b);

// The numbers 0 to count - 1, sorted by `precedes`. Stable; n log n.
Column<uint32_t> sorted_numbers(uint32_t count, Precedes precedes, const void* context);

}  // namespace catalogue
