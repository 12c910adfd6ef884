// SPDX-License-Identifier: MIT
// The one writer of HTML: escapes by default, lets through no link that could run.
#include "render/html_writer.h"

#include <cstdint>

namespace catalogue {
namespace {

// null: the character stands for itself.
const char* entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return static_cast<unsigned char>(c) < 0x20 ? " " : nullptr;
  }
}

// Up to seven characters in one number, the first in its highest byte that is not zero.
constexpr uint64_t packed(std::string_view name) {
  uint64_t number = 0;
  for (const char c : name) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

}  // namespace

bool is_safe_url(std::string_view url) {
  uint64_t scheme = 0;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= ' ' && (scheme == 0 || c == '\t' || c == '\n' || c == '\r')) continue;
    if (c == '/' || c == '?' || c == '#') return true;  // no scheme can follow
    if (c == ':') return scheme == packed("http") || scheme == packed("https") || scheme == packed("mailto");
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (scheme < packed("\1\1\1\1\1\1\1")) scheme = scheme << 8 | static_cast<unsigned char>(lower);
  }
  return true;
}

HtmlWriter& HtmlWriter::text(std::string_view data) {
  for (const char c : data) {
    const char* const entity = entity_of(c);
    if (entity) {
      out_.write(std::string_view(entity));
    } else {
      out_.write(c);
    }
  }
  return *this;
}

HtmlWriter& HtmlWriter::attribute(std::string_view name, std::string_view value) {
  return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
}

bool HtmlWriter::href(std::string_view url) {
  if (url.empty() || !is_safe_url(url)) return false;
  attribute("href", url);
  return true;
}

}  // namespace catalogue
