// SPDX-License-Identifier: MIT
// The declared limits of what the core reads. Past one of them the input is refused, or the query
// cut with a warning: never read in part in silence.
#pragma once

#include <cstdint>

namespace catalogue {

// Catalogue.
inline constexpr uint32_t kMaxCatalogueBytes = 1u << 30;
inline constexpr uint32_t kMaxTrainings = 2'000'000;
inline constexpr uint32_t kMaxDepth = 16;             // nested arrays and objects, the outer included
inline constexpr uint32_t kMaxStringBytes = 1 << 16;  // one string, as written in the JSON
inline constexpr uint32_t kMaxListLength = 256;       // alternatives, modalities, languages, themes
inline constexpr uint32_t kMaxFacetValues = 65'535;   // different values of one facet
inline constexpr int32_t kMaxMinutes = 100'000'000;   // about 190 years

// Query.
inline constexpr uint32_t kMaxQueryBytes = 1 << 16;
inline constexpr uint32_t kMaxTextBytes = 512;
inline constexpr uint32_t kMaxTextWords = 16;
inline constexpr uint32_t kMaxRanges = 64;
inline constexpr uint32_t kMaxWarnings = 64;

}  // namespace catalogue
