// SPDX-License-Identifier: MIT
// Everything in an editor's words that may name a licence. licence.cpp concludes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/licence_words.h"

namespace catalogue {

// A mention of a Creative Commons licence: "CC BY-SA 3.0 France". units: bits over kUnitNames;
// spelled_units: the units in full words ("partage à l'identique").
// has_strange_unit: "BY-XX", an unknown word where a unit or the version is due. is_joined: "or", "and"
// or a slash came before it.
struct LicenceMention {
  bool has_scheme = false;
  bool has_strange_unit = false;
  bool is_joined = false;
  uint32_t units = 0;
  uint32_t spelled_units = 0;
  std::vector<std::string_view> versions;
  std::string_view jurisdiction;
};

// families: indexes into licence_families(). vague_families: by words that may mean no licence in
// particular ("licence ouverte"). versions: numbers that may be versions, wherever they stand.
struct LicenceClues {
  bool has_label = false;
  bool is_hedged = false;
  bool is_later = false;
  bool opens_with_creative_commons = false;  // "CC BY …", "CC0 …", whatever follows
  bool is_phrase = false;                    // named by several words that mean nothing else
  std::vector<LicenceMention> mentions;
  std::vector<size_t> families;
  std::vector<size_t> vague_families;
  const AmbiguousWords* ambiguous = nullptr;
  std::vector<std::string_view> versions;
  size_t other_words = 0;

  bool has_scheme() const;
  bool has_units() const;
  bool has_strange_unit() const;
  bool names_something() const {
    return has_scheme() || has_units() || !families.empty() || !vague_families.empty() || ambiguous != nullptr;
  }
};

LicenceClues read_licence_clues(const Tokens& tokens);

}  // namespace catalogue
