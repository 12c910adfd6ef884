// SPDX-License-Identifier: MIT
// The one writer of HTML: escapes by default, lets through no link that could run.
#include "catalogue/html_writer.h"

namespace catalogue {
namespace {

// null: the character stands for itself.
const char* entity_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return static_cast<unsigned char>(c) < 0x20 ? " " : nullptr;
  }
}

constexpr size_t kLongestScheme = 6;

}  // namespace

bool is_safe_url(std::string_view url) {
  size_t at = 0;
  while (at < url.size() && static_cast<unsigned char>(url[at]) <= 0x20) ++at;
  char scheme[kLongestScheme + 1];
  size_t size = 0;
  for (; at < url.size(); ++at) {
    const char c = url[at];
    if (c == '/' || c == '?' || c == '#') return true;  // no scheme can follow
    if (c == ':') {
      const std::string_view name(scheme, size);
      return name == "http" || name == "https" || name == "mailto";
    }
    if (c == '\t' || c == '\n' || c == '\r') continue;
    if (size <= kLongestScheme) scheme[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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
