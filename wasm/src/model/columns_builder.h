// SPDX-License-Identifier: MIT
// Builds the columns of a catalogue, training by training.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/training.h"
#include "model/columns.h"
#include "model/facet_builder.h"

namespace catalogue {

class ColumnsBuilder {
 public:
  explicit ColumnsBuilder(Columns& columns);

  void reserve(size_t rows);
  // Adds the next training. Copies its strings, but for those in `records`. Returns null, or "duplicate-id" or
  // "too-many-values".
  const char* add(const Training& training);

  // After the last training, before the first seal_next().
  void end();
  // Adds the next value of a facet, by its label, for columns that hold values by index.
  // False when it is empty, a duplicate, one too many, or when the facet has a fixed list.
  bool add_value(Facet facet, const std::string_view& label);

  // Does the next part of the final work: a few milliseconds at most for 10,000 trainings. False when done.
  bool seal_next();

 private:
  FacetBuilder& builder(Facet facet) { return builders_[static_cast<size_t>(facet)]; }
  bool add_id(const std::string_view& id);
  void make_room_for_ids(size_t slots);
  void add_durations(const Training& training);
  // By value of the licence facet: the value of its family, and its rights.
  struct KnownLicence {
    uint16_t family;
    uint8_t rights;
    bool is_known;
  };
  bool add_licence(const Training& training);
  void add_rights(uint8_t rights);
  bool add_list(Facet facet, std::span<const std::string_view> list);
  bool add_texts(const Training& training);
  void start_sets();

  Columns& columns_;
  std::array<FacetBuilder, kFacetCount> builders_;
  Column<uint32_t> ids_;  // hash set of id marks
  Column<KnownLicence> licences_;
  size_t sealed_ = 0;
};

}  // namespace catalogue
