// SPDX-License-Identifier: MIT
// The visible texts of data/strings, in the visitor's language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "visible_texts.h"  // generated: enum class Text

namespace catalogue {

// What stands for the placeholders of a text: {n}, {x} and {y}. `n` also chooses the plural: 0 and
// 1 are singular in French, 1 alone in English.
struct TextArguments {
  uint32_t n = 0;
  std::string_view x = {};
  std::string_view y = {};
};

// The text, UTF-8, with its placeholders filled; not escaped for HTML.
std::string text_of(Language language, Text text, const TextArguments& arguments = {});

// `count` with the thousands of `language` parted: "10 000" (U+202F) in French, "10,000" in English.
std::string count_text(Language language, uint32_t count);

}  // namespace catalogue
