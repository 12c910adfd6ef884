// SPDX-License-Identifier: MIT
// Builds the columns of a catalogue, training by training.
#pragma once

#include <array>
#include <cstdint>
#include <span>
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
  // The same for a training whose id no other has.
  const char* add_unique(const Training& training);

  // After the last training, before the first seal_next().
  void end();
  // Does the next part of the final work: a few milliseconds for 100,000 trainings. False when done.
  bool seal_next();

  FacetBuilder& builder(Facet facet) { return builders_[static_cast<size_t>(facet)]; }
  const FacetBuilder& builder(Facet facet) const { return builders_[static_cast<size_t>(facet)]; }

  // For a catalogue in parts, whose values and totals come before its trainings. After the last value:
  void arrange_values();
  // Instead of add(), which calls them: the alternatives of the next training.
  void begin_durations();
  void add_interval(int32_t min, int32_t max);
  void end_durations();

 private:
  bool add_id(const std::string_view& id);
  void make_room_for_ids(size_t slots);
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
  void write_labels(Facet facet);
  void declare_sets();
  void start_sets();

  Columns& columns_;
  std::array<FacetBuilder, kFacetCount> builders_;
  Column<uint32_t> ids_;  // hash set of id marks
  Column<KnownLicence> licences_;
  size_t sealed_ = 0;
};

}  // namespace catalogue
