// SPDX-License-Identifier: MIT
// One training of a catalogue, read from JSON.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/limits.h"
#include "catalogue/training.h"
#include "memory/column.h"
#include "model/json_cursor.h"
#include "text/names.h"
#include "text/output.h"

namespace catalogue {

// Catalogue, trainings, training, durations, duration: what lies in an unknown member is counted
// from there, wherever it is.
inline constexpr uint32_t kMaxUnknownDepth = kMaxDepth - 5;

// Fills a Training member by member. Strings are views into the cursor's bytes; lists live in the
// reader until the next training.
//
// Rules: unknown members are ignored, whatever they hold; null is the same as an absent member;
// a known member of a wrong type, or given twice, is refused; `id` and `title` are needed;
// minutes are integers of 0 to kMaxMinutes, min and max come together with min <= max.
class TrainingReader {
 public:
  explicit TrainingReader(JsonCursor& cursor) : cursor_(cursor) {}

  // Reads the training that begins at the cursor. False when it is refused, or is no JSON.
  bool read(Training& training);

  // Why JSON was refused; null when it is no JSON, and the cursor says why.
  const char* code() const { return code_; }
  const char* detail() const { return detail_; }
  // Writes the JSON Pointer of the fault inside the training ("/durations/0/min").
  void write_place(Output& out) const;

 private:
  enum class Object : uint8_t { kTraining, kLicence, kDuration };

  // A step of the way from the training to what is being read: a member, or an item when it has none.
  struct Step {
    const char* member;
    uint32_t item;
  };
  static constexpr size_t kMaxSteps = 3;

  bool read_name(const char* names, ListedName& name, ListedName& next);
  bool read_object(Object object, const char* names);
  bool read_member(Object object, size_t member);
  bool read_array(Column<std::string_view>* list);
  bool read_training_member(size_t member);
  bool read_duration_member(size_t member);
  bool read_duration();
  bool read_list_words(Column<std::string_view>& list);
  bool read_words(std::string_view& words);
  bool read_minutes(int32_t& minutes);
  bool read_truth(bool& truth);
  bool refuse(const char* code, const char* detail = "");
  bool refuse_type();

  JsonCursor& cursor_;
  Training* training_ = nullptr;
  Column<Duration> durations_;  // what the training's spans show
  Column<std::string_view> lists_[4];
  Step steps_[kMaxSteps];
  size_t depth_ = 0;
  const char* code_ = nullptr;
  const char* detail_ = "";
};

}  // namespace catalogue
