// SPDX-License-Identifier: MIT
// From raw records to a catalogue that holds meanings.
#include "catalogue/result.h"
