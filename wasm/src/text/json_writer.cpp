// SPDX-License-Identifier: MIT
// Writes JSON.
#include "text/json_writer.h"

#include "text/number.h"

namespace catalogue {
namespace {

bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

}  // namespace

JsonWriter& JsonWriter::string(std::string_view words) {
  comma();
  out_ += '"';
  size_t written = 0;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!needs_escape(words[at])) continue;
    out_.append(words.substr(written, at - written));
    written = at + 1;
    const char c = words[at];
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else {
      constexpr char kHex[] = "0123456789abcdef";
      out_ += "\\u00";
      out_ += kHex[c >> 4];
      out_ += kHex[c & 15];
    }
  }
  out_.append(words.substr(written));
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(uint32_t number) {
  comma();
  append_number(out_, number);
  return *this;
}

JsonWriter& JsonWriter::null() {
  comma();
  out_ += "null";
  return *this;
}

}  // namespace catalogue
