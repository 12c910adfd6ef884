// SPDX-License-Identifier: MIT
// Writes the compact file that compact_reader.cpp reads.
#include "catalogue/compact.h"

#include <cstdlib>
#include <cstring>

#include "catalogue/catalogue_reader.h"
#include "catalogue/limits.h"
#include "model/compact_file.h"

namespace catalogue {
namespace {

void append_number(Column<char>& out, size_t number) {
  const auto four = static_cast<uint32_t>(number);
  out.append(reinterpret_cast<const char*>(&four), sizeof four);
}

void append_string(Column<char>& out, std::string_view words) {
  append_number(out, words.size());
  out.append(words.data(), words.size());
}

// Skips values of fixed lists and "inconnue", which the core adds itself: only they have no label yet.
void append_values(Column<char>& out, const FacetColumn& facet) {
  size_t given = 0;
  for (const FacetValue& value : facet.values) given += !value.label.empty();
  append_number(out, given);
  for (const FacetValue& value : facet.values) {
    if (!value.label.empty()) append_string(out, value.label);
  }
}

Column<char> words_of(const Columns& columns) {
  Column<char> words;
  for (const std::string_view each : {columns.title, columns.updated, columns.licence, columns.url}) {
    append_string(words, each);
  }
  for (const FacetColumn& facet : columns.facets) append_values(words, facet);
  return words;
}

size_t padded(size_t size) { return (size + 7) & ~size_t{7}; }

std::string file_of(Columns& columns) {
  Column<char> words = words_of(columns);
  size_t size = kCompactHeader;
  for_each_part(columns, words, [&size]<typename T>(const Column<T>& column) {
    size += sizeof(uint64_t) + padded(column.size() * sizeof(T));
  });
  std::string file(size, '\0');
  size_t at = kCompactHeader;
  for_each_part(columns, words, [&]<typename T>(const Column<T>& column) {
    const uint64_t count = column.size();
    std::memcpy(file.data() + at, &count, sizeof count);
    at += sizeof count;
    if (count > 0) std::memcpy(file.data() + at, column.data(), column.size() * sizeof(T));
    at += padded(column.size() * sizeof(T));
  });
  CompactSum sum;
  sum.add(file.data() + kCompactHeader, size - kCompactHeader);
  const uint64_t value = sum.value();
  kCompactMagic.copy(file.data(), kCompactMagic.size());
  std::memcpy(file.data() + kCompactMagic.size(), &value, sizeof value);
  return file;
}

}  // namespace

Result<CompactFile> write_compact(char* bytes, size_t size) {
  CatalogueReader reader(bytes, size, Language::kFrench);
  Columns* columns = nullptr;
  while (!columns) {
    if (reader.step(kMaxTrainings) == CatalogueReader::State::kRefused) return reader.error();
    columns = reader.columns_as_read();
  }
  return CompactFile{file_of(*columns), columns->size};
}

Result<CompactFile> write_compact(std::string_view bytes) {
  char* copy = static_cast<char*>(std::malloc(bytes.size() + CatalogueReader::kPadding));
  if (!bytes.empty()) std::memcpy(copy, bytes.data(), bytes.size());
  return write_compact(copy, bytes.size());
}

}  // namespace catalogue
