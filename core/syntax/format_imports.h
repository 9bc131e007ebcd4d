#pragma once
// Sorting of import groups. Private to core/syntax.

#include <string>

#include "syntax/ast.h"

namespace sluice {

/// The file's text with the imports of each run of neighbouring lines sorted by path and duplicates removed.
/// Comments behind an import move with it.
std::string sortImports(const File& file);

}  // namespace sluice
