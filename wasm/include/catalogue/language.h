// SPDX-License-Identifier: MIT
// The languages that visitors read.
#pragma once

#include <cstdint>

namespace catalogue {

enum class Language : uint8_t { kFrench, kEnglish };

}  // namespace catalogue
