// SPDX-License-Identifier: MIT
// A query (the first line) and a catalogue (the rest), mutated together: answers have the properties of answer_check.h,
// in both languages, as text and in both skins.
#include "answer_check.h"
#include "catalogue/catalogue_reader.h"
#include "json_mutator.h"
#include "require.h"

using namespace catalogue;

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  const TwoParts input(words_of(data, size));
  JsonMutator mutator(seed);
  std::string query(input.first);
  std::string json(input.rest);
  const uint32_t changed = mutator.below(3);
  if (changed < 2) query = mutate_bytes(query, 64);
  if (changed > 0) json = mutator.mutate(json);
  return give_mutant(query + '\n' + json, data, max_size);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const TwoParts input(words_of(data, size));
  const auto page_size = static_cast<uint32_t>(1 + size % 7);
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    const Result<Catalogue> read = read_catalogue(input.rest, language);
    require(read.ok() || language == Language::kFrench);
    if (!read.ok()) return 0;
    answer_text(read.value(), input.first, page_size);
  }
  return 0;
}
