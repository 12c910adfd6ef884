// SPDX-License-Identifier: MIT
// The members of a training in catalogue.json, and where the core keeps each. Read and written by these tables.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "catalogue/training.h"

namespace catalogue {

// Members in the order in which files mostly give them, see read_name.
inline constexpr char kTrainingMembers[] =
    "id\0title\0provider\0url\0description\0durations\0licence\0"
    "modalities\0languages\0themes\0source\0registration\0registrationLabel\0";
enum : size_t { kDurations = 5, kLicence, kModalities };

inline constexpr std::string_view Training::* kTrainingWords[] = {&Training::id,
                                                                  &Training::title,
                                                                  &Training::provider,
                                                                  &Training::url,
                                                                  &Training::description,
                                                                  nullptr,
                                                                  nullptr,
                                                                  nullptr,
                                                                  nullptr,
                                                                  nullptr,
                                                                  &Training::source,
                                                                  &Training::registration,
                                                                  &Training::registration_label};

// Behind kModalities, in their order; then the rights, which are a member of the licence.
inline constexpr std::span<const std::string_view> Training::* kTrainingLists[] = {
    &Training::modalities, &Training::languages, &Training::themes, &Training::rights};
inline constexpr size_t kRights = 3;

inline constexpr char kLicenceMembers[] = "id\0url\0jurisdiction\0text\0family\0rights\0";
inline constexpr std::string_view Licence::* kLicenceWords[] = {
    &Licence::id, &Licence::url, &Licence::jurisdiction, &Licence::text, &Licence::family, nullptr};

inline constexpr char kDurationMembers[] = "min\0max\0basis\0text\0approx\0span\0";
enum : size_t { kMin, kMax, kBasis, kText, kApprox, kSpan };

}  // namespace catalogue
