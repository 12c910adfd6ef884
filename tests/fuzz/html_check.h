// SPDX-License-Identifier: MIT
// Whether HTML is what our templates write: whatever values hold, they add no tag, no attribute and no script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "require.h"

namespace catalogue {

class HtmlCheck {
 public:
  explicit HtmlCheck(std::string_view html) : rest_(html) {}

  // Every element is closed, in order, and none is one that runs or loads something.
  void run() {
    while (!rest_.empty()) {
      const size_t tag = rest_.find('<');
      require(rest_.substr(0, tag).find('>') == std::string_view::npos);
      if (tag == std::string_view::npos) break;
      rest_.remove_prefix(tag + 1);
      read_tag();
    }
    require(open_.empty());
  }

 private:
  static bool is_name(char c) {
    const char lower = static_cast<char>(c | 0x20);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  char next() const {
    require(!rest_.empty());
    return rest_[0];
  }

  bool take(char c) {
    if (next() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view name() {
    size_t size = 0;
    while (size < rest_.size() && is_name(rest_[size])) ++size;
    const std::string_view taken = rest_.substr(0, size);
    require(size > 0);
    rest_.remove_prefix(size);
    return taken;
  }

  void read_tag() {
    if (take('/')) {
      require(!open_.empty() && open_.back() == name() && take('>'));
      open_.pop_back();
      return;
    }
    const std::string_view element = name();
    for (const std::string_view forbidden : {"script", "style", "iframe", "object", "embed", "base", "meta", "link"})
      require(element != forbidden);
    while (take(' ')) read_attribute();
    const bool is_void = take('/');
    require(take('>'));
    if (!is_void && !is_void_element(element)) open_.push_back(element);
  }

  static bool is_void_element(std::string_view element) {
    return element == "input" || element == "br" || element == "hr" || element == "img";
  }

  void read_attribute() {
    const std::string_view attribute = name();
    require(!attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc");
    if (!take('=')) return;
    require(take('"'));
    const size_t end = rest_.find('"');
    require(end != std::string_view::npos);
    const std::string_view value = rest_.substr(0, end);
    require(value.find('<') == std::string_view::npos);
    if (attribute == "href" || attribute == "src" || attribute == "action") require_safe(value);
    rest_.remove_prefix(end + 1);
  }

  // Relative, or of a scheme that a browser does not run. Browsers leave out spaces and controls before an address.
  static void require_safe(std::string_view url) {
    while (!url.empty() && static_cast<unsigned char>(url[0]) <= ' ') url.remove_prefix(1);
    const size_t colon = url.find(':');
    if (colon == std::string_view::npos || url.find_first_of("/?#") < colon) return;
    std::string scheme(url.substr(0, colon));
    for (char& c : scheme) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    require(scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel");
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
};

inline void require_our_html(std::string_view html) { HtmlCheck(html).run(); }

}  // namespace catalogue
