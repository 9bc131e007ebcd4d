// Library packages for the checker: read from the embedded Go files when a program imports them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/interner.h"
#include "source/text.h"
#include "types/checker.h"

namespace sluice {

/// Loads embedded packages. Their files join `files` as shared library files, whose numbers follow from their
/// place in the table of embedded files. Everything given must outlive the importer.
class LibraryImporter final : public Importer {
  public:
    LibraryImporter(FileSet& files, Arena& arena, Interner& names, Diagnostics& diagnostics)
        : files_(files), arena_(arena), names_(names), diagnostics_(diagnostics) {}

    std::vector<File*> load(std::string_view path) override;
    void loadBody(FuncDecl& decl) override;
    /// Puts the files loaded so far into `files` again, after it was cleared.
    void addLoadedFiles();

  private:
    FileSet& files_;
    Arena& arena_;
    Interner& names_;
    Diagnostics& diagnostics_;
    std::vector<std::shared_ptr<SourceFile>> loaded_;
};

}  // namespace sluice
