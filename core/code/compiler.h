#pragma once
// The compiler: from checked syntax trees to a Program.
//
// It works from a list of reachable functions, beginning with package initialisation and main.main. Generic
// functions are compiled once for each list of type arguments. Bodies of library functions are checked only
// when they are reached.

#include <string>
#include <vector>

#include "code/program.h"

namespace sluice {

class Checker;
class Diagnostics;
struct Directives;
struct Package;

struct CompileOptions {
    /// The user's //sluice:watch lines; may be null.
    const Directives* directives = nullptr;
    /// Import paths of library packages whose named functions natives call or whose types natives need, as
    /// "path.Name" ("runtime.newPlainError"): compiled even when the program does not reach them, when the
    /// package exists.
    std::vector<std::string> roots;
    /// True if a body-less library function has an implementation; null: all have. A missing one that is
    /// reached is a diagnostic.
    bool (*hasNative)(const std::string& qualifiedName) = nullptr;
};

/// Compiles `main` (checked without errors) and everything it reaches into `program`, which must be empty.
/// False when something could not be compiled: the reasons are in `diagnostics`.
bool compile(Checker& checker, Package& main, const CompileOptions& options, Program& program,
             Diagnostics& diagnostics);

}  // namespace sluice
