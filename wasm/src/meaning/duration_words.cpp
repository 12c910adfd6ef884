// SPDX-License-Identifier: MIT
// The words of a duration, recognised once for all the steps that read them.
#include "meaning/duration_words.h"

#include <algorithm>
#include <iterator>

#include "meaning/phrase_table.h"
#include "text/ascii.h"

namespace catalogue {
namespace {
#include "duration_phrases.h"
}  // namespace

std::span<const Phrase<DurationWord>> duration_phrases() { return phrase_table<kDurationPhrases>(); }

bool is_opening_word(std::string_view word) {
  const auto is_same = [](char a, char b) { return to_lower(a) == b; };
  return std::any_of(std::begin(kOpeningWords), std::end(kOpeningWords), [&](std::string_view each) {
    return std::equal(word.begin(), word.end(), each.begin(), each.end(), is_same);
  });
}

DurationWords::DurationWords(std::string_view source) : tokens_(source) {
  rows_.reserve(tokens_.size());
  for (size_t i = 0; i < tokens_.size(); ++i) rows_.push_back(find_phrase(duration_phrases(), tokens_, i));
}

}  // namespace catalogue
