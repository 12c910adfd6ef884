// SPDX-License-Identifier: MIT
// The parts of a catalogue (docs/parts.md), and the codes of their refusal.
#pragma once

#include <cstdint>

namespace catalogue {

enum PartNumber : uint32_t { kHeadPart, kColumnsPart, kWordsPart, kTitlesPart, kDaysPart, kFirstBlockPart };

// Trainings per block, the last one aside: those of a page, unless a visitor asks for more.
inline constexpr uint32_t kBlockRows = 20;
// Those of a small block: for pages whose trainings lie far from each other in every order.
inline constexpr uint32_t kSmallBlockRows = 5;

inline constexpr const char* kInvalidPart = "invalid-part";      // its bytes are no such part
inline constexpr const char* kPartsDisagree = "parts-disagree";  // it is of another catalogue than the head

}  // namespace catalogue
