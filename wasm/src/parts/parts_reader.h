// SPDX-License-Identifier: MIT
// A catalogue that comes in parts, and which of them a query needs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/query.h"
#include "memory/column.h"
#include "model/columns_builder.h"
#include "parts/block_sets.h"
#include "parts/columns_part.h"
#include "parts/head.h"
#include "parts/part_numbers.h"

namespace catalogue {

class PartsReader {
 public:
  enum class State : uint8_t { kMore, kDone, kRefused };

  // The head must be the first part. `language` is that of the labels.
  explicit PartsReader(Language language);

  // Starts to read part `number`, a copy of `bytes`. Call step() until it gives something else than kMore.
  void add(uint32_t number, std::string_view bytes);
  // kRefused is final: nothing can be asked any more.
  State step();
  const char* code() const { return code_; }   // after kRefused
  uint32_t number() const { return number_; }  // of the part that was added last

  const Catalogue& catalogue() const { return catalogue_; }

  // As answer_query(); nothing when it needs parts that are not there.
  std::optional<Answer> answer(const Query& query, uint32_t page_size, Arena& arena);
  // Those that the last query lacked, each once.
  std::span<const uint32_t> missing() const { return {missing_.data(), missing_.size()}; }

 private:
  bool lacks(const Query& query);
  bool lacks(const Query& query, const Answer& answer);
  State read();
  State read_columns();
  State refuse(const char* code);
  State end(const char* code) { return code ? refuse(code) : State::kDone; }
  const char* read_search_words(std::string_view part);
  const char* read_order(Sort sort);
  const char* read_group(std::string_view part);
  void need(std::span<const uint32_t> parts, uint32_t first);
  bool needs_columns(const Query& query) const;
  void need_values(std::string_view text);
  uint32_t first_postings() const { return kFirstBlockPart + blocks_.blocks(); }
  uint32_t first_group() const { return first_postings() + text_parts_.postings; }
  bool is_known(uint32_t number) const;

  Catalogue catalogue_;
  Columns& columns_;
  ColumnsBuilder builder_;
  std::unique_ptr<ColumnsPart> columns_part_;  // while it is read
  BlockSets blocks_{columns_, builder_};
  Column<char> bytes_;
  Column<uint32_t> missing_;
  const char* code_ = nullptr;
  uint32_t number_ = 0;
  TextPartCounts text_parts_;
  bool has_head_ = false;
  bool has_columns_ = false;
  Column<uint8_t> has_group_;
};

}  // namespace catalogue
