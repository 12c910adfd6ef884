// SPDX-License-Identifier: MIT
// Validates lengths and indexes before their first use.
#include "model/compact_reader.h"

#include <cstring>

#include "catalogue/limits.h"
#include "catalogue/minute_range.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

constexpr size_t kBytesPerStep = 1 << 20;

enum : size_t { kSum, kParts, kRecords, kDurations, kFacets, kEnd = kFacets + kFacetCount };

// Whether `first` is a valid offset table: of `rows` lists, with `count` elements in all.
bool is_offset_table(const Column<uint32_t>& first, size_t rows, size_t count) {
  if (first.size() != rows + 1 || first[0] != 0) return false;
  uint32_t last = 0;
  bool ascends = true;
  for (const uint32_t at : first) {
    ascends &= at >= last;
    last = at;
  }
  return ascends && last == count;
}

}  // namespace

bool CompactReader::step() {
  bool is_good = true;
  if (stage_ == kSum) {
    is_good = sum_up();
  } else if (stage_ == kParts) {
    is_good = find_parts() && read_words();
    ++stage_;
  } else {
    is_good = check_column(stage_++);
  }
  if (!is_good && !code_) code_ = "damaged-file";
  return is_good && stage_ < kEnd;
}

bool CompactReader::sum_up() {
  const Column<char>& file = columns_.bytes;
  if (at_ == 0) {
    if (file.size() < kCompactHeader || file.size() % 8 != 0) return false;
    if (file[kCompactMagic.size() - 1] != kCompactMagic.back()) {
      code_ = "unknown-version";
      return false;
    }
    at_ = kCompactHeader;
  }
  const size_t left = file.size() - at_;
  const size_t size = left < kBytesPerStep ? left : kBytesPerStep;
  sum_.add(file.data() + at_, size);
  at_ += size;
  if (at_ < file.size()) return true;
  ++stage_;
  at_ = kCompactHeader;
  uint64_t sum;
  std::memcpy(&sum, file.data() + kCompactMagic.size(), sizeof sum);
  return sum == sum_.value();
}

// Points `part` to the elements of the next part of the file. Sets the code if they do not fit in the file.
void CompactReader::find_part(ColumnBytes& part, size_t element_size) {
  Column<char>& file = columns_.bytes;
  uint64_t count = UINT64_MAX;
  if (file.size() - at_ >= sizeof count) std::memcpy(&count, file.data() + at_, sizeof count);
  const size_t left = file.size() - at_ - sizeof count;
  if (count > left / element_size) {
    code_ = "damaged-file";
    return;
  }
  const auto size = static_cast<size_t>(count) * element_size;
  part.borrow(file.data() + at_ + sizeof count, static_cast<size_t>(count));
  at_ += sizeof count + ((size + 7) & ~size_t{7});
}

bool CompactReader::find_parts() {
  for_each_part(columns_, words_, [this]<typename T>(Column<T>& column) { find_part(column, sizeof(T)); });
  const size_t rows = columns_.durations.first.size() - 1;
  if (!!code_ || at_ != columns_.bytes.size() || rows > kMaxTrainings) return false;
  if (columns_.record_at.size() != rows) return false;
  columns_.size = static_cast<uint32_t>(rows);
  at_ = 0;
  return true;
}

uint32_t CompactReader::take_number() {
  uint32_t number = UINT32_MAX;
  if (words_.size() - at_ < sizeof number) {
    at_ = words_.size();
    return number;
  }
  std::memcpy(&number, words_.data() + at_, sizeof number);
  at_ += sizeof number;
  return number;
}

// Sets the code if the string does not fit or is no UTF-8.
void CompactReader::take_string(std::string_view& words) {
  const uint32_t size = take_number();
  const std::string_view taken(words_.data() + at_, size);
  if (size > words_.size() - at_ || !is_utf8(taken)) {
    code_ = "damaged-file";
    return;
  }
  at_ += size;
  words = taken;
}

bool CompactReader::read_words() {
  take_string(columns_.title);
  take_string(columns_.updated);
  take_string(columns_.licence);
  take_string(columns_.url);
  for (size_t f = 0; f < kFacetCount; ++f) {
    const uint32_t count = take_number();
    for (uint32_t i = 0; i < count; ++i) {
      std::string_view words;
      take_string(words);
      if (!builder_.add_value(static_cast<Facet>(f), words)) return false;
    }
  }
  const bool is_whole = !code_ && at_ == words_.size();
  at_ = 0;
  return is_whole;
}

bool CompactReader::check_column(size_t index) const {
  if (index == kRecords) {
    bool is_good = true;
    for (const uint32_t at : columns_.record_at) is_good &= at <= columns_.records.size();
    return is_good;
  }
  const DurationColumn& durations = columns_.durations;
  if (index == kDurations) {
    bool is_good = is_offset_table(durations.first, columns_.size, durations.min.size()) &&
                   durations.max.size() == durations.min.size();
    for (size_t i = 0; is_good && i < durations.min.size(); ++i) {
      const int32_t max = durations.max[i];
      is_good = durations.min[i] >= 0 && durations.min[i] <= kMaxMinutes && durations.min[i] <= max &&
                (max <= kMaxMinutes || max == MinuteRange::kOpenEnd);
    }
    return is_good;
  }
  const FacetColumn& facet = columns_.facets[index - kFacets];
  bool is_good = is_offset_table(facet.first, columns_.size, facet.held.size());
  for (const uint16_t value : facet.held) is_good &= value < facet.values.size();
  return is_good;
}

}  // namespace catalogue
