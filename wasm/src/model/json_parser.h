// SPDX-License-Identifier: MIT
// One JSON value through nlohmann's SAX parser.
#pragma once

#include "model/json_cursor.h"
#include "model/training_handler.h"

namespace catalogue {

// Tells `handler` what the next value holds; leaves the cursor right behind it. False when it is
// not JSON, or when the handler refused it: the handler knows why.
bool parse_value(JsonCursor& cursor, TrainingHandler& handler);

}  // namespace catalogue
