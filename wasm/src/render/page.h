// SPDX-License-Identifier: MIT
// What every piece of the page is written with: tags by role, texts by name, ids by prefix.
#pragma once

#include <string_view>

#include "catalogue/html_writer.h"
#include "catalogue/render.h"
#include "catalogue/texts.h"
#include "render/roles.h"

namespace catalogue {

// A chain of writes to one HTML string. Methods that leave a start tag open end in `_tag`: more
// attributes may follow, then close it with `end()`.
class Page {
 public:
  Page(const Catalogue& catalogue, const RenderOptions& options)
      : catalogue(catalogue), options(options), language(catalogue.language()) {}

  // "<name class=… part=…": still open for attributes.
  Page& open_tag(std::string_view name, const Role& role);
  Page& end() { return raw(">"); }
  // A whole start tag.
  Page& open(std::string_view name, const Role& role) { return open_tag(name, role).end(); }
  Page& close(std::string_view name) { return raw("</").raw(name).raw(">"); }

  // A <div> that only the DSFR asks for, and its end.
  Page& wrap(const Role& role) { return is_dsfr() ? open("div", role) : *this; }
  Page& unwrap(int levels = 1);

  Page& raw(std::string_view markup) {
    out.raw(markup);
    return *this;
  }
  Page& text(std::string_view data) {
    out.text(data);
    return *this;
  }
  Page& attribute(std::string_view name, std::string_view value) {
    out.attribute(name, value);
    return *this;
  }
  Page& say(Text text, const TextArguments& arguments = {}) {
    return this->text(text_of(language, text, arguments));
  }
  Page& say_in(std::string_view attribute, Text text, const TextArguments& arguments = {}) {
    return this->attribute(attribute, text_of(language, text, arguments));
  }

  // ` attribute="{id_prefix}{key}-{value}"`; `value` may be any data: it is made fit for an id.
  Page& id_in(std::string_view attribute, std::string_view key, std::string_view value = {});

  // "<h3" or "</h3" without its '>'.
  Page& heading(std::string_view start, int deeper = 0);

  bool is_dsfr() const { return options.skin == Skin::kDsfr; }
  std::string take() { return out.take(); }

  HtmlWriter out;
  const Catalogue& catalogue;
  const RenderOptions& options;
  const Language language;
};

}  // namespace catalogue
