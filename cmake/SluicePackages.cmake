# Third-party C++ code: Debian's packages where they are installed, fetched otherwise. All header-only.
# The system's include folder must never be on a WebAssembly include path (it holds glibc's headers), so each
# package's own folder is linked into a folder of the build tree, and that is what targets include.

include(FetchContent)

# Makes the interface library `target` for headers that are included as <folder/...>. When they are not
# installed, fetches `repository` at `tag`, whose headers are in its subfolder `subdir`.
function(sluice_header_package target folder probe repository tag subdir)
  find_path(SLUICE_${target}_DIR "${folder}/${probe}" PATHS /usr/include /usr/local/include
    NO_CMAKE_FIND_ROOT_PATH)
  if(SLUICE_${target}_DIR)
    set(include "${CMAKE_BINARY_DIR}/include-${folder}")
    file(MAKE_DIRECTORY "${include}")
    file(CREATE_LINK "${SLUICE_${target}_DIR}/${folder}" "${include}/${folder}" SYMBOLIC)
  else()
    FetchContent_Declare(${target} GIT_REPOSITORY "${repository}" GIT_TAG "${tag}" SOURCE_SUBDIR no-cmake)
    FetchContent_MakeAvailable(${target})
    set(include "${${target}_SOURCE_DIR}/${subdir}")
  endif()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${include}")
endfunction()

sluice_header_package(sluice_doctest doctest doctest.h
  https://github.com/doctest/doctest.git v2.4.11 .)
if(NOT EMSCRIPTEN)
  sluice_header_package(sluice_cli11 CLI CLI.hpp https://github.com/CLIUtils/CLI11.git v2.4.2 include)
endif()

# Boost.Multiprecision's integers and rationals are the exact constants of core/types; nothing else may use
# Boost.
sluice_header_package(sluice_boost boost multiprecision/cpp_int.hpp
  https://github.com/boostorg/boost.git boost-1.83.0 .)
