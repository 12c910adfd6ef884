// SPDX-License-Identifier: MIT
// One training, event after event.
#include "model/training_handler.h"

#include <cstring>

#include "catalogue/limits.h"
#include "text/number.h"

namespace catalogue {
namespace {

constexpr std::string_view kTrainingMembers[] = {
    "id",           "title",             "provider", "url",        "description", "source",
    "registration", "registrationLabel", "licence",  "modalities", "languages",   "themes",
    "durations"};
enum : int8_t { kId, kTitle, kProvider, kUrl, kDescription, kSource, kRegistration,
                kRegistrationLabel, kLicence, kModalities, kLanguages, kThemes, kDurations };

constexpr std::string_view kLicenceMembers[] = {"id", "url", "jurisdiction", "text"};
constexpr std::string_view kDurationMembers[] = {"min", "max", "span", "approx", "basis", "text"};
enum : int8_t { kMin, kMax, kSpan, kApprox, kBasis, kText };

// Catalogue, trainings, training, durations, duration: what lies in an unknown member is counted
// from there, wherever it is.
constexpr uint32_t kDeepestObject = 5;

template <size_t kCount>
int8_t index_of(const std::string_view (&names)[kCount], std::string_view name) {
  for (size_t i = 0; i < kCount; ++i) {
    // Names differ in length or in their first letters: most are set aside without a call.
    if (names[i].size() != name.size() || names[i][0] != name[0]) continue;
    if (std::memcmp(names[i].data(), name.data(), name.size()) == 0) return static_cast<int8_t>(i);
  }
  return -1;
}

}  // namespace

void TrainingHandler::begin(Training& training) {
  training_ = &training;
  training.id = training.title = training.provider = training.url = training.description = {};
  training.source = training.registration = training.registration_label = {};
  training.licence = {};
  training.durations.clear();
  training.modalities.clear();
  training.languages.clear();
  training.themes.clear();
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

std::string TrainingHandler::where() const {
  std::string pointer;
  if (place_ == Place::kOutside || outer_member_ < 0) return pointer;
  pointer += '/';
  pointer += kTrainingMembers[outer_member_];
  if (place_ == Place::kDuration || place_ == Place::kDurations) {
    pointer += '/';
    append_number(pointer, training_->durations.size() - (place_ == Place::kDuration ? 1 : 0));
  }
  if (place_ == Place::kList) {
    pointer += '/';
    append_number(pointer, const_cast<TrainingHandler*>(this)->list()->size());
  }
  if (member_ >= 0 && (place_ == Place::kDuration || place_ == Place::kLicence)) {
    pointer += '/';
    pointer += place_ == Place::kDuration ? kDurationMembers[member_] : kLicenceMembers[member_];
  }
  return pointer;
}

// The list that the current member of the training fills.
std::vector<std::string_view>* TrainingHandler::list() {
  if (outer_member_ == kModalities) return &training_->modalities;
  return outer_member_ == kLanguages ? &training_->languages : &training_->themes;
}

// The string that the next value fills, or null when it is to be something else.
std::string_view* TrainingHandler::target() {
  if (place_ == Place::kTraining) {
    std::string_view* const strings[] = {
        &training_->id, &training_->title, &training_->provider, &training_->url,
        &training_->description, &training_->source, &training_->registration,
        &training_->registration_label};
    return outer_member_ <= kRegistrationLabel ? strings[outer_member_] : nullptr;
  }
  if (place_ == Place::kLicence) {
    Licence& licence = training_->licence;
    std::string_view* const strings[] = {&licence.id, &licence.url, &licence.jurisdiction,
                                         &licence.text};
    return strings[member_];
  }
  Duration& duration = training_->durations.back();
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
  training_->durations.back().approx = value;
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
  if (skipped_depth_ > 0 || place_ != Place::kDuration || member_ < 0 || member_ > kSpan) {
    return scalar();
  }
  const int64_t minutes = cursor_.number();
  if (minutes < 0 || minutes > kMaxMinutes) return refuse("bad-minutes");
  Duration& duration = training_->durations.back();
  int32_t* const fields[] = {&duration.min, &duration.max, &duration.span};
  *fields[member_] = static_cast<int32_t>(minutes);
  return true;
}

bool TrainingHandler::words() {
  if (skipped_depth_ > 0) return true;
  if (place_ == Place::kList) {
    if (list()->size() >= kMaxListLength) return refuse("list-too-long");
    if (!cursor_.string().empty()) list()->push_back(cursor_.string());
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
    outer_member_ = member_ = index_of(kTrainingMembers, name);
  } else {
    member_ = place_ == Place::kLicence ? index_of(kLicenceMembers, name)
                                        : index_of(kDurationMembers, name);
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
    if (training_->durations.size() >= kMaxListLength) return refuse("list-too-long");
    if (is_array) return false;
    place_ = Place::kDuration;
    member_ = -1;
    seen_ = 0;
    training_->durations.push_back({});
    return true;
  }
  if (place_ != Place::kTraining || outer_member_ < kLicence) return false;
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
  Duration& duration = training_->durations.back();
  const bool has_min = duration.min != kUnknownMinutes;
  if (has_min != (duration.max != kUnknownMinutes) || duration.min > duration.max) {
    member_ = -1;
    return refuse("bad-duration");
  }
  place_ = Place::kDurations;
  // An alternative that says nothing is no alternative.
  if (!has_min && duration.span == kUnknownMinutes && duration.text.empty()) {
    training_->durations.pop_back();
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
  if (training_->id.empty()) return refuse("missing-member", "id");
  return !training_->title.empty() || refuse("missing-member", "title");
}

}  // namespace catalogue
