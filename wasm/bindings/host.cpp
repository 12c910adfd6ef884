// SPDX-License-Identifier: MIT
// What the C library asks of the program that runs a module without Emscripten's JavaScript. Defined here, the
// visitors' module imports nothing.
#include <cstddef>

extern "C" {

// Where abort() ends. A trap is an Error in JavaScript.
[[noreturn]] void _Exit(int) { __builtin_trap(); }

// Called when the memory has grown: JavaScript looks at it anew after each call.
void emscripten_notify_memory_growth(size_t) {}

}  // extern "C"
