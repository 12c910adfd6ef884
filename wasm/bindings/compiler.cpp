// SPDX-License-Identifier: MIT
// What a build calls: words in, meanings and pages out. JSON text both ways.
#include <emscripten/bind.h>

#include "catalogue/normalise.h"

namespace {

std::string normalise(const std::string& raw_json) { return catalogue::normalise(raw_json); }

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue_compiler) {
  emscripten::function("normalise", &normalise);
}
