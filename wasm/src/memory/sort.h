// SPDX-License-Identifier: MIT
// One sort for everything that is put in order: a template per type would cost kilobytes each.
#pragma once

#include <cstdint>

#include "memory/column.h"

namespace catalogue {

// Whether item `a` comes before item `b`.
using Precedes = bool (*)(const void* context, uint32_t a, uint32_t b);

// The numbers 0 to count - 1 in the order of `precedes`; equal ones keep theirs. n log n.
Column<uint32_t> sorted_numbers(uint32_t count, Precedes precedes, const void* context);

// The numbers 0 to keys.size() - 1 by ascending key; equal ones keep their order. Linear.
Column<uint32_t> sorted_by_key(const Column<uint32_t>& keys);

}  // namespace catalogue
