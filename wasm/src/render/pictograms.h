// SPDX-License-Identifier: MIT
// Small drawings of our own that go with words, never instead of them.
#pragma once

#include <string_view>

#include "render/page.h"

namespace catalogue {

// The drawing of a right (a value of `droit`), hidden from assistive tools: words always follow.
void write_right_pictogram(Page& page, std::string_view right);

}  // namespace catalogue
