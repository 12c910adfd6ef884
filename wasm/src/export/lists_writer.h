// SPDX-License-Identifier: MIT
// Writes what parts/lists.h reads.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "memory/byte_writer.h"

namespace catalogue {

// The lists of the trainings of a catalogue.
class ListsWriter {
 public:
  using List = std::vector<uint32_t>;

  ListsWriter() = default;
  ListsWriter(const ListsWriter&) = delete;  // `lists_` points into `numbers_`
  ListsWriter& operator=(const ListsWriter&) = delete;

  // That of the next training, in any order.
  void add(List list);
  // Writes those of `rows`, each different list once where that is shorter.
  void write(ByteWriter& writer, std::span<const uint32_t> rows) const;

 private:
  std::map<List, uint32_t> numbers_;  // different lists, by the order of their first training
  std::vector<const List*> lists_;    // by number
  std::vector<uint32_t> which_;       // per training: the number of its list
};

void write_planes(ByteWriter& writer, std::span<const uint32_t> numbers);

}  // namespace catalogue
