#pragma once
// The parser for all of Go 1.24 (Go spec; the error texts are those of cmd/compile/internal/syntax).
//
// Invariants: every loop makes progress or stops; nesting is limited to kMaxNesting; after the first syntax
// error the tree is still well formed (missing parts are BadExpr/BadStmt), but only error-free files should
// be checked.

#include <cstdint>

#include "syntax/ast.h"

namespace sluice {

class Diagnostics;
struct FuncDecl;

/// Deepest nesting of expressions, types and blocks together, which bounds the depth of the tree and with it
/// the native stack of everything that walks it. Real programs stay below 50, long `+` chains (which nest to
/// the left) below 200.
constexpr uint32_t kMaxNesting = 500;

/// Parses `file`. Nodes and names live as long as `arena` and `names`; `file` must outlive them. Errors go to
/// `diagnostics`, those about labels and branches too. As in gc, a file must not be checked if
/// `diagnostics.hasSyntaxErrors()` or if its packageName is null; other errors (malformed literals, labels)
/// do not stop the checker. Never returns null.
File* parseFile(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics);

/// The same, but the bodies of functions are only skipped (FuncDecl::skippedBody): a program reaches a small
/// part of a library package, and reading all of it would cost most of the time of a compile. Comments in
/// skipped bodies are not collected, and what is wrong in them is found by parseSkippedBody().
File* parseDeclarations(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics);

/// Reads the body that parseDeclarations() has skipped; does nothing when there is none. `file` must be the
/// one that `decl` stands in.
void parseSkippedBody(FuncDecl& decl, const SourceFile& file, Arena& arena, Interner& names,
                      Diagnostics& diagnostics);

}  // namespace sluice
