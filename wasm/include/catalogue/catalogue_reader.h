// SPDX-License-Identifier: MIT
// Reading catalogue.json, whole or in slices that leave a browser's main thread free between them.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/result.h"

namespace catalogue {

// Reads one catalogue. The rules for what is accepted are in limits.h, json_cursor.h (strings, numbers) and
// training_reader.h (members); data/schema/catalogue.schema.json says the same to other tools.
//
// Error codes: "invalid-json", "invalid-utf8", "not-a-catalogue", "too-large", "too-deep",
// "too-many-trainings", "too-many-values", "string-too-long", "list-too-long", "wrong-type",
// "missing-member", "duplicate-member", "duplicate-id", "bad-minutes", "bad-duration".
class CatalogueReader {
 public:
  enum class State : uint8_t { kMore, kDone, kRefused };

  // Bytes that must be readable after the catalogue's own.
  static constexpr size_t kPadding = 8;

  // Takes over `json`, from malloc: `size` bytes of UTF-8 with or without a byte order mark; then kPadding more of any
  // value. All become part of the catalogue. `language` is that of the labels.
  CatalogueReader(char* json, size_t size, Language language);
  ~CatalogueReader();

  // Reads up to `trainings` more. kDone and kRefused are final.
  State step(uint32_t trainings);

  // After kRefused, as the members of Error (result.h); they live as long as the reader.
  std::string_view code() const;
  std::string_view where() const;
  std::string_view detail() const;
  Error error() const { return {code(), std::string(where()), std::string(detail())}; }

  Catalogue take();  // after kDone, once

 private:
  struct Reading;
  std::unique_ptr<Reading> reading_;
};

// Reads a whole catalogue from a copy of `json`. Linear in its size.
Result<Catalogue> read_catalogue(std::string_view json, Language language);

// The same without a copy: takes over `json` as CatalogueReader does.
Result<Catalogue> read_owned_catalogue(char* json, size_t size, Language language);

}  // namespace catalogue
