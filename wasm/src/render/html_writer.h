// SPDX-License-Identifier: MIT
// The one writer of HTML: escapes by default, lets through no link that could run.
#pragma once

#include <string_view>

#include "text/output.h"

namespace catalogue {

// Appends to one growing block. UTF-8 in, UTF-8 out; U+0000 to U+001F in data become spaces.
class HtmlWriter {
 public:
  // Markup that this source wrote, never data.
  HtmlWriter& raw(std::string_view markup) {
    out_.write(markup);
    return *this;
  }

  // Data as text, or as a part of a quoted attribute value.
  HtmlWriter& text(std::string_view data);

  // ` name="value"`; `name` is ours, `value` is data.
  HtmlWriter& attribute(std::string_view name, std::string_view value);

  // ` href="url"`, or nothing when the url is not safe or empty. Returns whether it was written.
  bool href(std::string_view url);

  // What was written; valid until the next write.
  std::string_view view() const { return out_.view(); }

 private:
  Output out_;
};

}  // namespace catalogue
