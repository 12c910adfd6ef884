// SPDX-License-Identifier: MIT
// One training of a catalogue, heard from nlohmann's SAX parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/result.h"
#include "catalogue/training.h"
#include "memory/column.h"
#include "model/json_cursor.h"

namespace catalogue {

// Fills a Training from parser events. Strings come from the cursor, as views into its bytes; lists
// live in the handler until the next training.
//
// Rules: unknown members are ignored, whatever they hold; null is the same as an absent member;
// a known member of a wrong type, or given twice, is refused; `id` and `title` are needed;
// minutes are integers of 0 to kMaxMinutes, min and max come together with min <= max.
class TrainingHandler {
 public:
  explicit TrainingHandler(const JsonCursor& cursor) : cursor_(cursor) {}

  void begin(Training& training);
  // Reads a value that is ignored, whatever it holds.
  void begin_unknown(Training& training);
  // After the parser: whether the training is whole. Empty code when it is.
  std::string_view code() const { return code_; }
  // Whether the bytes are not JSON, rather than JSON that says something wrong.
  bool is_syntax_fault() const { return is_syntax_fault_; }
  // JSON Pointer of the fault inside the training ("/durations/0/min"), and what is at fault.
  std::string where() const;
  std::string_view detail() const { return detail_; }

  // Events, as nlohmann::json_sax names them.
  bool null();
  bool boolean(bool value);
  template <typename Number>
  bool number_integer(Number) { return number(); }
  template <typename Number>
  bool number_unsigned(Number) { return number(); }
  template <typename Number, typename Words>
  bool number_float(Number, const Words&) { return number(); }
  template <typename Words>
  bool string(Words&) { return words(); }
  template <typename Bytes>
  bool binary(Bytes&) { return false; }
  template <typename Words>
  bool key(Words&) { return member(); }
  bool start_object(size_t) { return open(/*is_array=*/false); }
  bool start_array(size_t) { return open(/*is_array=*/true); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  template <typename Words, typename Problem>
  bool parse_error(size_t, Words, const Problem&) {
    return refuse_syntax();
  }

 private:
  // Where the next value lies.
  enum class Place : uint8_t { kOutside, kTraining, kLicence, kDurations, kDuration, kList };

  bool scalar();
  bool number();
  bool words();
  bool member();
  bool open(bool is_array);
  bool close();
  bool open_known(bool is_array);
  bool close_duration();
  bool refuse_syntax();
  bool refuse(std::string_view code, std::string_view detail = {});
  std::string_view* target();

  const JsonCursor& cursor_;
  Training* training_ = nullptr;
  Column<Duration> durations_;  // what the training's spans show
  Column<std::string_view> lists_[3];
  Place place_ = Place::kOutside;
  int8_t outer_member_ = -1;  // member of the training, index in its table; -1 when unknown
  int8_t member_ = -1;        // member of the innermost object
  uint32_t outer_seen_ = 0;   // bits of the members already given
  uint32_t seen_ = 0;
  uint32_t skipped_depth_ = 0;  // arrays and objects inside an unknown member
  bool is_syntax_fault_ = false;
  std::string_view code_;
  std::string_view detail_;
};

}  // namespace catalogue
