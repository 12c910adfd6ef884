// SPDX-License-Identifier: MIT
// The one writer of HTML: escapes by default, lets through no link that could run.
#include "catalogue/html_writer.h"

namespace catalogue {
namespace {

std::string_view entity_of(char c) {
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
      return static_cast<unsigned char>(c) < 0x20 ? std::string_view(" ") : std::string_view();
  }
}

bool is_ignored_in_url(char c) { return c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool is_safe_url(std::string_view url) {
  size_t at = 0;
  while (at < url.size() && static_cast<unsigned char>(url[at]) <= 0x20) ++at;
  std::string scheme;
  for (; at < url.size(); ++at) {
    const char c = url[at];
    if (c == '/' || c == '?' || c == '#') return true;  // no scheme can follow
    if (c == ':') return scheme == "http" || scheme == "https" || scheme == "mailto";
    if (is_ignored_in_url(c)) continue;
    scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return true;
}

HtmlWriter& HtmlWriter::text(std::string_view data) {
  size_t start = 0;
  for (size_t at = 0; at < data.size(); ++at) {
    const std::string_view entity = entity_of(data[at]);
    if (entity.empty()) continue;
    out_ += data.substr(start, at - start);
    out_ += entity;
    start = at + 1;
  }
  out_ += data.substr(start);
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

HtmlWriter& HtmlWriter::number(uint32_t value) {
  if (value >= 10) number(value / 10);
  out_ += static_cast<char>('0' + value % 10);
  return *this;
}

}  // namespace catalogue
