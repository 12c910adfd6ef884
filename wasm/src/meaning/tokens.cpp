// SPDX-License-Identifier: MIT
// An editor's words cut into tokens that no longer know case, accents or kinds of space.
#include "meaning/tokens.h"

#include <algorithm>

#include "meaning/fold_character.h"

namespace catalogue {

// Reads the source once, from left to right.
class Tokeniser {
 public:
  explicit Tokeniser(Tokens& out) : out_(out), text_(out.source_) {}

  void run() {
    while (at_ < text_.size()) step();
    close();
  }

 private:
  void step() {
    const FoldedCharacter c = fold_character(text_, at_);
    switch (c.kind) {
      case CharacterClass::kSpace:
        close();
        space_ = true;
        break;
      case CharacterClass::kIgnored:
        break;
      case CharacterClass::kLetter:
        extend(TokenKind::kWord, c);
        break;
      case CharacterClass::kDigit:
        extend(TokenKind::kNumber, c);
        break;
      case CharacterClass::kFraction:
        add_fraction(c);
        break;
      case CharacterClass::kSymbol:
        add_symbol(c);
        break;
    }
    at_ += c.size;
  }

  // A word or number goes on, or starts where another kind of token ended.
  void extend(TokenKind kind, const FoldedCharacter& c) {
    if (!open_ || current().kind != kind) open(kind);
    append(c);
    current().end = at_ + c.size;
  }

  void add_fraction(const FoldedCharacter& c) {
    open(TokenKind::kNumber);
    append(c);
    current().thousandths = c.thousandths;
    current().is_fraction = true;
    finish(c);
  }

  void add_symbol(const FoldedCharacter& c) {
    if (is_decimal_mark(c)) {  // "1,5": the mark belongs to the number
      append(c);
      return;
    }
    open(TokenKind::kSymbol);
    append(c);
    finish(c);
  }

  // A comma or dot between two digits, once per number.
  bool is_decimal_mark(const FoldedCharacter& c) const {
    if (!open_ || out_.tokens_.back().kind != TokenKind::kNumber) return false;
    if (c.text() != "," && c.text() != ".") return false;
    if (at_ + 1 >= text_.size() || text_[at_ + 1] < '0' || text_[at_ + 1] > '9') return false;
    const std::string_view so_far = std::string_view(out_.folded_).substr(out_.tokens_.back().folded_begin);
    return so_far.find_first_of(".,") == std::string_view::npos;
  }

  Token& current() { return out_.tokens_.back(); }

  void open(TokenKind kind) {
    close();
    Token token;
    token.kind = kind;
    token.space_before = space_;
    token.folded_begin = static_cast<uint32_t>(out_.folded_.size());
    token.begin = at_;
    token.end = at_;
    out_.tokens_.push_back(token);
    open_ = true;
    space_ = false;
  }

  void append(const FoldedCharacter& c) {
    out_.folded_ += c.text() == "," && current().kind == TokenKind::kNumber ? "." : c.text();
    current().folded_size = static_cast<uint32_t>(out_.folded_.size()) - current().folded_begin;
  }

  void finish(const FoldedCharacter& c) {
    current().end = at_ + c.size;
    open_ = false;
  }

  void close() {
    if (open_ && current().kind == TokenKind::kNumber) current().thousandths = value();
    open_ = false;
  }

  // The number just read, in thousandths; decimals past the third are left out.
  int64_t value() const {
    const Token& token = out_.tokens_.back();
    const std::string_view digits = std::string_view(out_.folded_).substr(token.folded_begin, token.folded_size);
    int64_t thousandths = 0;
    int decimals = -1;
    for (const char c : digits) {
      if (c == '.') {
        decimals = 0;
      } else if (decimals < 3) {
        thousandths = std::min(kMaxThousandths, thousandths * 10 + (c - '0'));
        if (decimals >= 0) ++decimals;
      }
    }
    for (int i = std::max(decimals, 0); i < 3; ++i) thousandths = std::min(kMaxThousandths, thousandths * 10);
    return thousandths;
  }

  Tokens& out_;
  std::string_view text_;
  size_t at_ = 0;
  bool open_ = false;
  bool space_ = false;
};

Tokens::Tokens(std::string_view source) : source_(source) { Tokeniser(*this).run(); }

std::string_view Tokens::text(size_t first, size_t last) const {
  if (first >= last || last > tokens_.size()) return {};
  return source_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
}

}  // namespace catalogue
