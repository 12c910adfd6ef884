// SPDX-License-Identifier: MIT
// The check of UTF-8, eight bytes at a time, agrees with the decoder, which reads each byte.
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace catalogue {
namespace {

bool decodes(std::string_view words) {
  for (size_t at = 0; at < words.size();) {
    if (next_code_point(words, at) == kNoCodePoint) return false;
  }
  return true;
}

// `words` with bytes after them that the check may read: they would change its result if they counted.
bool is_well_formed(const std::string& words) {
  const std::string bytes = words + "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  return is_utf8(std::string_view(bytes.data(), words.size()));
}

TEST(Utf8, agrees_with_the_decoder_on_every_two_bytes_at_every_place) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0x7F; second < 0xC4; ++second) {
      for (size_t at = 0; at < 10; ++at) {
        std::string words = "\xC3\xA9t\xC3\xA9s, caf\xC3\xA9";
        words.insert(at, {static_cast<char>(first), static_cast<char>(second)});
        ASSERT_EQ(is_well_formed(words), decodes(words)) << first << " " << second << " at " << at;
      }
    }
  }
}

TEST(Utf8, agrees_with_the_decoder_on_words_cut_anywhere) {
  const std::string words = "l’Œuvre d’été – 日本 \xF0\x9F\x8C\xB1 naïve";
  for (size_t from = 0; from < words.size(); ++from) {
    for (size_t size = 0; from + size <= words.size(); ++size) {
      const std::string part = words.substr(from, size);
      ASSERT_EQ(is_well_formed(part), decodes(part)) << from << " " << size;
    }
  }
}

}  // namespace
}  // namespace catalogue
