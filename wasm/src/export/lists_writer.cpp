// SPDX-License-Identifier: MIT
// Writes lists, each different one once where most repeat.
#include "export/lists_writer.h"

#include <algorithm>
#include <utility>

namespace catalogue {
namespace {

using List = ListsWriter::List;

// Lists that repeat less often than this, or are of one number at most, are as short without a table of them.
constexpr size_t kFewestRepeats = 8;

void write_sizes_and_numbers(ByteWriter& writer, std::span<const List* const> lists) {
  List numbers;
  for (const List* const list : lists) {
    writer.number(static_cast<uint32_t>(list->size()));
    uint32_t before = 0;
    for (const uint32_t number : *list) {
      numbers.push_back(number - before);
      before = number;
    }
  }
  write_planes(writer, numbers);
}

}  // namespace

void write_planes(ByteWriter& writer, std::span<const uint32_t> numbers) {
  uint32_t most = 0;
  for (const uint32_t number : numbers) most = std::max(most, number);
  uint32_t planes = 1;
  while (planes < 4 && most >> 8 * planes) ++planes;
  writer.byte(planes);
  for (uint32_t plane = 0; plane < planes; ++plane) {
    for (const uint32_t number : numbers) writer.byte(number >> 8 * plane & 0xFF);
  }
}

void ListsWriter::add(List list) {
  std::sort(list.begin(), list.end());
  const auto [place, is_new] = numbers_.emplace(std::move(list), static_cast<uint32_t>(lists_.size()));
  if (is_new) lists_.push_back(&place->first);
  which_.push_back(place->second);
}

void ListsWriter::write(ByteWriter& writer, std::span<const uint32_t> rows) const {
  std::vector<uint32_t> counts(lists_.size());
  for (const uint32_t row : rows) ++counts[which_[row]];
  std::vector<uint32_t> different;
  for (uint32_t number = 0; number < counts.size(); ++number)
    if (counts[number]) different.push_back(number);
  std::vector<const List*> written;
  const bool is_list =
      std::any_of(different.begin(), different.end(), [&](uint32_t i) { return lists_[i]->size() > 1; });
  if (!is_list || different.size() * kFewestRepeats >= rows.size()) {
    writer.number(0);
    for (const uint32_t row : rows) written.push_back(lists_[which_[row]]);
    return write_sizes_and_numbers(writer, written);
  }
  // The most frequent first: their numbers have one byte.
  std::sort(different.begin(), different.end(), [&](uint32_t a, uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : *lists_[a] < *lists_[b];
  });
  for (const uint32_t number : different) written.push_back(lists_[number]);
  writer.number(static_cast<uint32_t>(written.size()));
  write_sizes_and_numbers(writer, written);
  for (uint32_t i = 0; i < different.size(); ++i) counts[different[i]] = i;
  List which;
  for (const uint32_t row : rows) which.push_back(counts[which_[row]]);
  write_planes(writer, which);
}

}  // namespace catalogue
