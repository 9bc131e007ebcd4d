#pragma once
// The parser for all of Go 1.24 (Go spec; the error texts are those of cmd/compile/internal/syntax).
//
// Invariants: every loop makes progress or stops; nesting is limited to kMaxNesting; after the first syntax error the
// tree is still well formed (missing parts are BadExpr/BadStmt), but only error-free files should be checked.

#include <cstdint>

#include "syntax/ast.h"

namespace sluice {

class Diagnostics;

/// Deepest nesting of expressions, types and blocks together. Real programs stay below 50; the limit keeps the native
/// stack of a wasm worker (1 MiB and less) safe.
constexpr uint32_t kMaxNesting = 1000;

/// Parses `file`. Nodes and names live as long as `arena` and `names`; `file` must outlive them. Errors go to `diagnostics`;
/// as in gc, a file with syntax errors must not be checked. Never returns null.
File* parseFile(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics);

}  // namespace sluice
