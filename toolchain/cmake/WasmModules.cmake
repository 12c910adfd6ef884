# SPDX-License-Identifier: MIT
# The WebAssembly modules: `runtime` and `parts` for visitors, `reader` for those of pages without a build, `compiler` for
# builds.
# docs/size.md says what the options save.

# What any browser since 2021 runs.
set(wasm_options -Oz -flto -msign-ext -mbulk-memory -mmutable-globals)
target_compile_options(catalogue_flags INTERFACE ${wasm_options})
# Without this, clang 14 makes a call of each accessor. Clang 19 is smaller without it.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  target_compile_options(catalogue_flags INTERFACE -finline-hint-functions)
endif()

# Of pages of 64 KiB: a catalogue of six trainings fits in the first megabyte, one of a million grows.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(stack_size TOTAL_STACK)
else()
  set(stack_size STACK_SIZE)
endif()
set(memory_options
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=1MB -sMAXIMUM_MEMORY=2GB -s${stack_size}=128KB -sMALLOC=emmalloc)

function(add_wasm_module name suffix)
  add_executable(${name} ${ARGN})
  target_link_options(${name} PRIVATE ${wasm_options} -fno-exceptions -fno-rtti --no-entry ${memory_options})
  set_target_properties(${name} PROPERTIES SUFFIX ${suffix} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/modules)
endfunction()

# A plain C interface, without Emscripten's JavaScript: the file is the wasm. One opens a catalogue.json, the other a
# catalogue in parts.
foreach(name runtime parts)
  add_wasm_module(catalogue-${name} .wasm wasm/bindings/${name}.cpp wasm/bindings/session.cpp
    wasm/bindings/answer_wire.cpp wasm/bindings/wire.cpp wasm/bindings/host.cpp)
  target_link_options(catalogue-${name} PRIVATE -sSTANDALONE_WASM=1)
  target_link_libraries(catalogue-${name} PRIVATE catalogue_runtime)
endforeach()

# The same, of the part that understands words: the linker leaves out what no export calls.
add_wasm_module(catalogue-reader .wasm wasm/bindings/reader.cpp wasm/bindings/wire.cpp wasm/bindings/host.cpp)
target_link_options(catalogue-reader PRIVATE -sSTANDALONE_WASM=1)
target_link_libraries(catalogue-reader PRIVATE catalogue_compiler)

# Embind and Emscripten's JavaScript, as their manual says. The wasm is handed to it: it fetches and reads no file.
# -O1 keeps the linker from shortening the JavaScript, for which it needs npm packages.
add_wasm_module(catalogue-compiler .mjs wasm/bindings/compiler.cpp)
target_compile_definitions(catalogue-compiler PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
target_link_options(catalogue-compiler PRIVATE
  -lembind -sMODULARIZE=1 -sEXPORT_ES6=1 -sDYNAMIC_EXECUTION=0 -sENVIRONMENT=web -sFILESYSTEM=0 -O1)
target_link_libraries(catalogue-compiler PRIVATE catalogue_compiler)
