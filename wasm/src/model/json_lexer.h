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

  token_type scan() {
    cursor_.skip_space();
    if (cursor_.is_at_end()) return token_type::end_of_input;
    if (cursor_.is_at('"')) {
      return cursor_.take_string() ? token_type::value_string : token_type::parse_error;
    }
    if (cursor_.is_at_number()) {
      return cursor_.take_number() ? token_type::value_integer : token_type::parse_error;
    }
    return scan_word();
  }

  // Values are the cursor's to tell: what the parser hands on here is not looked at.
  std::string& get_string() { return unused_; }
  std::int64_t get_number_integer() const { return 0; }
  std::uint64_t get_number_unsigned() const { return 0; }
  double get_number_float() const { return 0; }
  nlohmann::detail::position_t get_position() const { return {}; }
  std::string get_token_string() const { return {}; }
  const char* get_error_message() const { return ""; }

 private:
  token_type scan_word() {
    switch (cursor_.take_any()) {
      case '{': return token_type::begin_object;
      case '}': return token_type::end_object;
      case '[': return token_type::begin_array;
      case ']': return token_type::end_array;
      case ':': return token_type::name_separator;
      case ',': return token_type::value_separator;
      case 't': return cursor_.skip("rue") ? token_type::literal_true : token_type::parse_error;
      case 'f': return cursor_.skip("alse") ? token_type::literal_false : token_type::parse_error;
      case 'n': return cursor_.skip("ull") ? token_type::literal_null : token_type::parse_error;
      default: return token_type::parse_error;
    }
  }

  catalogue::JsonCursor& cursor_;
  std::string unused_;
};

// What went wrong is told by a code and a place: no sentence is put together.
template <>
inline std::string nlohmann::detail::parser<nlohmann::json, catalogue::JsonInput>::exception_message(
    token_type, const std::string&) {
  return {};
}
