// SPDX-License-Identifier: MIT
// Schemes of links, compared as numbers: less code for visitors than comparing strings.
#include "text/link.h"

#include "link_schemes.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

constexpr size_t kLongestScheme = 6;  // one less than fits: a longer name must not be cut to a known one

// Up to seven characters in one number, the first in its highest byte that is not zero.
constexpr uint64_t packed(std::string_view name) {
  uint64_t number = 0;
  for (const char c : name) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

template <size_t kCount>
constexpr bool holds(const std::string_view (&schemes)[kCount], uint64_t scheme) {
  for (const std::string_view known : schemes) {
    if (packed(known) == scheme) return true;
  }
  return false;
}

template <size_t kCount>
constexpr bool fit(const std::string_view (&schemes)[kCount]) {
  for (const std::string_view known : schemes) {
    if (known.size() > kLongestScheme) return false;
  }
  return true;
}
static_assert(fit(generated::kWebSchemes) && fit(generated::kContactSchemes));

LinkKind kind_of(uint64_t scheme) {
  if (holds(generated::kWebSchemes, scheme)) return LinkKind::kWeb;
  return holds(generated::kContactSchemes, scheme) ? LinkKind::kContact : LinkKind::kUnsafe;
}

}  // namespace

LinkKind link_kind(std::string_view url) {
  uint64_t scheme = 0;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= ' ' && (scheme == 0 || c == '\t' || c == '\n' || c == '\r')) continue;
    if (c == '/' || c == '?' || c == '#') break;  // no scheme can follow
    if (c == ':') return kind_of(scheme);
    if (scheme < packed("\1\1\1\1\1\1\1")) scheme = scheme << 8 | static_cast<unsigned char>(to_lower(c));
  }
  return LinkKind::kRelative;
}

}  // namespace catalogue
