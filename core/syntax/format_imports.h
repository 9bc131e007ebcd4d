#pragma once
// Sorting of import groups. Private to core/syntax.

#include <string>

#include "syntax/ast.h"
#include "syntax/format_writer.h"

namespace sluice {

/// The file's text with the imports of each run of neighbouring lines sorted by path and duplicates removed.
/// Comments behind an import move with it.
std::string sortImports(const File& file);

/// Sets `joined` and `movedImports` of a file whose imports are sorted.
void noteSortedImports(const File& file, FormatSource& source);

}  // namespace sluice
