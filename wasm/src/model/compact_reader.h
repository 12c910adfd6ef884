// SPDX-License-Identifier: MIT
// Opens a compact file in place, and validates every length and index.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/columns.h"
#include "model/columns_builder.h"
#include "model/compact_file.h"

namespace catalogue {

// Fills columns from `columns.bytes`, a compact file (compact_file.h), in steps. After the last step they are as safe
// to use as columns built from JSON. Records are not validated: read_record() tolerates any bytes.
class CompactReader {
 public:
  CompactReader(Columns& columns, ColumnsBuilder& builder) : columns_(columns), builder_(builder) {}

  // Does a few milliseconds of work. False at the end; then code() is null, "unknown-version" or "damaged-file".
  bool step();
  const char* code() const { return code_; }

 private:
  bool sum_up();
  bool find_parts();
  void find_part(ColumnBytes& part, size_t element_size);
  bool read_words();
  void take_string(std::string_view& words);
  uint32_t take_number();
  bool check_column(size_t index) const;

  Columns& columns_;
  ColumnsBuilder& builder_;
  Column<char> words_;
  const char* code_ = nullptr;
  size_t at_ = 0;  // position in the file, then in words_
  CompactSum sum_;
  size_t stage_ = 0;
};

}  // namespace catalogue
