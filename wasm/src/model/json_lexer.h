// SPDX-License-Identifier: MIT
// The lexer of nlohmann's SAX parser for catalogues: the parser stays nlohmann's, its tokens are
// read by a JsonCursor, in place.
//
// The library's own lexer copies every string, byte by byte, into a buffer, and brings printf and
// 128-bit floats along. This is a specialisation of it for one input type, with the members that
// the parser asks for (nlohmann_json 3.11).
#pragma once

#include <nlohmann/json.hpp>

#include "model/json_cursor.h"

namespace catalogue {

struct JsonInput {
  using char_type = char;
  JsonCursor* cursor;
};

}  // namespace catalogue

template <>
class nlohmann::detail::lexer<nlohmann::json, catalogue::JsonInput>
    : public nlohmann::detail::lexer_base<nlohmann::json> {
 public:
  using token_type = nlohmann::detail::lexer_base<nlohmann::json>::token_type;

  explicit lexer(catalogue::JsonInput&& input, bool /*ignore_comments*/ = false)
      : cursor_(*input.cursor) {}

  token_type scan();

  // Values are the cursor's to tell: what the parser hands on here is not looked at.
  std::string& get_string() { return unused_; }
  std::int64_t get_number_integer() const { return 0; }
  std::uint64_t get_number_unsigned() const { return 0; }
  double get_number_float() const { return 0; }
  nlohmann::detail::position_t get_position() const { return {}; }
  char get_token_string() const { return 0; }
  const char* get_error_message() const { return ""; }

 private:
  token_type scan_word();

  catalogue::JsonCursor& cursor_;
  std::string unused_;
};

// What went wrong is told by a code and a place: no sentence is put together. These take the place of
// the library's own, which would bring a kilobyte of sentences along.
template <>
inline nlohmann::detail::parse_error nlohmann::detail::parse_error::create<std::nullptr_t, 0>(
    int id, const position_t& position, const std::string&, std::nullptr_t) {
  return {id, position.chars_read_total, ""};
}
template <>
inline std::string nlohmann::detail::parser<nlohmann::json, catalogue::JsonInput>::exception_message(
    token_type, const std::string&) {
  return {};
}
