// SPDX-License-Identifier: MIT
// One training, event after event.
#include "model/training_handler.h"

#include <span>

#include "catalogue/limits.h"
#include "text/number.h"

namespace catalogue {
namespace {

// Members in the order in which files mostly give them, see index_of.
constexpr std::string_view kTrainingMembers[] = {
    "id",         "title",     "provider", "url",    "description",  "durations",        "licence",
    "modalities", "languages", "themes",   "source", "registration", "registrationLabel"};
enum : int8_t { kDurations = 5, kLicence, kModalities, kLanguages, kThemes };

constexpr std::string_view Training::*kTrainingWords[] = {
    &Training::id, &Training::title, &Training::provider, &Training::url, &Training::description,
    nullptr, nullptr, nullptr, nullptr, nullptr,
    &Training::source, &Training::registration, &Training::registration_label};

constexpr std::string_view kLicenceMembers[] = {"id", "url", "jurisdiction", "text"};
constexpr std::string_view Licence::*kLicenceWords[] = {&Licence::id, &Licence::url,
                                                        &Licence::jurisdiction, &Licence::text};

constexpr std::string_view kDurationMembers[] = {"min", "max", "approx", "span", "basis", "text"};
enum : int8_t { kMin, kMax, kApprox, kSpan, kBasis, kText };

// Catalogue, trainings, training, durations, duration: what lies in an unknown member is counted
// from there, wherever it is.
constexpr uint32_t kDeepestObject = 5;

// Where `name` stands in `names`, or -1. Looks first behind the last one found: there it mostly is.
int8_t index_of(std::span<const std::string_view> names, std::string_view name, int8_t last) {
  size_t i = static_cast<size_t>(last + 1);
  for (size_t tried = 0; tried < names.size(); ++tried, ++i) {
    if (i >= names.size()) i = 0;
    if (names[i] == name) return static_cast<int8_t>(i);
  }
  return -1;
}

}  // namespace

void TrainingHandler::begin(Training& training) {
  training_ = &training;
  training = {};
  durations_.clear();
  for (auto& list : lists_) list.clear();
  place_ = Place::kOutside;
  outer_seen_ = skipped_depth_ = 0;
  outer_member_ = member_ = -1;
}

void TrainingHandler::begin_unknown(Training& training) {
  begin(training);
  place_ = Place::kTraining;
}

bool TrainingHandler::refuse(std::string_view code, std::string_view detail) {
  if (code_.empty()) {
    code_ = code;
    detail_ = detail;
  }
  return false;
}

bool TrainingHandler::refuse_syntax() {
  is_syntax_fault_ = true;
  return refuse("invalid-json");
}

std::string TrainingHandler::where() const {
  std::string pointer;
  if (place_ == Place::kOutside || outer_member_ < 0) return pointer;
  pointer += '/';
  pointer += kTrainingMembers[outer_member_];
  if (place_ == Place::kDuration || place_ == Place::kDurations) {
    pointer += '/';
    append_number(pointer, durations_.size() - (place_ == Place::kDuration ? 1 : 0));
  }
  if (place_ == Place::kList) {
    pointer += '/';
    append_number(pointer, lists_[outer_member_ - kModalities].size());
  }
  if (member_ >= 0 && (place_ == Place::kDuration || place_ == Place::kLicence)) {
    pointer += '/';
    pointer += place_ == Place::kDuration ? kDurationMembers[member_] : kLicenceMembers[member_];
  }
  return pointer;
}

// The string that the next value fills, or null when it is to be something else.
std::string_view* TrainingHandler::target() {
  if (place_ == Place::kTraining) {
    const auto words = kTrainingWords[outer_member_];
    return words ? &(training_->*words) : nullptr;
  }
  if (place_ == Place::kLicence) return &(training_->licence.*kLicenceWords[member_]);
  Duration& duration = durations_.back();
  return member_ == kBasis ? &duration.basis : member_ == kText ? &duration.text : nullptr;
}

bool TrainingHandler::null() {
  if (skipped_depth_ > 0) return true;
  const bool is_member = place_ == Place::kTraining || place_ == Place::kLicence ||
                         place_ == Place::kDuration;
  return is_member || refuse("wrong-type");
}

bool TrainingHandler::boolean(bool value) {
  if (skipped_depth_ > 0 || place_ != Place::kDuration || member_ != kApprox) return scalar();
  durations_.back().approx = value;
  return true;
}

// A scalar where none of the known members wants it.
bool TrainingHandler::scalar() {
  if (skipped_depth_ > 0) return true;
  const bool is_member = place_ == Place::kTraining || place_ == Place::kLicence ||
                         place_ == Place::kDuration;
  return (is_member && member_ < 0) || refuse("wrong-type");
}

bool TrainingHandler::number() {
  constexpr int32_t Duration::*kFields[] = {&Duration::min, &Duration::max, nullptr, &Duration::span};
  const bool is_field = place_ == Place::kDuration && member_ >= 0 && member_ <= kSpan;
  if (skipped_depth_ > 0 || !is_field || !kFields[member_]) return scalar();
  const int64_t minutes = cursor_.number();
  if (minutes < 0 || minutes > kMaxMinutes) return refuse("bad-minutes");
  durations_.back().*kFields[member_] = static_cast<int32_t>(minutes);
  return true;
}

bool TrainingHandler::words() {
  if (skipped_depth_ > 0) return true;
  if (place_ == Place::kList) {
    Column<std::string_view>& list = lists_[outer_member_ - kModalities];
    if (list.size() >= kMaxListLength) return refuse("list-too-long");
    if (!cursor_.string().empty()) list.push_back(cursor_.string());
    return true;
  }
  if (place_ == Place::kOutside || place_ == Place::kDurations) return refuse("wrong-type");
  if (member_ < 0) return true;
  std::string_view* const field = target();
  if (!field) return refuse("wrong-type");
  *field = cursor_.string();
  return true;
}

bool TrainingHandler::member() {
  if (skipped_depth_ > 0) return true;
  const std::string_view name = cursor_.string();
  if (place_ == Place::kTraining) {
    outer_member_ = member_ = index_of(kTrainingMembers, name, outer_member_);
  } else {
    member_ = place_ == Place::kLicence ? index_of(kLicenceMembers, name, member_)
                                        : index_of(kDurationMembers, name, member_);
  }
  if (member_ < 0) return true;
  uint32_t& seen = place_ == Place::kTraining ? outer_seen_ : seen_;
  const uint32_t bit = 1u << member_;
  if (seen & bit) return refuse("duplicate-member");
  seen |= bit;
  return true;
}

bool TrainingHandler::open(bool is_array) {
  const bool is_object = place_ == Place::kTraining || place_ == Place::kLicence ||
                         place_ == Place::kDuration;
  if (skipped_depth_ > 0 || (is_object && member_ < 0)) {
    return ++skipped_depth_ + kDeepestObject <= kMaxDepth || refuse("too-deep");
  }
  return open_known(is_array) || refuse("wrong-type");
}

bool TrainingHandler::open_known(bool is_array) {
  if (place_ == Place::kOutside) {
    place_ = Place::kTraining;
    return !is_array;
  }
  if (place_ == Place::kDurations) {
    if (durations_.size() >= kMaxListLength) return refuse("list-too-long");
    if (is_array) return false;
    place_ = Place::kDuration;
    member_ = -1;
    seen_ = 0;
    durations_.push_back({});
    return true;
  }
  if (place_ != Place::kTraining || kTrainingWords[outer_member_]) return false;
  const bool is_licence = outer_member_ == kLicence;
  if (is_array == is_licence) return false;
  place_ = is_licence                    ? Place::kLicence
           : outer_member_ == kDurations ? Place::kDurations
                                         : Place::kList;
  if (is_licence) member_ = -1;
  seen_ = 0;
  return true;
}

bool TrainingHandler::close_duration() {
  const Duration& duration = durations_.back();
  const bool has_min = duration.min != kUnknownMinutes;
  if (has_min != (duration.max != kUnknownMinutes) || duration.min > duration.max) {
    member_ = -1;
    return refuse("bad-duration");
  }
  place_ = Place::kDurations;
  // An alternative that says nothing is no alternative.
  if (!has_min && duration.span == kUnknownMinutes && duration.text.empty()) {
    durations_.truncate(durations_.size() - 1);
  }
  return true;
}

bool TrainingHandler::close() {
  if (skipped_depth_ > 0) {
    --skipped_depth_;
    return true;
  }
  if (place_ == Place::kDuration) return close_duration();
  if (place_ != Place::kTraining) {
    place_ = Place::kTraining;
    return true;
  }
  outer_member_ = -1;
  training_->durations = durations_;
  training_->modalities = lists_[0];
  training_->languages = lists_[1];
  training_->themes = lists_[2];
  if (training_->id.empty()) return refuse("missing-member", "id");
  return !training_->title.empty() || refuse("missing-member", "title");
}

}  // namespace catalogue
