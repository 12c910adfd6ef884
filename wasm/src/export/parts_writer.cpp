// SPDX-License-Identifier: MIT
// Cuts a catalogue into parts.
#include <algorithm>
#include <map>
#include <memory>
#include <numeric>

#include "catalogue/parts.h"
#include "export/lists_writer.h"
#include "filter/order.h"
#include "model/buckets.h"
#include "model/columns_builder.h"
#include "model/record.h"
#include "parts/block_sets.h"
#include "parts/part_numbers.h"
#include "search/text_parts_writer.h"
#include "text/hash.h"

namespace catalogue {
namespace {

// Trainings of one value of fewer choices lie in few blocks anyway.
constexpr uint32_t kFewestChoices = 9;
// A smaller catalogue has few blocks anyway. In a larger one, a host would have a file for every two trainings: there
// the other orders have the first twenty pages of each value alone.
constexpr uint32_t kFewestReordered = 400;
constexpr uint32_t kMostReordered = 200'000;
constexpr uint32_t kFirstPages = 400;

std::string taken(const ByteWriter& writer) { return std::string(writer.view()); }

class PartsWriter {
 public:
  PartsWriter(const Catalogue& catalogue, const GivePart& give)
      : catalogue_(catalogue), columns_(catalogue.columns()), give_(give), all_rows_(columns_.size) {
    std::iota(all_rows_.begin(), all_rows_.end(), 0u);
  }

  void write() {
    build_written();
    list_values();
    const std::string values = written_values();
    give_(kColumnsPart, columns_part());
    while (builder_->seal_next()) {
    }
    choose_orders();
    add_blocks();
    written_.reset();
    const TextParts text = write_text_parts(columns_);
    give_(kWordsPart, text.words);
    for (const std::string& postings : text.postings) give_(next_part_++, postings);
    for (const std::vector<uint32_t>& terms : text.groups)
      give_(next_part_++, values_part(rows_with_terms(columns_, terms)));
    give_(next_part_++, ids_part());
    give_(kTitlesPart, columns_.size ? order_part(Sort::kTitle) : "");
    give_(kDaysPart, columns_.has_days ? order_part(Sort::kChecked) : "");
    give_(kHeadPart, head(text) + values);
  }

 private:
  void build_written();
  void list_values();
  std::string written_values() const;
  std::string columns_part() const;
  std::string values_part(const std::vector<uint32_t>& rows) const;
  void add_rights(uint32_t row, std::vector<uint32_t>& licences) const;
  // How many trainings of each value other orders than that of the catalogue have; 0: there are none.
  uint32_t most_of_each() const {
    if (columns_.size < kFewestReordered) return 0;
    return columns_.size > kMostReordered ? kFirstPages : columns_.size;
  }
  void choose_orders();
  std::string head(const TextParts& text) const;
  void add_blocks();
  void add_blocks(std::span<const uint32_t> rows, uint32_t per_block);
  std::string order_part(Sort sort) const;
  std::string ids_part() const;

  const Catalogue& catalogue_;
  const Columns& columns_;
  const GivePart& give_;
  uint32_t next_part_ = kFirstBlockPart;
  // The same columns, built again. Until they are sealed, their values are in the order in which the catalogue names
  // them, and not yet arranged for a language. Freed once the blocks are written.
  std::unique_ptr<Columns> written_ = std::make_unique<Columns>();
  std::unique_ptr<ColumnsBuilder> builder_ = std::make_unique<ColumnsBuilder>(*written_);
  std::vector<Facet> orders_;        // facets by whose values blocks are ordered too
  ListsWriter values_[kFacetCount];  // of each facet but rights, which are among those of licences
  std::vector<uint32_t> all_rows_;
};

void PartsWriter::build_written() {
  Arena arena;
  for (uint32_t row = 0; row < columns_.size; ++row) {
    arena.clear();
    builder_->add_unique(catalogue_.training(row, arena));
  }
  builder_->end();
}

// The values of each facet and their totals, as head.h says.
std::string PartsWriter::written_values() const {
  ByteWriter writer;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    const FacetColumn& column = written_->facets[f];
    if (!is_fixed_list(facet)) {
      const size_t declared = facet == Facet::kLicence ? 1 : 0;  // "inconnue"
      writer.number(static_cast<uint32_t>(column.values.size() - declared));
      for (size_t i = declared; i < column.values.size(); ++i) writer.text(column.values[i].label);
    }
    std::vector<uint32_t> totals(column.values.size());
    for (const uint16_t value : column.held) ++totals[value];
    for (const uint32_t total : totals) writer.number(total);
  }
  return taken(writer);
}

std::vector<uint32_t> values_of(const FacetColumn& column, uint32_t row) {
  const uint16_t* const held = column.held.data();
  return {held + column.first[row], held + column.first[row + 1]};
}

// Both as columns_part.h says.
void PartsWriter::add_rights(uint32_t row, std::vector<uint32_t>& licences) const {
  const auto values = static_cast<uint32_t>(written_->facet(Facet::kLicence).values.size());
  for (const uint32_t right : values_of(written_->facet(Facet::kRight), row)) licences.push_back(values + right);
}

using Effort = std::pair<uint32_t, uint32_t>;  // least minutes and span

std::vector<Effort> efforts_of(const DurationColumn& column, uint32_t row) {
  std::vector<Effort> efforts;
  for (uint32_t i = column.first[row]; i < column.first[row + 1]; ++i) {
    const bool has_end = column.max[i] != MinuteRange::kOpenEnd;
    efforts.emplace_back(column.min[i], has_end ? column.max[i] - column.min[i] + 1 : 0);
  }
  return efforts;
}

// Each once, the most frequent first: most of their numbers have one byte.
std::vector<Effort> different_efforts(const DurationColumn& column, std::span<const uint32_t> rows) {
  std::map<Effort, uint32_t> counts;
  for (const uint32_t row : rows) {
    for (const Effort& effort : efforts_of(column, row)) ++counts[effort];
  }
  std::vector<Effort> efforts;
  efforts.reserve(counts.size());
  for (const auto& [effort, count] : counts) efforts.push_back(effort);
  std::stable_sort(efforts.begin(), efforts.end(),
                   [&](const Effort& a, const Effort& b) { return counts[a] > counts[b]; });
  return efforts;
}

// As columns_part.h says.
void write_efforts(ByteWriter& writer, const DurationColumn& column, std::span<const uint32_t> rows) {
  std::map<Effort, uint32_t> numbers;
  std::vector<uint32_t> least;
  std::vector<uint32_t> spans;
  for (const Effort& effort : different_efforts(column, rows)) {
    numbers[effort] = static_cast<uint32_t>(least.size());
    least.push_back(effort.first);
    spans.push_back(effort.second);
  }
  writer.number(static_cast<uint32_t>(least.size()));
  write_planes(writer, least);
  write_planes(writer, spans);
  ListsWriter lists;
  for (const uint32_t row : rows) {
    std::vector<uint32_t> held;
    for (const Effort& effort : efforts_of(column, row)) held.push_back(numbers[effort]);
    lists.add(held);
  }
  lists.write(writer, rows);
}

// Before the values are arranged.
void PartsWriter::list_values() {
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (facet == Facet::kRight) continue;
    for (const uint32_t row : all_rows_) {
      std::vector<uint32_t> held = values_of(written_->facets[f], row);
      if (facet == Facet::kLicence) add_rights(row, held);
      values_[f].add(held);
    }
  }
}

std::string PartsWriter::columns_part() const {
  ByteWriter writer;
  for (size_t f = 0; f < kFacetCount; ++f)
    if (!is_fixed_list(static_cast<Facet>(f))) values_[f].write(writer, all_rows_);
  write_efforts(writer, written_->durations, all_rows_);
  return taken(writer);
}

// As values_part.h says.
std::string PartsWriter::values_part(const std::vector<uint32_t>& rows) const {
  ByteWriter writer;
  std::vector<uint32_t> gaps;
  uint32_t next = 0;
  for (const uint32_t row : rows) {
    gaps.push_back(row - next);
    next = row + 1;
  }
  writer.number(static_cast<uint32_t>(rows.size()));
  write_planes(writer, gaps);
  for (size_t f = 0; f < kFacetCount; ++f)
    if (static_cast<Facet>(f) != Facet::kRight) values_[f].write(writer, rows);
  return taken(writer);
}

void PartsWriter::choose_orders() {
  if (most_of_each() == 0) return;
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (!is_fixed_list(facet) && written_->facets[f].choices >= kFewestChoices) orders_.push_back(facet);
  }
}

// But for written_values(), which end it.
std::string PartsWriter::head(const TextParts& text) const {
  ByteWriter writer;
  writer.number(columns_.size);
  for (const std::string_view each : {columns_.title, columns_.updated, columns_.licence, columns_.url})
    writer.text(each);
  writer.number(columns_.has_days);
  writer.number(static_cast<uint32_t>(columns_.longest_minutes));
  writer.number(columns_.longest_record());
  writer.number(static_cast<uint32_t>(text.postings.size()));
  writer.number(static_cast<uint32_t>(text.groups.size()));
  writer.number(static_cast<uint32_t>(orders_.size()));
  for (const Facet facet : orders_) writer.number(static_cast<uint32_t>(facet));
  writer.number(most_of_each());
  return taken(writer);
}

void PartsWriter::add_blocks(std::span<const uint32_t> rows, uint32_t per_block) {
  for (size_t first = 0; first < rows.size(); first += per_block) {
    std::string block;
    for (const uint32_t row : rows.subspan(first, std::min<size_t>(per_block, rows.size() - first))) {
      const size_t end = row + 1 < columns_.size ? columns_.record_at[row + 1] : columns_.records.size();
      block.append(columns_.record(row), columns_.records.data() + end);
    }
    give_(next_part_++, block);
  }
}

// The sets of block_sets.h, in their order.
void PartsWriter::add_blocks() {
  add_blocks(all_rows_, kBlockRows);
  for (const Facet facet : orders_) {
    const Column<uint32_t> values = written_choices(*builder_, *written_, facet);
    const Column<uint32_t> sorted =
        rows_by_value(written_->facet(facet), columns_.size, {values.data(), values.size()}, most_of_each());
    add_blocks({sorted.data(), sorted.size()}, kBlockRows);
  }
  if (most_of_each() == 0) return;
  add_blocks({order_of(columns_, Sort::kTitle).data(), most_of_each()}, kBlockRows);
  if (most_of_each() == columns_.size) add_blocks(all_rows_, kSmallBlockRows);
}

std::string PartsWriter::order_part(Sort sort) const {
  const Column<uint32_t>& order = order_of(columns_, sort);
  ByteWriter writer;
  write_planes(writer, {order.data(), order.size()});
  return taken(writer);
}

// Both halves of each hash as one, as web/core/id-hashes.ts has it.
std::string PartsWriter::ids_part() const {
  ByteWriter writer;
  for (uint32_t row = 0; row < columns_.size; ++row) {
    const uint32_t hash = fnv1a(record_id(columns_.record(row)));
    const uint32_t both = (hash >> 16) ^ (hash & 0xFFFF);
    writer.byte(both & 0xFF);
    writer.byte(both >> 8);
  }
  return taken(writer);
}

}  // namespace

void write_parts(const Catalogue& catalogue, const GivePart& give) { PartsWriter(catalogue, give).write(); }

}  // namespace catalogue
