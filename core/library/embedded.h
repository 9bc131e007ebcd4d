// The Go files of our library packages. The table behind embeddedFiles() is generated at build time from
// core/library/go by cmake/EmbedGo.cmake and linked into every program but the bundles of the pages: those
// define both functions themselves (wasm/library_parts.cpp) and are given the texts when a program needs
// them.
#pragma once

#include <span>
#include <string_view>

namespace sluice {

/// One Go file of a library package. All three views are into static storage.
struct EmbeddedFile {
    std::string_view importPath;  ///< As programs import it: "sync", "golang.org/x/sync/errgroup".
    std::string_view fileName;    ///< Name of the file inside the package: "sync.go".
    std::string_view text;        ///< The whole source text, UTF-8; its data is null when it is not here.
};

/// Every embedded file, sorted by import path and then file name: the files of a package are neighbours.
std::span<const EmbeddedFile> embeddedFiles();

/// Called when a program asked for a package whose texts are not here. The compile that asked ends as if
/// there were no such package; its result must not be used.
void noteMissingPackage(std::string_view importPath);

}  // namespace sluice
