// SPDX-License-Identifier: MIT
// Tokens of JSON, for nlohmann's SAX parser.
#include "model/json_lexer.h"

using Lexer = nlohmann::detail::lexer<nlohmann::json, catalogue::JsonInput>;
using Token = Lexer::token_type;

namespace {

// The token of each character that is one by itself, or 0.
struct Marks {
  uint8_t tokens[128] = {};

  constexpr Marks() {
    constexpr char kMarks[] = {',', ':', '{', '}', '[', ']'};
    constexpr Token kTokens[] = {Token::value_separator, Token::name_separator, Token::begin_object,
                                 Token::end_object,      Token::begin_array,    Token::end_array};
    for (size_t i = 0; i < sizeof kMarks; ++i) tokens[static_cast<size_t>(kMarks[i])] = static_cast<uint8_t>(kTokens[i]);
  }
};
constexpr Marks kMarks;

}  // namespace

Token Lexer::scan() {
  if (static_cast<unsigned char>(cursor_.next()) <= ' ') cursor_.skip_space();
  const auto next = static_cast<unsigned char>(cursor_.next());
  if (next == '"') {
    cursor_.move();
    return cursor_.read_string() ? Token::value_string : Token::parse_error;
  }
  const uint8_t mark = kMarks.tokens[next & 127];
  if (mark == 0 || next > 127) return scan_word();
  cursor_.move();
  return static_cast<Token>(mark);
}

// A number, or one of three words.
Token Lexer::scan_word() {
  const char next = cursor_.next();
  if (next == '-' || (next >= '0' && next <= '9')) {
    return cursor_.take_number() ? Token::value_integer : Token::parse_error;
  }
  if (cursor_.skip("true")) return Token::literal_true;
  if (cursor_.skip("false")) return Token::literal_false;
  return cursor_.skip("null") ? Token::literal_null : Token::parse_error;
}
