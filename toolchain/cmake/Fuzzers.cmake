# SPDX-License-Identifier: MIT
# The libFuzzer targets of tests/fuzz: <name>_fuzzer.cpp each. The libraries carry its counters too (Compile.cmake).
file(GLOB fuzzers CONFIGURE_DEPENDS tests/fuzz/*_fuzzer.cpp)
foreach(source ${fuzzers})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE catalogue_compiler)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()
