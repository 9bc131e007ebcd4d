// Library packages for the checker: parsed from the embedded Go files when a program imports them.
#pragma once

#include <string>
#include <vector>

#include "base/arena.h"
#include "base/interner.h"
#include "source/text.h"
#include "types/checker.h"

namespace sluice {

/// Loads embedded packages. Their files join the compilation's FileSet as library files.
class LibraryImporter final : public Importer {
  public:
    LibraryImporter(FileSet& files, Arena& arena, Interner& names, Diagnostics& diagnostics)
        : files_(files), arena_(arena), names_(names), diagnostics_(diagnostics) {}

    std::vector<File*> load(std::string_view path) override;

  private:
    FileSet& files_;
    Arena& arena_;
    Interner& names_;
    Diagnostics& diagnostics_;
};

}  // namespace sluice
