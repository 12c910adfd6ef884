// SPDX-License-Identifier: MIT
// Checks and adds blocks.
#include "parts/block.h"

#include <iterator>

#include "catalogue/limits.h"
#include "memory/byte_reader.h"
#include "model/record.h"
#include "parts/part_numbers.h"
#include "text/utf8.h"
#include "training_members.h"

namespace catalogue {
namespace {

// At least those of an empty record: a byte per text and list.
constexpr size_t kEmptyRecordBytes = 64;
static_assert(std::size(kTrainingTexts) + std::size(kLicenceTexts) + 2 <= kEmptyRecordBytes);

void check_text(ByteReader& reader) {
  const std::string_view text = reader.text();
  if (text.size() > kMaxStringBytes || !is_utf8(text)) reader.fail();
}

void check_duration(ByteReader& reader) {
  for (uint32_t left = minutes_after(reader.byte()); left; --left) reader.number_up_to(kMaxMinutes);
  check_text(reader);
}

void check_lists(ByteReader& reader) {
  uint32_t held = reader.byte();
  if (held >> std::size(kTrainingLists)) reader.fail();
  for (; held; held >>= 1) {
    if (!(held & 1)) continue;
    for (uint32_t left = reader.number_up_to(kMaxListLength); left; --left) check_text(reader);
  }
}

void check_record(ByteReader& reader) {
  for (const auto text : kTrainingTexts)
    if (text) check_text(reader);
  for (const auto text : kLicenceTexts)
    if (text) check_text(reader);
  check_lists(reader);
  for (uint32_t left = reader.number_up_to(kMaxListLength); left; --left) check_duration(reader);
}

}  // namespace

void start_records(Columns& columns) {
  columns.records.resize(kEmptyRecordBytes);
  columns.record_at.resize(columns.size);
}

const char* read_block(std::string_view part, std::span<const uint32_t> rows, Columns& columns) {
  ByteReader reader(part);
  uint32_t starts[kBlockRows];
  for (size_t i = 0; i < rows.size(); ++i) {
    starts[i] = static_cast<uint32_t>(reader.at() - part.data());
    check_record(reader);
  }
  if (rows.empty() || reader.has_failed() || reader.left()) return kInvalidPart;
  const auto at = static_cast<uint32_t>(columns.records.size());
  columns.records.append(part.data(), part.size());
  for (size_t i = 0; i < rows.size(); ++i) columns.record_at[rows[i]] = at + starts[i];
  return nullptr;
}

}  // namespace catalogue
