// The Go files of our library packages, embedded in the program. The table behind embeddedFiles() is
// generated at build time from core/library/go by cmake/EmbedGo.cmake.
#pragma once

#include <span>
#include <string_view>

namespace sluice {

/// One Go file of a library package. All three views are into static storage.
struct EmbeddedFile {
    std::string_view importPath;  ///< As programs import it: "sync", "golang.org/x/sync/errgroup".
    std::string_view fileName;    ///< Name of the file inside the package: "sync.go".
    std::string_view text;        ///< The whole source text, UTF-8.
};

/// Every embedded file, sorted by import path and then file name: the files of a package are neighbours.
std::span<const EmbeddedFile> embeddedFiles();

}  // namespace sluice
