// SPDX-License-Identifier: MIT
// Collation keys.
#include "text/collate.h"

#include "text/fold.h"

namespace catalogue {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A run of digits is written as how many digits matter, then these: shorter numbers come first.
size_t append_digits(std::string& key, std::string_view words, size_t at) {
  size_t end = at;
  while (end < words.size() && is_digit(words[end])) ++end;
  while (at + 1 < end && words[at] == '0') ++at;
  const size_t count = end - at;
  key += static_cast<char>('0' + (count < 40 ? count : 40));
  key.append(words.substr(at, count));
  return end;
}

}  // namespace

std::string collation_key(std::string_view words) {
  const std::string folded = fold(words);
  std::string key;
  for (size_t at = 0; at < folded.size();) {
    if (is_digit(folded[at])) {
      at = append_digits(key, folded, at);
    } else {
      key += folded[at++];
    }
  }
  key += '\0';
  key.append(words);
  return key;
}

}  // namespace catalogue
