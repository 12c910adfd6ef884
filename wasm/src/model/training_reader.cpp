// SPDX-License-Identifier: MIT
// One training, member after member.
#include "model/training_reader.h"

#include "text/names.h"

namespace catalogue {
namespace {

// Members in the order in which files mostly give them, see read_name.
constexpr std::string_view kTrainingMembers[] = {
    "id",         "title",     "provider", "url",    "description",  "durations",        "licence",
    "modalities", "languages", "themes",   "source", "registration", "registrationLabel"};
enum : size_t { kDurations = 5, kLicence, kModalities, kLanguages, kThemes };

constexpr std::string_view Training::*kTrainingWords[] = {
    &Training::id, &Training::title, &Training::provider, &Training::url, &Training::description,
    nullptr, nullptr, nullptr, nullptr, nullptr,
    &Training::source, &Training::registration, &Training::registration_label};

constexpr std::string_view kLicenceMembers[] = {"id", "url", "jurisdiction", "text"};
constexpr std::string_view Licence::*kLicenceWords[] = {&Licence::id, &Licence::url,
                                                        &Licence::jurisdiction, &Licence::text};

constexpr std::string_view kDurationMembers[] = {"min", "max", "approx", "span", "basis", "text"};
enum : size_t { kMin, kMax, kApprox, kSpan, kBasis, kText };

}  // namespace

bool TrainingReader::refuse(std::string_view code, std::string_view detail) {
  code_ = code;
  detail_ = detail;
  return false;
}

// For a value of another type than asked, at the cursor: it is JSON all the same, or it is the cursor's to tell.
bool TrainingReader::refuse_type() {
  return cursor_.fault().empty() && cursor_.skip_value(kMaxUnknownDepth) && refuse("wrong-type");
}

void TrainingReader::write_place(Output& out) const {
  for (size_t i = 0; i < depth_; ++i) {
    out.write('/');
    if (steps_[i].member.empty()) {
      out.number(steps_[i].item);
    } else {
      out.write(steps_[i].member);
    }
  }
}

// Reads a member's name and its colon. `member`: where the last one stands in `names`; becomes where this one does, or
// the number of names.
bool TrainingReader::read_name(std::span<const std::string_view> names, size_t& member) {
  const size_t next = member + 1 < names.size() ? member + 1 : 0;
  if (cursor_.skip_string(names[next])) {
    member = next;
  } else {
    std::string_view name;
    if (!cursor_.take_string(name)) return false;
    member = index_of(names, name);
  }
  return cursor_.take(':');
}

// At a fault, `steps_` is left as it was there.
bool TrainingReader::read_object(std::span<const std::string_view> names, ReadMember read_member) {
  if (!cursor_.take('{')) return refuse_type();
  if (cursor_.take('}')) return true;
  size_t member = names.size();
  uint32_t seen = 0;
  do {
    if (!read_name(names, member)) return false;
    if (member == names.size()) {
      if (!cursor_.skip_value(kMaxUnknownDepth)) return false;
      continue;
    }
    steps_[depth_++] = {names[member]};
    if (seen >> member & 1) return refuse("duplicate-member");
    seen |= 1u << member;
    if (!cursor_.take_null() && !(this->*read_member)(member)) return false;
    --depth_;
  } while (cursor_.take(','));
  return cursor_.take('}');
}

bool TrainingReader::read_array(ReadItem read_item) {
  if (!cursor_.take('[')) return refuse_type();
  if (cursor_.take(']')) return true;
  Step& step = steps_[depth_++] = {};
  do {
    if (step.item == kMaxListLength) return refuse("list-too-long");
    if (!(this->*read_item)()) return false;
    ++step.item;
  } while (cursor_.take(','));
  --depth_;
  return cursor_.take(']');
}

bool TrainingReader::read_words(std::string_view& words) {
  return cursor_.take_string(words) || refuse_type();
}

bool TrainingReader::read_minutes(int32_t& minutes) {
  int64_t number;
  if (!cursor_.take_number(number)) return refuse_type();
  if (number < 0 || number > kMaxMinutes) return refuse("bad-minutes");
  minutes = static_cast<int32_t>(number);
  return true;
}

bool TrainingReader::read_truth(bool& truth) {
  truth = cursor_.next() == 't';
  return cursor_.skip(truth ? "true" : "false") || refuse_type();
}

bool TrainingReader::read_list_words() {
  std::string_view words;
  if (!read_words(words)) return false;
  if (!words.empty()) list_->push_back(words);
  return true;
}

bool TrainingReader::read_licence_member(size_t member) {
  return read_words(training_->licence.*kLicenceWords[member]);
}

bool TrainingReader::read_duration_member(size_t member) {
  Duration& duration = durations_.back();
  switch (member) {
    case kMin: return read_minutes(duration.min);
    case kMax: return read_minutes(duration.max);
    case kSpan: return read_minutes(duration.span);
    case kApprox: return read_truth(duration.approx);
    default: return read_words(member == kBasis ? duration.basis : duration.text);
  }
}

bool TrainingReader::read_duration() {
  durations_.push_back({});
  if (!read_object(kDurationMembers, &TrainingReader::read_duration_member)) return false;
  const Duration& duration = durations_.back();
  const bool has_min = duration.min != kUnknownMinutes;
  if (has_min != (duration.max != kUnknownMinutes) || duration.min > duration.max) return refuse("bad-duration");
  // An alternative that says nothing is no alternative.
  if (!has_min && duration.span == kUnknownMinutes && duration.text.empty()) durations_.truncate(durations_.size() - 1);
  return true;
}

bool TrainingReader::read_training_member(size_t member) {
  if (const auto words = kTrainingWords[member]) return read_words(training_->*words);
  if (member == kDurations) return read_array(&TrainingReader::read_duration);
  if (member == kLicence) return read_object(kLicenceMembers, &TrainingReader::read_licence_member);
  list_ = &lists_[member - kModalities];
  return read_array(&TrainingReader::read_list_words);
}

bool TrainingReader::read(Training& training) {
  static constexpr Training kEmpty;
  training = kEmpty;
  training_ = &training;
  durations_.clear();
  for (auto& list : lists_) list.clear();
  if (!read_object(kTrainingMembers, &TrainingReader::read_training_member)) return false;
  training.durations = durations_;
  training.modalities = lists_[0];
  training.languages = lists_[1];
  training.themes = lists_[2];
  if (training.id.empty()) return refuse("missing-member", "id");
  return !training.title.empty() || refuse("missing-member", "title");
}

}  // namespace catalogue
