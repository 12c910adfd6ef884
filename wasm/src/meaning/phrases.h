// SPDX-License-Identifier: MIT
// Finds phrases of a table in tokens.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "meaning/tokens.h"

namespace catalogue {

// A folded phrase (toolchain/phrases.mjs), its kind and its value.
template <typename Kind>
struct Phrase {
  std::string_view text;
  Kind kind;
  int32_t value;
};

// A phrase found: the row (null when there is none) and the token after it.
template <typename Kind>
struct PhraseMatch {
  const Phrase<Kind>* phrase = nullptr;
  size_t end = 0;
};

inline constexpr size_t kMaxPhraseWords = 8;

// Hyphens, apostrophes, dots and percent signs inside a phrase are not compared: "demi-heure", "Co. Ltd".
inline bool is_soft(const Tokens& tokens, size_t i) {
  return tokens.is_symbol(i, '-') || tokens.is_symbol(i, '\'') || tokens.is_symbol(i, '.') || tokens.is_symbol(i, '%');
}

// The longest phrase of `table` (sorted by text) that starts at token `first`.
// Cost: at most kMaxPhraseWords binary searches.
template <typename Kind>
PhraseMatch<Kind> find_phrase(std::span<const Phrase<Kind>> table, const Tokens& tokens, size_t first) {
  PhraseMatch<Kind> best;
  std::string text;
  size_t count = 0;
  for (size_t i = first; i < tokens.size() && count < kMaxPhraseWords; ++i) {
    if (i > first && is_soft(tokens, i)) continue;
    if (tokens[i].kind == TokenKind::kSymbol) break;
    if (!text.empty()) text += ' ';
    text += tokens.folded(i);
    ++count;
    const auto row = std::lower_bound(table.begin(), table.end(), text,
                                      [](const auto& a, const std::string& b) { return a.text < b; });
    if (row == table.end()) break;
    if (row->text == text) best = {&*row, i + 1};
    if (!row->text.starts_with(text)) break;
  }
  return best;
}

}  // namespace catalogue
