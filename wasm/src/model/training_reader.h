// SPDX-License-Identifier: MIT
// Reads one training from JSON.
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

// Known members nest five deep: catalogue, trainings, training, durations, duration.
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

  // Reads the training at the cursor. False when it is refused or no JSON.
  bool read(Training& training);

  // The reason for a refusal; null when it is no JSON: then the cursor has the fault.
  const char* code() const { return code_; }
  const char* detail() const { return detail_; }
  // Writes the JSON Pointer of the fault inside the training ("/durations/0/min").
  void write_place(Output& out) const;

 private:
  enum class Object : uint8_t { kTraining, kLicence, kDuration };

  // A step of the path from the training to the current value: a member, or an item when `member` is null.
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
  bool read_list_item(Column<std::string_view>& list);
  bool read_text(std::string_view& text);
  bool read_minutes(int32_t& minutes);
  bool read_truth(bool& truth);
  bool refuse(const char* code, const char* detail = "");
  bool refuse_type();

  JsonCursor& cursor_;
  Training* training_ = nullptr;
  Column<Duration> durations_;         // of the training being read
  Column<std::string_view> lists_[8];  // by place in kTrainingLists
  Step steps_[kMaxSteps];
  size_t depth_ = 0;
  const char* code_ = nullptr;
  const char* detail_ = "";
};

}  // namespace catalogue
