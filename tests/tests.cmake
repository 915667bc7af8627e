# One test a line; unit tests are tests/unit/NAME.c, each a cmocka program.
set(ENV_PROG "PROG=$<TARGET_FILE:peritus>")
add_test(NAME layers COMMAND ${CMAKE_SOURCE_DIR}/tests/layers)
add_test(NAME golden COMMAND ${CMAKE_SOURCE_DIR}/tests/golden)
set_tests_properties(golden PROPERTIES ENVIRONMENT ${ENV_PROG})

file(GLOB units CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/*.c)
foreach(file ${units})
  get_filename_component(unit ${file} NAME_WE)
  add_executable(unit-${unit} ${file})
  target_compile_options(unit-${unit} PRIVATE -Wno-missing-prototypes)
  target_link_libraries(unit-${unit} core cmocka)
  add_test(NAME unit-${unit} COMMAND unit-${unit})
endforeach()

file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/script/*)
foreach(file ${scripts})
  get_filename_component(script ${file} NAME_WE)
  add_test(NAME ${script} COMMAND ${file})
  set_tests_properties(${script} PROPERTIES ENVIRONMENT ${ENV_PROG}
    SKIP_RETURN_CODE 77)
endforeach()

if(FUZZ)
  file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*.c)
  add_custom_target(fuzzers)
  foreach(file ${fuzzers})
    get_filename_component(target ${file} NAME_WE)
    add_executable(fuzz-${target} ${file})
    target_link_libraries(fuzz-${target} core -fsanitize=fuzzer)
    add_dependencies(fuzzers fuzz-${target})
  endforeach()
endif()

# The physical floor that tests/bench/run measures against.
add_executable(bench-floor ${CMAKE_SOURCE_DIR}/tests/bench/floor.c)
target_link_libraries(bench-floor PkgConfig::LIBS)

# Runs the official fixtures of CSL, for tests/script/csl-suite.sh.
add_executable(csl-suite ${CMAKE_SOURCE_DIR}/tests/suite/csl.c)
target_link_libraries(csl-suite core)

# Every style of a folder formats the same works: tests/script/styles, and all
# of the system's in tests/full.
add_executable(csl-styles ${CMAKE_SOURCE_DIR}/tests/suite/styles.c)
target_link_libraries(csl-styles core)

# Times the stages, for tests/bench/expand and tests/bench/check.
add_executable(bench-stages ${CMAKE_SOURCE_DIR}/tests/bench/stages.c)
target_link_libraries(bench-stages core)

# Random values never become markup, for tests/script/values and tests/full.
add_executable(values ${CMAKE_SOURCE_DIR}/tests/property/values.c)
target_link_libraries(values core)

# The vectors of the template language: tests/script/vectors.
add_executable(vectors ${CMAKE_SOURCE_DIR}/tests/suite/vectors.c)
target_link_libraries(vectors core)

# Changes each fact of a case, and sees whether the map of the report knew.
add_executable(roundtrip ${CMAKE_SOURCE_DIR}/tests/suite/roundtrip.c)
target_link_libraries(roundtrip core)
