// SPDX-License-Identifier: MIT
// Writes meanings as catalogue.json, and diagnostics beside it.
#pragma once

#include <string>
#include <vector>

#include "meaning/meant_training.h"

namespace catalogue {

// {"catalogue":{…},"diagnostics":[…]}, see normalise.h.
std::string write_normalised(const RawPage& page, const std::vector<MeantTraining>& trainings,
                             const std::vector<Diagnostic>& diagnostics);

}  // namespace catalogue
