# The compiler flags of the project, each with its reason. WebAssembly's link flags live in
# wasm/CMakeLists.txt.

option(SLUICE_WERROR "Treat warnings as errors (on in every preset, off for users of other compilers)" OFF)
set(SLUICE_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

# SLUICE_ASSERT does not depend on NDEBUG: a broken invariant stops the program in every build.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_CXX_FLAGS_RELEASE "-O2")

add_library(sluice_flags INTERFACE)
target_compile_features(sluice_flags INTERFACE cxx_std_20)
target_compile_options(sluice_flags INTERFACE -Wall -Wextra -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in std::string where there are none (GCC bug 105651).
  target_compile_options(sluice_flags INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
  # libstdc++ 12 uses a function it has itself deprecated in std::stable_sort, and Clang blames the caller.
  target_compile_options(sluice_flags INTERFACE -Wno-deprecated-declarations)
endif()
if(SLUICE_WERROR)
  target_compile_options(sluice_flags INTERFACE -Werror)
endif()
if(SLUICE_SANITIZE)
  target_compile_options(sluice_flags INTERFACE -fsanitize=${SLUICE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(sluice_flags INTERFACE -fsanitize=${SLUICE_SANITIZE})
  if(SLUICE_SANITIZE MATCHES "undefined")
    # Without this, undefined behaviour prints a line and the test passes.
    # Core has no run-time type information, which the check of virtual calls would need.
    target_compile_options(sluice_flags INTERFACE -fno-sanitize-recover=all -fno-sanitize=vptr)
  endif()
endif()

# What core is compiled with, on top: errors are values, and no type information is needed at run time.
add_library(sluice_core_flags INTERFACE)
target_link_libraries(sluice_core_flags INTERFACE sluice_flags)
target_compile_options(sluice_core_flags INTERFACE
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:SLUICE_EXCEPTIONS>>>:-fno-exceptions>
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:SLUICE_EXCEPTIONS>>>:-fno-rtti>)
target_include_directories(sluice_core_flags INTERFACE "${PROJECT_SOURCE_DIR}/core")

# ccache makes a second build of an unchanged file free, in every preset.
find_program(SLUICE_CCACHE ccache)
if(SLUICE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SLUICE_CCACHE}")
endif()
