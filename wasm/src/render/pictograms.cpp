// SPDX-License-Identifier: MIT
// Small drawings of our own that go with words, never instead of them.
#include "render/pictograms.h"

namespace catalogue {
namespace {

// Strokes on a square of 16 units.
std::string_view strokes_of(std::string_view right) {
  if (right == "commercial") return "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M10 6a2.5 2.5 0 1 0 0 4M5 7.3h3.5M5 8.8h3.5";
  if (right == "modification") return "M3 13l.6-3L11 2.6 13.4 5 6 12.4zM9.3 4.3l2.4 2.4";
  if (right == "partage") return "M4 8l8-4.5M4 8l8 4.5M2.5 8a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10.5 3.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10.5 12.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0";
  if (right == "libre") return "M3 7.5h10V14H3zM5.5 7.5V5a2.5 2.5 0 0 1 4.9-.8M8 10v1.5";
  return {};
}

}  // namespace

void write_right_pictogram(Page& page, std::string_view right) {
  const std::string_view strokes = strokes_of(right);
  if (strokes.empty()) return;
  page.open_tag("svg", role::kPictogram).raw(" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path d=\"");
  page.raw(strokes).raw("\"/></svg>");
}

}  // namespace catalogue
