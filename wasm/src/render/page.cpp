// SPDX-License-Identifier: MIT
// What every piece of the page is written with: tags by role, texts by name, ids by prefix.
#include "render/page.h"

namespace catalogue {
namespace {

bool is_id_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Page& Page::open_tag(std::string_view name, const Role& role) {
  raw("<").raw(name);
  const std::string_view dsfr = is_dsfr() ? role.dsfr : std::string_view();
  if (role.own.empty() && dsfr.empty()) return *this;
  raw(" class=\"");
  if (!role.own.empty()) raw("catalogue-").raw(role.own);
  if (!role.own.empty() && !dsfr.empty()) raw(" ");
  raw(dsfr).raw("\"");
  if (!role.own.empty() && !is_dsfr()) raw(" part=\"").raw(role.own).raw("\"");
  return *this;
}

Page& Page::unwrap(int levels) {
  for (; is_dsfr() && levels > 0; --levels) close("div");
  return *this;
}

Page& Page::id_in(std::string_view attribute, std::string_view key, std::string_view value) {
  raw(" ").raw(attribute).raw("=\"").text(options.id_prefix).raw(key);
  if (!value.empty()) raw("-");
  for (const char& c : value) raw(is_id_character(c) ? std::string_view(&c, 1) : "_");
  return raw("\"");
}

Page& Page::heading(std::string_view start, int deeper) {
  int level = options.heading_level + deeper;
  if (level < 1) level = 1;
  if (level > 6) level = 6;
  raw(start).raw("h");
  out.number(static_cast<uint32_t>(level));
  return *this;
}

}  // namespace catalogue
