# SPDX-License-Identifier: MIT
# How every C++ file of the core is compiled, natively and to WebAssembly.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

set(CATALOGUE_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them")
option(CATALOGUE_FUZZ "Build the libFuzzer targets" OFF)

# Debian's nlohmann-json3-dev is header-only. Its folder alone goes on the include path: all of
# /usr/include would hide Emscripten's own system headers.
find_path(NLOHMANN_INCLUDE_DIR nlohmann/json.hpp
  PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(JSON_INCLUDE_DIR ${CMAKE_BINARY_DIR}/third_party)
file(MAKE_DIRECTORY ${JSON_INCLUDE_DIR})
file(CREATE_LINK ${NLOHMANN_INCLUDE_DIR}/nlohmann ${JSON_INCLUDE_DIR}/nlohmann SYMBOLIC)

add_library(catalogue_flags INTERFACE)
target_compile_options(catalogue_flags INTERFACE
  -Wall -Wextra -Wpedantic -fno-exceptions -fno-rtti)
target_compile_definitions(catalogue_flags INTERFACE JSON_NOEXCEPTION JSON_NO_IO JSON_USE_IMPLICIT_CONVERSIONS=0)
if(CATALOGUE_SANITIZE)
  target_compile_options(catalogue_flags INTERFACE
    -fsanitize=${CATALOGUE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(catalogue_flags INTERFACE -fsanitize=${CATALOGUE_SANITIZE})
endif()

# Counters in the libraries as in the targets: without them libFuzzer is blind to all that the core does.
if(CATALOGUE_FUZZ)
  target_compile_options(catalogue_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Two of its loops are unrolled by a pragma of clang's, which compiles the wasm; GCC does not know it.
set_source_files_properties(wasm/src/filter/tally.cpp PROPERTIES COMPILE_OPTIONS -Wno-unknown-pragmas)

function(add_core_library name)
  add_library(${name} STATIC ${ARGN})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${name} PUBLIC
    ${CMAKE_SOURCE_DIR}/wasm/include ${CMAKE_SOURCE_DIR}/wasm/src ${CATALOGUE_GENERATED_DIR})
  target_include_directories(${name} SYSTEM PUBLIC ${JSON_INCLUDE_DIR})
  target_link_libraries(${name} PUBLIC catalogue_flags)
  add_dependencies(${name} catalogue_data)
endfunction()
