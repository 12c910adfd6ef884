// SPDX-License-Identifier: MIT
// Opens a compact file where it lies, and trusts no length or index in it.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/columns.h"
#include "model/columns_builder.h"
#include "model/compact_file.h"

namespace catalogue {

// Fills columns from `columns.bytes`, a compact file (see compact_file.h), in steps. What passes
// every step may be used like columns that were built from JSON; the sum vouches for the words of records, and
// read_record for their lengths.
class CompactReader {
 public:
  CompactReader(Columns& columns, ColumnsBuilder& builder) : columns_(columns), builder_(builder) {}

  // One part of the work, a few milliseconds at most. False at the end, without a code when the file is whole;
  // else "unknown-version" or "damaged-file".
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
  size_t at_ = 0;  // bytes of the file, then of the words, that are behind
  CompactSum sum_;
  size_t stage_ = 0;
};

}  // namespace catalogue
