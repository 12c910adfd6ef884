// SPDX-License-Identifier: MIT
// Letters and digits of ASCII, whatever the locale.
#pragma once

namespace catalogue {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }
constexpr bool is_letter(char c) { return is_lower(to_lower(c)); }

}  // namespace catalogue
