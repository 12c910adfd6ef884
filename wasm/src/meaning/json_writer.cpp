// SPDX-License-Identifier: MIT
// Strings of JSON, escaped.
#include "meaning/json_writer.h"

#include "text/utf8.h"

namespace catalogue {
namespace {

void append_control(std::string& text, char c) {
  constexpr std::string_view kControls = "\b\f\n\r\t";
  constexpr std::string_view kLetters = "bfnrt";
  constexpr char kHex[] = "0123456789abcdef";
  const size_t known = kControls.find(c);
  text += '\\';
  if (known != std::string_view::npos) {
    text += kLetters[known];
  } else {
    text.append("u00").append({kHex[c >> 4], kHex[c & 15]});
  }
}

}  // namespace

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  text_ += '"';
  for (size_t at = 0; at < value.size();) {
    const size_t start = at;
    const char32_t code_point = next_code_point(value, at);
    if (code_point == kNoCodePoint) {
      text_ += "\xEF\xBF\xBD";
    } else if (code_point < 0x20) {
      append_control(text_, value[start]);
    } else {
      if (code_point == '"' || code_point == '\\') text_ += '\\';
      text_.append(value.substr(start, at - start));
    }
  }
  text_ += '"';
  return *this;
}

}  // namespace catalogue
