// SPDX-License-Identifier: MIT
// Any bytes as a catalogue, JSON or compact: read, then shown and queried, or refused.
#include <cstring>
#include <string>

#include "catalogue/answer.h"
#include "catalogue/catalogue_reader.h"
#include "model/compact_file.h"
#include "require.h"

using namespace catalogue;

// A compact file with the sum that its bytes have: with any other, nothing of it would be looked at.
std::string with_right_sum(const uint8_t* data, size_t size) {
  std::string bytes(words_of(data, size));
  if (!is_compact(bytes) || size < kCompactHeader) return bytes;
  bytes.resize(size / 8 * 8);
  CompactSum sum;
  sum.add(bytes.data() + kCompactHeader, bytes.size() - kCompactHeader);
  const uint64_t value = sum.value();
  std::memcpy(bytes.data() + kCompactMagic.size(), &value, sizeof value);
  return bytes;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Result<Catalogue> result = read_catalogue(with_right_sum(data, size), Language::kFrench);
  if (!result.ok()) {
    require(!result.error().code.empty());
    return 0;
  }
  const Catalogue& catalogue = result.value();
  Arena trainings;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    require(catalogue.training(row, trainings).id == catalogue.id(row));
  }
  for (const std::string_view words : {"", "q=a&tri=titre", "duree=-60&licence=inconnue&tri=duree"}) {
    Arena arena;
    const Query query = parse_query(words, catalogue, arena);
    require(answer_query(catalogue, query, 5, arena).total <= catalogue.size());
  }
  return 0;
}
