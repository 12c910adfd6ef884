# SPDX-License-Identifier: MIT
# The two WebAssembly modules: `runtime` for visitors, `compiler` for builds and pages without one.
set(wasm_compile_options -Oz -flto)
target_compile_definitions(catalogue_flags INTERFACE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
target_compile_options(catalogue_flags INTERFACE ${wasm_compile_options})

# Emscripten's JavaScript passes need the acorn module, which Debian's package leaves out.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
  "${CMAKE_COMMAND} -E env NODE_PATH=${CMAKE_SOURCE_DIR}/node_modules")

function(add_wasm_module name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE embind)
  target_link_options(${name} PRIVATE
    ${wasm_compile_options} -fno-exceptions
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
    -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB -sASSERTIONS=0 -sSUPPORT_LONGJMP=0
    -sDISABLE_EXCEPTION_THROWING=1 --no-entry)
  set_target_properties(${name} PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/modules)
endfunction()

add_wasm_module(catalogue-runtime wasm/bindings/runtime.cpp)
target_link_libraries(catalogue-runtime PRIVATE catalogue_runtime)

add_wasm_module(catalogue-compiler wasm/bindings/compiler.cpp)
target_link_libraries(catalogue-compiler PRIVATE catalogue_compiler)
