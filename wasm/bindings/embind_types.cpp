// SPDX-License-Identifier: MIT
// Tells embind the few types that the compiler module takes and gives: void, bool, 32-bit integers, UTF-8 strings.
// What visitors download needs none (toolchain/emscripten/embind-integers.js).
//
// Emscripten's own list (its libembind) names some thirty types, and each brings its JavaScript
// converter along; toolchain/cmake/WasmModules.cmake keeps it out.
#include <emscripten.h>
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

extern "C" EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  _embind_register_integer(TypeID<int32_t>::get(), "int", sizeof(int32_t), INT32_MIN, INT32_MAX);
  _embind_register_integer(TypeID<uint32_t>::get(), "unsigned int", sizeof(uint32_t), 0, UINT32_MAX);
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}
