// SPDX-License-Identifier: MIT
// Tells embind of UTF-8 strings. The compiler's module alone takes and gives them: what visitors
// download has its own, faster crossing (wire.h).
#include <emscripten/bind.h>

#include <string>

EMSCRIPTEN_BINDINGS(strings) {
  using namespace emscripten::internal;
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}
