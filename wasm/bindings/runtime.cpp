// SPDX-License-Identifier: MIT
// What a browser calls: load a catalogue, ask it a query. The only embind file of the runtime.
#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(catalogue_runtime) {}
