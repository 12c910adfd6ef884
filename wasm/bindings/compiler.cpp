// SPDX-License-Identifier: MIT
// What a build calls: words in, meanings and pages out. JSON text both ways.
#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(catalogue_compiler) {}
