# SPDX-License-Identifier: MIT
# Native builds: unit tests (GoogleTest) and a benchmark.
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
