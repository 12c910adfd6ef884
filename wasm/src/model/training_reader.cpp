// SPDX-License-Identifier: MIT
// Reads the members of a training.
#include "model/training_reader.h"

#include <iterator>
#include <type_traits>

#include "training_members.h"

namespace catalogue {

bool TrainingReader::refuse(const char* code, const char* detail) {
  code_ = code;
  detail_ = detail;
  return false;
}

// Refuses a value of the wrong type. If it is no JSON, the cursor has the fault instead.
bool TrainingReader::refuse_type() {
  return !cursor_.fault() && cursor_.skip_value(kMaxUnknownDepth) && refuse("wrong-type");
}

void TrainingReader::write_place(Output& out) const {
  for (size_t i = 0; i < depth_; ++i) {
    out.write('/');
    if (steps_[i].member) {
      out.write(steps_[i].member);
    } else {
      out.number(steps_[i].item);
    }
  }
}

// Reads a member's name and its colon. `next` is the name expected first, and becomes the one expected after `name`.
// For a name that is not among `names`, both are past the end.
bool TrainingReader::read_name(const char* names, ListedName& name, ListedName& next) {
  const char* const end = *next.name ? cursor_.skip_string(next.name) : nullptr;
  if (end) {
    name = next;
    next = {end + 1, name.index + 1};
  } else {
    std::string_view other;
    if (!cursor_.take_string(other)) return false;
    name = {names};
    name.find(other);
    next = name;
    if (*next.name) next.step();
  }
  return cursor_.take(':');
}

// On a fault, steps_ keeps the path to it.
bool TrainingReader::read_object(Object object, const char* names) {
  if (!cursor_.take('{')) return refuse_type();
  if (cursor_.take('}')) return true;
  ListedName name;
  ListedName next = {names};
  uint32_t seen = 0;
  do {
    if (!read_name(names, name, next)) return false;
    if (!*name.name) {
      if (!cursor_.skip_value(kMaxUnknownDepth)) return false;
      continue;
    }
    steps_[depth_++] = {name.name, 0};
    if (seen >> name.index & 1) return refuse("duplicate-member");
    seen |= 1u << name.index;
    if (!cursor_.take_null() && !read_member(object, name.index)) return false;
    --depth_;
  } while (cursor_.take(','));
  return cursor_.take('}');
}

bool TrainingReader::read_member(Object object, size_t member) {
  switch (object) {
    case Object::kTraining:
      return read_training_member(member);
    case Object::kLicence:
      if (const auto text = kLicenceTexts[member]) return read_text(training_->licence.*text);
      return read_array(&lists_[std::size(lists_) - 1]);
    default:
      return read_duration_member(member);
  }
}

// An array of strings; of durations when `list` is null.
bool TrainingReader::read_array(Column<std::string_view>* list) {
  if (!cursor_.take('[')) return refuse_type();
  if (cursor_.take(']')) return true;
  Step& step = steps_[depth_++] = {};
  do {
    if (step.item == kMaxListLength) return refuse("list-too-long");
    if (!(list ? read_list_item(*list) : read_duration())) return false;
    ++step.item;
  } while (cursor_.take(','));
  --depth_;
  return cursor_.take(']');
}

bool TrainingReader::read_text(std::string_view& text) { return cursor_.take_string(text) || refuse_type(); }

bool TrainingReader::read_minutes(int32_t& minutes) {
  int32_t number;
  if (!cursor_.take_number(number)) return refuse_type();
  if (number < 0 || number > kMaxMinutes) return refuse("bad-minutes");
  minutes = number;
  return true;
}

bool TrainingReader::read_truth(bool& truth) {
  truth = cursor_.next() == 't';
  return cursor_.skip(truth ? "true" : "false") || refuse_type();
}

bool TrainingReader::read_list_item(Column<std::string_view>& list) {
  std::string_view item;
  if (!read_text(item)) return false;
  if (!item.empty()) list.push_back(item);
  return true;
}

bool TrainingReader::read_duration_member(size_t member) {
  Duration& duration = durations_.back();
  switch (member) {
    case kMin:
      return read_minutes(duration.min);
    case kMax:
      return read_minutes(duration.max);
    case kSpan:
      return read_minutes(duration.span);
    case kApprox:
      return read_truth(duration.approx);
    default:
      return read_text(member == kBasis ? duration.basis : duration.text);
  }
}

bool TrainingReader::read_duration() {
  durations_.push_back(kEmptyDuration);
  if (!read_object(Object::kDuration, kDurationMembers)) return false;
  const Duration& duration = durations_.back();
  const bool has_min = duration.is_known();
  if (duration.has_end() && (!has_min || duration.min > duration.max)) return refuse("bad-duration");
  // Drops an empty alternative.
  if (!has_min && duration.span == kUnknownMinutes && duration.text.empty()) durations_.truncate(durations_.size() - 1);
  return true;
}

bool TrainingReader::read_training_member(size_t member) {
  if (const auto text = kTrainingTexts[member]) return read_text(training_->*text);
  if (member == kLicence) return read_object(Object::kLicence, kLicenceMembers);
  return read_array(member == kDurations ? nullptr : &lists_[member - kModalities]);
}

bool TrainingReader::read(Training& training) {
  training = kEmptyTraining;
  training_ = &training;
  durations_.clear();
  for (auto& list : lists_) list.clear();
  if (!read_object(Object::kTraining, kTrainingMembers)) return false;
  training.durations = durations_;
  static_assert(std::extent_v<decltype(lists_)> == std::size(kTrainingLists));
  for (size_t i = 0; i < std::size(kTrainingLists); ++i) training.*kTrainingLists[i] = lists_[i];
  if (training.id.empty()) return refuse("missing-member", "id");
  return !training.title.empty() || refuse("missing-member", "title");
}

}  // namespace catalogue
