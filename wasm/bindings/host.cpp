// SPDX-License-Identifier: MIT
// Functions that the C library would import from Emscripten's JavaScript. With them the visitors' module imports
// nothing.
#include <cstddef>

extern "C" {

// abort() calls it. JavaScript sees the trap as an Error.
[[noreturn]] void _Exit(int) { __builtin_trap(); }

// Nothing to do: JavaScript makes new views of the memory after each call.
void emscripten_notify_memory_growth(size_t) {}

}  // extern "C"
