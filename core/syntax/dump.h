#pragma once
// Text forms of syntax trees.

#include <string>

#include "syntax/ast.h"

namespace sluice {

/// An expression as gc prints it in diagnostics (types2's syntax.String / ShortForm): `f(a, b...)`, `x[i]`,
/// `func(x int) {…}`, `struct{…}`, `(x + y)`.
std::string exprText(const Expr* expr);

/// A simple statement in the same form: `x := 1`, `i++`, `c <- v`.
std::string stmtText(const Stmt* stmt);

/// The tree as nested lists, one line per file: `(File main (FuncDecl f …))`. For tests.
std::string dumpTree(const Node* node);

}  // namespace sluice
