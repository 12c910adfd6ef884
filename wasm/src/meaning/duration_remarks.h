// SPDX-License-Identifier: MIT
// Remarks around a duration: parentheses and sentences that say nothing of how long it lasts.
#pragma once

#include "meaning/duration_quantity.h"

namespace catalogue {

// The token after the parenthesis that opens at `i` when nothing in it speaks of an amount of time
// ("(mars)", "(niveau 2)", "(9h-17h)"); `i` when something does, or when it never closes.
size_t skip_parenthesis(const DurationWords& words, size_t i, const DurationConvention& convention);

// What the sentence after a full stop is to the duration before it.
enum class Sentence : uint8_t { kNone, kGoesOn, kRemark, kOtherAmounts };

// kNone: the dot at `i` ends no sentence. kGoesOn: it starts with an amount. kRemark: nothing there
// speaks of an amount of learning. kOtherAmounts: something may.
Sentence sentence_after(const DurationWords& words, size_t i, const DurationConvention& convention);

// Whether the word at `i` comes after a comma, a parenthesis or another break, not as part of what is
// before: "20 h, accès 6 mois", not "6 mois d'accès".
bool is_after_break(const DurationWords& words, size_t i);

}  // namespace catalogue
