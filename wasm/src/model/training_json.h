// SPDX-License-Identifier: MIT
// A training as JSON, for whoever wants its words and not its columns: saving a selection, merging catalogues.
#pragma once

#include "catalogue/training.h"
#include "text/output.h"

namespace catalogue {

// Writes the object that catalogue.json holds for it (UTF-8, what is empty or unknown left out): reading it again gives
// the same training. One member more: "rights", {"commercial":true,…} by query value of `droit`, with each right that
// is known to be granted or not. Bytes that are no UTF-8, which a compact file may hold, are written as they are.
void write_training_json(Output& out, const Training& training);

}  // namespace catalogue
