// SPDX-License-Identifier: MIT
// The one writer of HTML: escapes by default, lets through no link that could run.
#include "render/html_writer.h"

#include "text/link.h"

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

}  // namespace

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
  if (url.empty() || !is_safe_link(url)) return false;
  attribute("href", url);
  return true;
}

}  // namespace catalogue
