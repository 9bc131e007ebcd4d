// The working memory of compiles: everything that the parser and the checker make. Compiles that share one
// find the library packages that earlier ones have loaded.
//
// Invariants:
// - What a program's own declarations were parsed and checked into stays until the whole front end goes:
// types of
//   the library that were found on the way may refer to it. isWornOut() says when that is too much.
// - Nothing that a program can observe depends on what was compiled before: numbers of library files are
// fixed, the
//   order of packages follows from the program's imports (Checker::packagesInOrder), and all tables of types
//   are only ever looked up.
// - After something went wrong inside the library itself (only possible at the depth limit) it must not be
// used
//   again: isWornOut() says so.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "api/importer.h"
#include "base/arena.h"
#include "base/interner.h"
#include "source/diagnostic.h"
#include "source/text.h"
#include "syntax/ast_decl.h"
#include "types/checker.h"
#include "types/type_context.h"

namespace sluice {

class FrontEnd {
  public:
    FrontEnd()
        : importer_(files, arena, names, diagnostics),
          types_(names),
          checker(types_, &importer_, diagnostics) {}

    /// Begins a compile: forgets the files and diagnostics of the one before and parses `text`.
    File& parse(std::string_view fileName, std::string_view text);
    /// Parses a further file of the same program, one of ours: programs of tests have no function main.
    File& parseTestMain(std::string_view text);
    /// gc goes on to the type checker after label and literal errors, not after syntax errors.
    bool canCheck(const File& file) const { return !diagnostics.hasSyntaxErrors() && file.packageName; }
    /// Memory held, in bytes, roughly.
    size_t heldBytes() const;
    /// True when the next compile had better begin with a new front end.
    bool isWornOut() const;

    FileSet files;  ///< of the latest compile: the program's, and all library files loaded so far
    Arena arena;
    Interner names;
    Diagnostics diagnostics{files};  ///< of the latest compile

  private:
    File& parseMore(uint32_t number, std::string_view name, std::string_view text, bool isOurs);

    std::vector<std::shared_ptr<SourceFile>> sources_;  // of all compiles: syntax trees have views of them
    size_t sourceBytes_ = 0;
    LibraryImporter importer_;
    TypeContext types_;

  public:
    Checker checker;
};

}  // namespace sluice
