#pragma once
// The type checker: from parsed files to annotated syntax trees.
//
// Use: make a Checker, call checkProgram() with the user's files; when there are no errors, compile the
// functions that are reached, calling ensureBody() before looking into a function of a library package.
//
// Results are in the annotations of the syntax tree (type, mode, constant, object, selection, instance), on
// objects (Var, Func, FunctionInfo) and in Package. Types recorded for untyped constants are final: after
// implicit conversion.
#include <memory>
#include <string_view>
#include <vector>

#include "types/object.h"
#include "types/type.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
class Diagnostics;
struct File;
struct FuncDecl;

/// Where the packages come from that programs may import (sources embedded in the program).
class Importer {
  public:
    virtual ~Importer() = default;
    /// The parsed files of package `path`, or empty if there is no such package. Called once for each path.
    virtual std::vector<File*> load(std::string_view path) = 0;
    /// Parses the body of a function of these files that was skipped at first (FuncDecl::skippedBody);
    /// nothing to do for an importer that skips none.
    virtual void loadBody(FuncDecl&) {}
};

class Checker {
  public:
    /// All three must outlive the checker. `importer` may be null: then nothing can be imported.
    Checker(TypeContext& context, Importer* importer, Diagnostics& diagnostics);
    ~Checker();

    /// Checks the user's package (package main, or a file of tests) completely, and what it imports as far as
    /// needed. Never null; errors are in the diagnostics. May be called again for another program: it finds
    /// the library packages of earlier ones as they were loaded and checked, and everything else as if it
    /// were the first.
    Package* checkProgram(const std::vector<File*>& files);
    /// The package for an import path: loaded and collected on first use, null if there is none. Also for
    /// packages the compiler needs without an import in the program ("runtime", "errors" …).
    Package* importPackage(std::string_view path);
    /// Makes sure obj->type is known (package-level declarations of libraries are resolved when first
    /// needed).
    void resolve(Object* obj);
    /// Checks the body of a function (of its origin, for an instance's method) unless that has happened.
    void ensureBody(Func* func);
    /// Makes sure that the body of a library function has been parsed.
    void loadBody(FuncDecl& decl);
    /// Fills Package::initOrder. checkProgram has done it for the user's package; for library packages it is
    /// done on demand, when the compiler decides that the package's variables are needed. Library variables
    /// that nothing needs are in it all the same.
    void ensureInitOrder(Package* pkg);
    /// Checks all declarations and bodies of a library package, unused imports included: for tests of the
    /// library.
    void checkWholePackage(Package* pkg);
    /// All packages that the latest program imports or importPackage() was asked for since, each after the
    /// packages it imports: the order of initialisation.
    std::vector<Package*> packagesInOrder() const;
    TypeContext& context();
    /// Predeclared `error`, `any`, `comparable`.
    Named* errorType();
    Type* anyType();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace sluice
