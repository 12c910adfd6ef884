// SPDX-License-Identifier: MIT
// Remarks beside a duration: parentheses and sentences that do not change it.
#pragma once

#include "meaning/duration_quantity.h"

namespace catalogue {

// The token after the parenthesis that opens at `i`, when it holds no amount of time ("(mars)",
// "(niveau 2)", "(9h-17h)"). `i` when it holds one, or does not close.
size_t skip_parenthesis(const DurationWords& words, size_t i, const DurationConvention& convention);

// How the sentence after a full stop relates to the duration before it.
enum class Sentence : uint8_t { kNone, kGoesOn, kRemark, kOtherAmounts };

// kNone: the dot at `i` ends no sentence. kGoesOn: the next sentence starts with an amount. kRemark: it
// holds no amount of learning. kOtherAmounts: it may hold one.
Sentence sentence_after(const DurationWords& words, size_t i, const DurationConvention& convention);

// Whether a comma, a parenthesis or another symbol stands before the word at `i`: "20 h, accès 6 mois", not
// "6 mois d'accès".
bool is_after_break(const DurationWords& words, size_t i);

}  // namespace catalogue
