// SPDX-License-Identifier: MIT
// Which addresses a page may link to: data/tables/links.json lists their schemes.
#pragma once

#include <cstdint>
#include <string_view>

namespace catalogue {

// kRelative: without a scheme. kWeb: a page. kContact: a person. kUnsafe: any other scheme; it may run code.
enum class LinkKind : uint8_t { kRelative, kWeb, kContact, kUnsafe };

// Reads `url` as browsers do: controls and spaces before it, tabs and line ends within it are ignored.
LinkKind link_kind(std::string_view url);

inline bool is_safe_link(std::string_view url) { return link_kind(url) != LinkKind::kUnsafe; }

// Safe, and not to a person.
inline bool is_page_link(std::string_view url) { return link_kind(url) <= LinkKind::kWeb; }

}  // namespace catalogue
