# SPDX-License-Identifier: MIT
# Finds Emscripten: the emcc on PATH, an emsdk named by EMSDK, or Debian's package.
find_program(EMCC_EXECUTABLE emcc HINTS $ENV{EMSDK}/upstream/emscripten REQUIRED)
file(REAL_PATH ${EMCC_EXECUTABLE} emcc_real_path)
get_filename_component(emscripten_root ${emcc_real_path} DIRECTORY)
if(NOT EXISTS ${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
  set(emscripten_root /usr/share/emscripten)
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
