# SPDX-License-Identifier: MIT
# Native builds: unit tests (GoogleTest), a benchmark, and fuzzers when asked.
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

# npm run bench builds and runs it; no test does.
add_executable(normalise_bench EXCLUDE_FROM_ALL tests/bench/normalise_bench.cpp)
target_link_libraries(normalise_bench PRIVATE catalogue_compiler)

if(CATALOGUE_FUZZ)
  file(GLOB fuzzers CONFIGURE_DEPENDS tests/fuzz/*_fuzzer.cpp)
  foreach(source ${fuzzers})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE catalogue_compiler)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
