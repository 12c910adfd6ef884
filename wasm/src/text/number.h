// SPDX-License-Identifier: MIT
// Small decimal numbers, without the C library.
#pragma once

#include <cstdint>
#include <string_view>

namespace catalogue {

// The number that `digits` write (decimal, at most 9 of them), or -1.
int32_t parse_number(const std::string_view& digits);

// What a hexadecimal digit of any case stands for, or -1.
int32_t hex_digit(char c);

}  // namespace catalogue
