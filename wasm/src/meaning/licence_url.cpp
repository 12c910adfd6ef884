// SPDX-License-Identifier: MIT
// The licence that an address names.
#include "meaning/licence_url.h"

#include <algorithm>
#include <bit>

#include "meaning/licence_reading.h"
#include "meaning/licence_words.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

// Host and path in lower case, without scheme, "www.", the host's final dot, query and fragment.
std::string plain_address(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme < 8) url.remove_prefix(scheme + 3);
  if (url.starts_with("//")) url.remove_prefix(2);
  url = url.substr(0, url.find_first_of("?#"));
  std::string plain(url);
  for (char& c : plain) c = to_lower(c);
  if (plain.starts_with("www.")) plain.erase(0, 4);
  const size_t slash = plain.find('/');
  if (slash != std::string::npos && slash > 0 && plain[slash - 1] == '.') plain.erase(slash - 1, 1);
  return plain;
}

bool is_version_character(char c) { return is_digit(c) || c == '.'; }

// The version at the start of `text` ("3.0" of "3.0.html").
std::string_view leading_version(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && is_version_character(text[end])) ++end;
  while (end > 0 && text[end - 1] == '.') --end;
  return text.substr(0, end);
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const size_t slash = path.find('/');
    if (slash != 0) segments.push_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return segments;
}

// The units of "by-nd-nc", in any order, as bits; 0 when a part is no unit.
uint32_t units_of(std::string_view text) {
  const Tokens tokens(text);
  uint32_t units = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.is_symbol(i, '-')) continue;
    const auto match = find_phrase(licence_phrases(), tokens, i);
    if (!match.phrase || match.phrase->kind != LicenceWord::kUnit || match.end != i + 1) return 0;
    units |= 1u << match.phrase->value;
  }
  return units;
}

bool is_port(std::string_view segment) {
  return segment.size() == 2 && segment[0] >= 'a' && segment[0] <= 'z' && segment[1] >= 'a' && segment[1] <= 'z';
}

// The port's own id when SPDX has one ("CC-…-2.0-FR"), else the unported id.
void choose_port(UrlReading& reading, std::string_view port) {
  if (is_port(port)) reading.jurisdiction = port;
  for (std::string& id : reading.ids) {
    const std::string_view ported = known_id(id + "-" + std::string(port));
    if (!ported.empty()) id = ported;
  }
}

// A scheme's path: units [/ version [/ port] [/ deed or legal code]].
UrlReading read_units_path(std::string_view path) {
  UrlReading reading;
  reading.is_licence = true;
  const auto segments = split_path(path);
  if (segments.empty()) return reading;
  const std::string_view version = segments.size() > 1 ? leading_version(segments[1]) : "";
  const uint32_t units = units_of(segments[0]);
  for (const LicenceFamily& family : licence_families())
    if (units != 0 && family.units == units) reading.ids = family_ids(family, version, false);
  if (reading.ids.empty()) {
    const auto retired = retired_units();
    reading.is_retired = std::find(retired.begin(), retired.end(), segments[0]) != retired.end();
  }
  if (segments.size() > 2 && version != "4.0") choose_port(reading, segments[2]);
  // A version that SPDX lists only as ports (2.1) has no unported id.
  if (reading.ids.empty() && segments.size() > 2 && units != 0)
    for (const LicenceFamily& family : licence_families())
      if (family.units == units) {
        const std::string_view id =
            known_id(std::string(family.stem) + "-" + std::string(version) + "-" + std::string(segments[2]));
        if (!id.empty()) reading.ids.emplace_back(id);
      }
  return reading;
}

bool ends_name(std::string_view rest) { return rest.empty() || rest[0] == '/' || rest[0] == '.' || rest[0] == '_'; }

bool read_url_row(const LicenceUrl& row, std::string_view address, UrlReading& reading) {
  if (!address.starts_with(row.before)) return false;
  const std::string_view rest = address.substr(row.before.size());
  const LicenceFamily& family = licence_families()[static_cast<size_t>(row.family)];
  if (row.has_version) {
    reading.ids = family_ids(family, leading_version(rest), false);
    return !leading_version(rest).empty() && !reading.ids.empty();
  }
  if (!ends_name(rest)) return false;
  const auto versions = split_list(family.versions);
  reading.ids = family_ids(family, versions.size() == 1 && !row.is_overview ? versions[0] : "", false);
  return true;
}

// "spdx.org/licenses/MIT.html"
std::string_view id_at(std::string_view address) {
  for (const std::string_view start : id_urls()) {
    if (!address.starts_with(start)) continue;
    std::string_view name = address.substr(start.size());
    if (name.ends_with(".html")) name.remove_suffix(5);
    return known_id(name);
  }
  return {};
}

// Units and version in one segment of a path: "cc-by-sa-4.0", "licence_cc_by.pdf", "by-nc-sa". units is 0 when the
// segment holds any other word.
struct NamedUnits {
  uint32_t units = 0;
  std::string_view version;
  bool has_scheme = false;
};

NamedUnits read_named_units(const Tokens& tokens) {
  NamedUnits named;
  for (size_t i = 0; i < tokens.size();) {
    const auto match = find_phrase(licence_phrases(), tokens, i);
    const bool is_scheme = match.phrase && match.phrase->kind == LicenceWord::kScheme;
    const bool is_unit = match.phrase && match.phrase->kind == LicenceWord::kUnit;
    const bool is_known = is_scheme || is_unit || (match.phrase && match.phrase->kind == LicenceWord::kLabel) ||
                          (match.phrase && match.phrase->kind == LicenceWord::kNoise);
    named.has_scheme |= is_scheme;
    if (is_unit) named.units |= 1u << match.phrase->value;
    if (tokens.is(i, TokenKind::kNumber) && named.units != 0 && named.version.empty()) named.version = tokens.folded(i);
    if (!is_known && tokens.is(i, TokenKind::kWord)) return {};
    i = match.phrase ? match.end : i + 1;
  }
  return named;
}

// An address of another site: its path names a licence, or holds the licence's own address (a web archive).
UrlReading read_elsewhere(std::string_view address) {
  for (const std::string_view start : unit_scheme_urls())
    if (const size_t at = address.find(start, 1); at != std::string_view::npos && address[at - 1] == '/') {
      UrlReading reading = read_units_path(address.substr(at + start.size()));
      reading.is_elsewhere = true;
      return reading;
    }
  UrlReading reading;
  reading.is_elsewhere = true;
  const auto segments = split_path(address);
  for (size_t i = 1; i < segments.size() && reading.ids.empty(); ++i) {
    std::string_view segment = segments[i];
    for (const std::string_view end : {".html", ".htm", ".pdf", ".png", ".svg", ".php", ".md", ".txt"})
      if (segment.ends_with(end)) segment.remove_suffix(end.size());
    const Tokens tokens(segment);
    const NamedUnits named = read_named_units(tokens);
    std::string version(named.version);
    if (version.empty() && i + 1 < segments.size()) version = leading_version(segments[i + 1]);
    if (!named.has_scheme && std::popcount(named.units) < 2) continue;
    for (const LicenceFamily& family : licence_families())
      if (named.units != 0 && family.units == named.units) reading.ids = family_ids(family, version, false);
  }
  return reading;
}

}  // namespace

UrlReading read_licence_url(std::string_view url) {
  if (url.empty()) return {};
  const std::string address = plain_address(url);
  for (const std::string_view start : unit_scheme_urls()) {
    if (!address.starts_with(start)) continue;
    UrlReading reading = read_units_path(std::string_view(address).substr(start.size()));
    if (!reading.ids.empty() || reading.is_retired) return reading;
    UrlReading named = read_elsewhere(address);  // ".../licenses/cc-by-sa-4.0/"
    named.is_licence = true;
    named.is_elsewhere = false;
    return named;
  }
  UrlReading reading;
  if (const std::string_view id = id_at(address); !id.empty()) reading.ids.emplace_back(id);
  for (const LicenceUrl& row : licence_urls())
    if (reading.ids.empty() && !read_url_row(row, address, reading)) reading.ids.clear();
  if (reading.ids.empty()) reading = read_elsewhere(address);
  reading.is_licence = !reading.ids.empty();
  return reading;
}

bool is_licence_url(std::string_view url) {
  const UrlReading reading = read_licence_url(url);
  return reading.is_licence && !reading.is_elsewhere;
}

}  // namespace catalogue
