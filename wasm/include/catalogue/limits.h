// SPDX-License-Identifier: MIT
// The limits of what the core reads (docs/limits.md). Past a limit, a catalogue is refused, and a query is cut with a
// warning. docs/bench.md gives the longest query within them.
#pragma once

#include <cstdint>

namespace catalogue {

// Catalogue.
inline constexpr uint32_t kMaxCatalogueBytes = 1u << 30;
inline constexpr uint32_t kMaxTrainings = 2'000'000;
inline constexpr uint32_t kMaxDepth = 16;             // nested arrays and objects, the outer included
inline constexpr uint32_t kMaxStringBytes = 1 << 16;  // one string, as written in the JSON
inline constexpr uint32_t kMaxListLength = 256;       // alternatives of a duration, values of one facet
inline constexpr uint32_t kMaxFacetValues = 65'535;   // different values of one facet
inline constexpr int32_t kMaxMinutes = 100'000'000;   // about 190 years

// Query. Servers accept addresses of about kMaxQueryBytes.
inline constexpr uint32_t kMaxQueryBytes = 8192;  // without its '?'
inline constexpr uint32_t kMaxTextBytes = 256;
inline constexpr uint32_t kMaxTextWords = 32;  // stop words ("de", "l'") included
inline constexpr uint32_t kMaxSelected = 64;   // values of one facet, or ranges
inline constexpr uint32_t kMaxWarnings = 64;

// Answer.
inline constexpr uint32_t kMaxPageSize = 1000;              // trainings
inline constexpr uint32_t kMaxPageBytes = 2 * 1024 * 1024;  // of text, as if each training were the longest

}  // namespace catalogue
