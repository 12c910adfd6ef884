// SPDX-License-Identifier: MIT
// Promises of the HTML writer: nothing that comes as data becomes markup, no link runs a script.
#include "render/html_writer.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

TEST(HtmlWriter, escapes_every_character_that_could_end_a_text_or_an_attribute) {
  HtmlWriter out;
  out.raw("<p").attribute("title", "\"><script>'&").raw(">").text("<b>\"'&").raw("</p>");
  EXPECT_EQ(out.view(), "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">&lt;b&gt;&quot;&#39;&amp;</p>");
}

TEST(HtmlWriter, keeps_utf8_and_turns_controls_into_spaces) {
  HtmlWriter out;
  out.text(std::string_view("\xC3\xA9\0\x1F\xE2\x80\xAF", 7));
  EXPECT_EQ(out.view(), "\xC3\xA9  \xE2\x80\xAF");
}

TEST(HtmlWriter, writes_a_link_only_for_an_allowed_scheme) {
  for (const std::string_view url : {"https://a.fr/", "HTTP://a.fr", "mailto:a@b.fr", "/contact", "page.html#x",
                                     "?q=a:b", "//a.fr/x", "  https://a.fr", "ht\ntps://a.fr", "./a:b"}) {
    HtmlWriter out;
    EXPECT_TRUE(out.href(url)) << url;
    EXPECT_NE(out.view().find("href="), std::string::npos) << url;
  }
}

TEST(HtmlWriter, refuses_schemes_that_run_or_are_not_known) {
  for (const std::string_view url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:x", " data:text/html,x",
        "vbscript:x", "blob:https://a", "file:///etc", "ftp://a", ":x", "https\xC2\xA0:x", ""}) {
    HtmlWriter out;
    EXPECT_FALSE(out.href(url)) << url;
    EXPECT_EQ(out.view(), "") << url;
  }
}

}  // namespace
}  // namespace catalogue
