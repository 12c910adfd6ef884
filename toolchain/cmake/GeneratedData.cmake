# SPDX-License-Identifier: MIT
# Turns the tables of data/ into C++ headers: texts, templates, licences, vocabularies, glossary; and the flags of bindings.
set(CATALOGUE_GENERATED_DIR ${CMAKE_BINARY_DIR}/generated)
find_program(NODE_EXECUTABLE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(GLOB data_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/tables/*.json ${CMAKE_SOURCE_DIR}/data/strings/*.json
  ${CMAKE_SOURCE_DIR}/data/templates/* ${CMAKE_SOURCE_DIR}/wasm/bindings/*.json)
file(GLOB data_generators CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/toolchain/generate/*.mjs
  ${CMAKE_SOURCE_DIR}/toolchain/templates/*.mjs)
add_custom_command(
  OUTPUT ${CATALOGUE_GENERATED_DIR}/stamp
  COMMAND ${NODE_EXECUTABLE} ${CMAKE_SOURCE_DIR}/toolchain/generate/generate.mjs ${CATALOGUE_GENERATED_DIR}
  COMMAND ${CMAKE_COMMAND} -E touch ${CATALOGUE_GENERATED_DIR}/stamp
  DEPENDS ${data_tables} ${data_generators}
  COMMENT "Writing the tables of data/ as C++ headers")
add_custom_target(catalogue_data DEPENDS ${CATALOGUE_GENERATED_DIR}/stamp)
