// SPDX-License-Identifier: MIT
// The filter without script: one or two CSS rules per choice.
//
// A checked choice of a facet where one answer or every answer counts (durations, rights) hides
// the items that do not hold it. Where any checked choice is enough (licences, levels), "some choice is
// checked" sets --licence: none on every item and each checked choice sets it back to its initial,
// invalid value on the items that hold it, so that display falls back to the next facet's, at last to list-item.
#include "render/static_style.h"

#include "render/choices.h"
#include "wording/messages.h"

namespace catalogue {
namespace {

// Matches the list inside the element, until the core takes over.
constexpr std::string_view kScope = "catalogue-formations:not([data-ready])";

// A quoted CSS string. Characters that could end it, or the style sheet, are escaped.
void append_string(std::string& css, std::string_view value) {
  static constexpr char kHex[] = "0123456789abcdef";
  css += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '"' || c == '\\' || c == '<' || byte == 0x7f) {
      css += '\\';
      if (byte >= 16) css += kHex[byte >> 4];
      css += kHex[byte & 15];
      css += ' ';
    } else {
      css += c;
    }
  }
  css += '"';
}

void append_checked(std::string& css, std::string_view key, std::string_view value) {
  css.append(kScope).append(":has([name=").append(key).append("]");
  if (!value.empty()) {
    css += "[value=";
    append_string(css, value);
    css += ']';
  }
  css += ":checked) li[data-id]";
}

void append_needed(std::string& css, std::string_view key, std::string_view value) {
  append_checked(css, key, value);
  css.append(":not([data-").append(key).append("~=");
  append_string(css, value);
  css += "]){display:none}\n";
}

void append_sufficient(std::string& css, std::string_view key, std::string_view value) {
  append_checked(css, key, value);
  css.append("[data-").append(key).append("~=");
  append_string(css, value);
  css.append("]{--").append(key).append(":initial}\n");
}

// Of durations one can be chosen, and each right is needed.
bool is_any_enough(std::string_view key) {
  return key != facet_key(Facet::kDuration) && key != facet_key(Facet::kRight);
}

// "var(--licence,var(--niveau,list-item))", of the facets that have choices.
std::string display_of(std::span<const Choices> groups) {
  std::string display;
  size_t depth = 0;
  for (const Choices& group : groups) {
    if (!is_any_enough(group.key) || group.choices.size == 0) continue;
    display.append("var(--").append(group.key).append(",");
    ++depth;
  }
  return display.append("list-item").append(depth, ')');
}

void append_group(std::string& css, const Choices& group) {
  const bool is_any = is_any_enough(group.key);
  if (is_any && group.choices.size > 0) {
    append_checked(css, group.key, {});
    css.append("{--").append(group.key).append(":none}\n");
  }
  for (const Choice& choice : group.choices) {
    if (choice.value.empty()) continue;  // any duration
    if (is_any) {
      append_sufficient(css, group.key, choice.value);
    } else {
      append_needed(css, group.key, choice.value);
    }
  }
}

// Shows the panel instead of the links, and a live count instead of the written one. The count is generated
// after the list: a CSS counter counts what comes before it.
void append_frame(std::string& css, const Catalogue& catalogue, const std::string& display) {
  const std::string scope(kScope);
  const std::string active = scope + ":has(.catalogue-panel :checked:not([value=\"\"]))";
  css.append(scope).append(" .catalogue-panel{display:block}\n");
  css.append(scope).append(" .catalogue-links{display:none}\n");
  css.append(scope).append(" li[data-id]{display:").append(display).append(";counter-increment:shown}\n");
  css.append(scope).append(" .catalogue-results{counter-reset:shown}\n");
  css.append(scope).append(":not(:has(.catalogue-panel :checked:not([value=\"\"]))) .catalogue-clear{display:none}\n");
  css.append(active).append(" .catalogue-status{visibility:hidden}\n");
  css.append(active).append(" .catalogue-results::after{content:");
  append_string(css, text_of(catalogue.language(), Text::kRung1Count));
  css += " counter(shown)}\n";
}

}  // namespace

std::string render_static_style(const Scene& scene) {
  Choices groups[std::size(kStaticFacets)];
  for (size_t i = 0; i < std::size(kStaticFacets); ++i) list_choices(scene, kStaticFacets[i], groups[i]);
  std::string css = "@supports selector(:has(*)){\n";
  append_frame(css, scene.catalogue, display_of(groups));
  for (const Choices& group : groups) append_group(css, group);
  return css += "}\n";
}

}  // namespace catalogue
