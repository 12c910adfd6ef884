# SPDX-License-Identifier: MIT
# The two WebAssembly modules: `runtime` for visitors, `compiler` for builds and pages without one.
# The reasons and the measures behind these options are in docs/size.md.
set(wasm_compile_options -Oz -finline-hint-functions -flto -msign-ext -mbulk-memory -mmutable-globals)
target_compile_definitions(catalogue_flags INTERFACE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
target_compile_options(catalogue_flags INTERFACE ${wasm_compile_options})

# Emscripten's JavaScript passes need the acorn module, which Debian's package leaves out, and a
# Closure Compiler that answers to its flags.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
  "\"${CMAKE_COMMAND}\" -E env \"NODE_PATH=${CMAKE_SOURCE_DIR}/node_modules\" \"EM_CLOSURE_COMPILER=${CMAKE_SOURCE_DIR}/toolchain/emscripten/closure-compiler.mjs\"")

# Embind with as few types as each module needs, in place of Emscripten's thirty: an empty library of the same name,
# found first, keeps theirs out.
set(empty_embind_dir ${CMAKE_BINARY_DIR}/empty-embind)
file(WRITE ${empty_embind_dir}/libembind.a "!<arch>\n")
set(embind_options -L${empty_embind_dir} -lembind)

# The glue takes its wasm from the caller, as bytes or as a compiled module, and asks for nothing else.
set(glue_options
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sTEXTDECODER=2
  -sMINIMAL_RUNTIME=1 -sMINIMAL_RUNTIME_STREAMING_WASM_COMPILATION=1 -sWASM_BIGINT=1
  -sASSERTIONS=0 -sSUPPORT_LONGJMP=0 -sDISABLE_EXCEPTION_THROWING=1 --closure 1 --no-entry)

# Pages of 64 KiB: a catalogue of six trainings fits in the first megabyte, one of a million grows.
set(memory_options
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=1MB -sTOTAL_STACK=128KB -sMAXIMUM_MEMORY=2GB)

# The hot loops of reading and indexing are compiled for speed. The rest, for size.
set_source_files_properties(
  wasm/src/model/json_cursor.cpp wasm/src/model/training_reader.cpp wasm/src/model/dictionary.cpp
  wasm/src/model/overlap.cpp wasm/src/search/words.cpp
  PROPERTIES COMPILE_OPTIONS -O2)

set(wire ${CMAKE_SOURCE_DIR}/toolchain/emscripten/wire.js)

# `embind`: the library of toolchain/emscripten that fits what the module binds.
function(add_wasm_module name embind)
  set(embind_library ${CMAKE_SOURCE_DIR}/toolchain/emscripten/${embind}.js)
  add_executable(${name} ${ARGN})
  target_link_options(${name} PRIVATE
    ${wasm_compile_options} -fno-exceptions -fno-rtti ${embind_options} ${glue_options} ${memory_options}
    "SHELL:--js-library \"${embind_library}\"" "SHELL:--js-library \"${wire}\"")
  set_target_properties(${name} PROPERTIES
    SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/modules
    LINK_DEPENDS "${embind_library};${wire};${CMAKE_SOURCE_DIR}/toolchain/emscripten/closure-compiler.mjs")
endfunction()

add_wasm_module(catalogue-runtime embind-integers wasm/bindings/runtime.cpp wasm/bindings/answer_wire.cpp wasm/bindings/heap.cpp)
# Its own heap: the compiler must not take what is defined there for what it knows of malloc.
set_source_files_properties(wasm/bindings/heap.cpp PROPERTIES COMPILE_OPTIONS "-fno-builtin-malloc;-fno-builtin-free;-fno-builtin-realloc")
target_link_options(catalogue-runtime PRIVATE -sMALLOC=none)
target_link_libraries(catalogue-runtime PRIVATE catalogue_runtime)
# toolchain/build/split.mjs cuts it in two by the names of functions: they stay, as the linker knows them, and
# Emscripten's own wasm-opt leaves those with one caller where they are.
target_link_options(catalogue-runtime PRIVATE
  --profiling-funcs -Wl,--no-demangle -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=1)

add_wasm_module(catalogue-compiler embind-slim wasm/bindings/compiler.cpp wasm/bindings/embind_types.cpp)
target_link_options(catalogue-compiler PRIVATE -sMALLOC=emmalloc)
target_link_libraries(catalogue-compiler PRIVATE catalogue_compiler)
# Strings are taken and given here, and JavaScript makes room for them.
target_link_options(catalogue-compiler PRIVATE -sEXPORTED_FUNCTIONS=_malloc,_free)

# npm run bench builds it: the floor that its figures are held against. No libraries, no glue.
add_executable(bench-limit EXCLUDE_FROM_ALL tests/bench/limit.cpp)
target_compile_options(bench-limit PRIVATE -O3)
target_link_options(bench-limit PRIVATE -O3 --no-entry -sSTANDALONE_WASM=1 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=1MB -sTOTAL_STACK=64KB -sMAXIMUM_MEMORY=2GB)
set_target_properties(bench-limit PROPERTIES SUFFIX .wasm)
