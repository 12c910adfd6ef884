// SPDX-License-Identifier: MIT
// Writes lists, each different one once where most repeat.
#include "export/lists_writer.h"

#include <algorithm>
#include <map>

namespace catalogue {
namespace {

using List = std::vector<uint32_t>;

// Lists that repeat less often than this are as short without a table of them.
constexpr size_t kFewestRepeats = 8;

void write_sizes_and_numbers(ByteWriter& writer, std::span<const List* const> lists) {
  List numbers;
  for (const List* const list : lists) {
    writer.number(static_cast<uint32_t>(list->size()));
    numbers.insert(numbers.end(), list->begin(), list->end());
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

void write_lists(ByteWriter& writer, const std::vector<List>& lists) {
  std::map<List, uint32_t> counts;
  for (const List& list : lists) ++counts[list];
  std::vector<const List*> written;
  if (counts.size() * kFewestRepeats >= lists.size()) {
    writer.number(0);
    for (const List& list : lists) written.push_back(&list);
    return write_sizes_and_numbers(writer, written);
  }
  for (const auto& [list, count] : counts) written.push_back(&list);
  // The most frequent first: their numbers have one byte.
  std::stable_sort(written.begin(), written.end(),
                   [&](const List* a, const List* b) { return counts[*a] > counts[*b]; });
  writer.number(static_cast<uint32_t>(written.size()));
  write_sizes_and_numbers(writer, written);
  for (uint32_t i = 0; i < written.size(); ++i) counts[*written[i]] = i;
  List which;
  for (const List& list : lists) which.push_back(counts[list]);
  write_planes(writer, which);
}

}  // namespace catalogue
