// SPDX-License-Identifier: MIT
// The words of a duration, recognised once for all the steps that read them.
#include "meaning/duration_words.h"

namespace catalogue {
namespace {
#include "duration_phrases.h"
}  // namespace

std::span<const Phrase<DurationWord>> duration_phrases() { return kDurationPhrases; }

DurationWords::DurationWords(std::string_view source) : tokens_(source) {
  rows_.reserve(tokens_.size());
  for (size_t i = 0; i < tokens_.size(); ++i) rows_.push_back(find_phrase(duration_phrases(), tokens_, i));
}

}  // namespace catalogue
