// SPDX-License-Identifier: MIT
// Writes meanings as catalogue.json, and diagnostics beside it.
#pragma once

#include <string>
#include <vector>

#include "catalogue/result.h"
#include "meaning/meant_training.h"

namespace catalogue {

// {"catalogue":{…},"diagnostics":[…]}, see normalise.h.
std::string write_normalised(const RawPage& page, const std::vector<MeantTraining>& trainings,
                             const std::vector<Diagnostic>& diagnostics);

// {"error":{"code","where","message"}}
std::string write_error(const Error& error);

}  // namespace catalogue
