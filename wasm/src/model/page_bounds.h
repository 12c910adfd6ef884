// SPDX-License-Identifier: MIT
// The rows of a page.
#pragma once

#include <cstdint>

namespace catalogue {

struct PageBounds {
  uint32_t skipped = 0;  // rows on the pages before
  uint32_t count = 0;    // rows on this page, at most
};

}  // namespace catalogue
