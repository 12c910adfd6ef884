// SPDX-License-Identifier: MIT
// The path of a choice's page. It depends on the choice alone, so that an address stays valid.
#include <algorithm>
#include <array>

#include "catalogue/facet.h"
#include "catalogue/render.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/hash.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

constexpr size_t kMaxName = 64;
constexpr size_t kMaxHashedSlug = 40;
constexpr size_t kHashDigits = 8;

bool is_letter_or_digit(char c) { return is_lower(c) || is_digit(c); }

// "-30", "240-": a range with an open side. Its label is clearer.
bool is_open_range(std::string_view key, std::string_view value) {
  if (key != facet_key(Facet::kDuration) || value.size() < 2) return false;
  return (value.front() == '-' || value.back() == '-') &&
         std::all_of(value.begin(), value.end(), [](char c) { return c == '-' || is_digit(c); });
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

// Windows reserves these names for devices, in any case and with any extension ("con.txt").
bool is_device(std::string_view name) {
  const std::string_view stem = name.substr(0, name.find('.'));
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && is_digit(stem[3]);
}

// Whether a name looks like a hashed one. Plain names must not.
bool ends_like_a_hash(std::string_view name) {
  if (name.size() < kHashDigits) return false;
  const std::string_view end = name.substr(name.size() - kHashDigits);
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  const bool is_apart = name.size() == kHashDigits || name[name.size() - kHashDigits - 1] == '-';
  return is_apart && std::all_of(end.begin(), end.end(), is_hex);
}

// Letters, digits, hyphens and dots that every file system and address keeps as they are.
bool is_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxName || is_device(name) || ends_like_a_hash(name)) return false;
  if (!is_letter_or_digit(name.front()) || !is_letter_or_digit(name.back())) return false;
  return name.find("..") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; });
}

// Whether no other value has the same lower case: `value` is a licence as SPDX writes it, or is in lower case and no
// spelling of a licence.
bool is_alone_in_lower_case(std::string_view value, std::string_view lower) {
  const LicenceSpelling spelling = spelling_of_licence(value);
  return spelling == LicenceSpelling::kStandard || (spelling == LicenceSpelling::kUnlisted && value == lower);
}

// The start of the value's slug, for readers, and the value's hash (FNV-1a, 32 bits).
std::string hashed_name(std::string_view value) {
  std::string name;
  for (const char c : slug_of(value)) {
    const bool is_kept = is_letter_or_digit(c) || (c == '-' && !name.empty() && name.back() != '-');
    if (is_kept && name.size() < kMaxHashedSlug) name += c;
  }
  if (!name.empty() && name.back() != '-') name += '-';
  const uint32_t hash = fnv1a(value);
  for (int shift = 28; shift >= 0; shift -= 4) name += "0123456789abcdef"[hash >> shift & 15];
  return name;
}

}  // namespace

std::string static_page_path(std::string_view key, std::string_view value, std::string_view label) {
  const std::string folder = std::string(key).append("/");
  if (is_open_range(key, value)) return folder + slug_of(label) + "/";
  const std::string lower = lower_case(value);
  const bool is_plain = is_name(lower) && is_alone_in_lower_case(value, lower);
  return folder + (is_plain ? lower : hashed_name(value)) + "/";
}

}  // namespace catalogue
