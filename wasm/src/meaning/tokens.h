// SPDX-License-Identifier: MIT
// Splits a text into tokens without case, accents or kinds of space.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

enum class TokenKind : uint8_t { kWord, kNumber, kSymbol };

// One token. `begin`, `end`: bytes of the source. A number is in thousandths ("1,5" is 1500,
// "½" is 500) and kept under kMaxThousandths. A symbol is one ASCII character: all dashes are
// '-', all quotes '\'', "≤" '<', "≈" '~'. The multiplication sign is the word "x".
struct Token {
  TokenKind kind = TokenKind::kSymbol;
  bool space_before = false;
  bool is_fraction = false;  // written as one character: ½
  uint32_t folded_begin = 0;
  uint32_t folded_size = 0;
  int64_t thousandths = 0;
  size_t begin = 0;
  size_t end = 0;
};

inline constexpr int64_t kMaxThousandths = 1'000'000'000'000;

// The tokens of a text. Bytes that are not UTF-8 end a word and are otherwise left out.
// Cost: linear. The source must outlive the tokens.
class Tokens {
 public:
  explicit Tokens(std::string_view source);

  size_t size() const { return tokens_.size(); }
  const Token& operator[](size_t i) const { return tokens_[i]; }
  std::string_view source() const { return source_; }

  // Lower case without accents ("demi", "4.0", "-"); "" past the end.
  std::string_view folded(size_t i) const {
    if (i >= tokens_.size()) return {};
    return std::string_view(folded_).substr(tokens_[i].folded_begin, tokens_[i].folded_size);
  }
  bool is(size_t i, TokenKind kind) const { return i < size() && tokens_[i].kind == kind; }
  bool is_symbol(size_t i, char symbol) const { return is(i, TokenKind::kSymbol) && folded(i)[0] == symbol; }

  // The source from the start of token `first` to the end of token `last - 1`.
  std::string_view text(size_t first, size_t last) const;

 private:
  std::string_view source_;
  std::string folded_;
  std::vector<Token> tokens_;

  friend class Tokeniser;
};

}  // namespace catalogue
