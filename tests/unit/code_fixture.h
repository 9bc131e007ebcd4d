// Compiles a Go source without a library and shows the bytecode of its functions.
#pragma once

#include <string>

#include "base/arena.h"
#include "base/interner.h"
#include "code/compiler.h"
#include "code/disassembler.h"
#include "source/diagnostic.h"
#include "source/text.h"
#include "syntax/parser.h"
#include "types/checker.h"

namespace sluice::test {

/// One compilation. `program` is valid when `ok`.
struct Compiled {
    FileSet files;
    Arena arena;
    Interner names;
    Diagnostics diagnostics{files};
    Program program;
    bool ok = false;

    explicit Compiled(const std::string& body) {
        SourceFile& file = files.add("./prog.go", "package main\n" + body);
        File* parsed = parseFile(file, arena, names, diagnostics);
        if (diagnostics.hasErrors()) return;
        TypeContext context(names);
        Checker checker(context, nullptr, diagnostics);
        Package* package = checker.checkProgram({parsed});
        if (diagnostics.hasErrors()) return;
        ok = compile(checker, *package, CompileOptions{}, program, diagnostics);
    }

    /// The code of a function after a newline, or the diagnostics.
    std::string code(const std::string& function) const {
        if (!ok) return diagnostics.text();
        const Function* found = findFunction(program, function);
        return found == nullptr ? "no function " + function : "\n" + disassemble(program, *found);
    }
};


}  // namespace sluice::test
