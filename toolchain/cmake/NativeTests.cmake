# SPDX-License-Identifier: MIT
# Native builds: unit tests (GoogleTest), the fuzzers over their seeds, and a benchmark.
find_package(GTest REQUIRED)
enable_testing()
file(GLOB core_tests CONFIGURE_DEPENDS tests/core/*_test.cpp)
if(core_tests)
  add_executable(core_tests ${core_tests})
  target_link_libraries(core_tests PRIVATE catalogue_compiler GTest::gtest_main)
  target_compile_definitions(core_tests PRIVATE CATALOGUE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  include(GoogleTest)
  gtest_discover_tests(core_tests)
endif()

# The targets of tests/fuzz without libFuzzer. tests/toolchain/fuzz.test.mjs builds and runs them.
add_custom_target(fuzzer_replays)
file(GLOB fuzzers CONFIGURE_DEPENDS tests/fuzz/*_fuzzer.cpp)
foreach(source ${fuzzers})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name}_replay EXCLUDE_FROM_ALL ${source} tests/fuzz/replay.cpp)
  target_link_libraries(${name}_replay PRIVATE catalogue_compiler)
  add_dependencies(fuzzer_replays ${name}_replay)
endforeach()

# npm run bench builds and runs it; no test does.
add_executable(normalise_bench EXCLUDE_FROM_ALL tests/bench/normalise_bench.cpp)
target_link_libraries(normalise_bench PRIVATE catalogue_compiler)
