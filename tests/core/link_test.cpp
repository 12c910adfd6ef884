// SPDX-License-Identifier: MIT
// Promises of links: a link that a browser would run, or that has an unknown scheme, is refused however it is
// disguised.
#include "text/link.h"

#include <gtest/gtest.h>

namespace catalogue {
namespace {

TEST(Link, without_a_scheme_is_relative) {
  for (const std::string_view url : {"/contact", "page.html#x", "?q=a:b", "//a.fr/x", "./a:b", "#a:b", ""}) {
    EXPECT_EQ(link_kind(url), LinkKind::kRelative) << url;
  }
}

TEST(Link, leads_to_a_page_or_to_a_person) {
  for (const std::string_view url : {"https://a.fr/", "HTTP://a.fr", "  https://a.fr", "ht\ntps://a.fr"}) {
    EXPECT_EQ(link_kind(url), LinkKind::kWeb) << url;
    EXPECT_TRUE(is_page_link(url)) << url;
  }
  for (const std::string_view url : {"mailto:a@b.fr", "tel:+33123456789", "TEL:15"}) {
    EXPECT_EQ(link_kind(url), LinkKind::kContact) << url;
    EXPECT_TRUE(is_safe_link(url) && !is_page_link(url)) << url;
  }
}

TEST(Link, is_unsafe_with_any_other_scheme) {
  for (const std::string_view url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:x", " data:text/html,x",
        "vbscript:x", "blob:https://a", "file:///etc", "ftp://a", ":x", "https\xC2\xA0:x", "mailtoo:a", "httpshttps:a",
        "telephone:1"}) {
    EXPECT_EQ(link_kind(url), LinkKind::kUnsafe) << url;
  }
}

}  // namespace
}  // namespace catalogue
