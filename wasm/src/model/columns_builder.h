// SPDX-License-Identifier: MIT
// From trainings, one after the other, to the columns of a catalogue.
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
  // Takes the next training; its words may be forgotten afterwards, except those that `records`
  // holds. Null, or "duplicate-id", "too-many-values".
  const char* add(const Training& training);

  // After the last training, before the first seal_next().
  void end();
  // Takes the next value of a facet, by its words, for trainings that hold values by their index.
  // False when it is none, has come already, is one too many, or when the facet has a fixed list.
  bool add_value(Facet facet, const std::string_view& words);

  // One part of the work that ends the building, at most a few milliseconds at 10,000 trainings.
  // False when there is none left.
  bool seal_next();

 private:
  FacetBuilder& builder(Facet facet) { return builders_[static_cast<size_t>(facet)]; }
  bool add_id(const std::string_view& id);
  void make_room_for_ids(size_t slots);
  void add_durations(const Training& training);
  // A value of the licences: the value of its family, and its rights.
  struct KnownLicence {
    uint16_t family;
    uint8_t rights;
    bool is_known;
  };
  bool add_licence(const Training& training);
  void add_rights(uint8_t rights);
  bool add_list(Facet facet, std::span<const std::string_view> list);
  bool add_words(const Training& training);
  void start_sets();

  Columns& columns_;
  std::array<FacetBuilder, kFacetCount> builders_;
  Column<uint32_t> ids_;  // hash set of id marks
  Column<KnownLicence> licences_;
  size_t sealed_ = 0;
};

}  // namespace catalogue
