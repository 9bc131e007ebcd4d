#pragma once
// The state of one compilation: tables of the Program under construction and the list of functions still to
// compile.
//
// Invariants: a function has its index from the moment something refers to it; its code is made later, once.
// Everything is made in the order of first reference, which depends on the source only.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/flags.h"
#include "code/analysis.h"
#include "code/compiler.h"
#include "code/shapes.h"
#include "source/diagnostic.h"
#include "syntax/ast.h"
#include "types/checker.h"
#include "types/object.h"
#include "types/type_query.h"

namespace sluice {

/// Type parameters in force and what stands for them.
struct TypeEnv {
    std::vector<TypeParam*> from;
    std::vector<Type*> to;
    bool empty() const { return from.empty(); }
};
using TypeEnvPtr = std::shared_ptr<const TypeEnv>;

/// What kind of code a function to compile is.
enum class JobKind : uint8_t {
    Declared,         ///< A function or method declaration.
    Native,           ///< Go code that only calls a native.
    Closure,          ///< A function literal or a range body.
    ReceiverWrapper,  ///< Takes an interface's data word as receiver, walks `path`, calls `method`.
    BoundMethod,      ///< Closure with a captured receiver that calls `method`.
    MethodExpr,       ///< T.Method as a function with the receiver as first parameter.
    Builtin,          ///< A builtin as a function (go, defer).
    Initializer,      ///< One step of package initialisation.
    Entry,            ///< runtime.main
};

/// One function to compile.
struct Job {
    JobKind kind = JobKind::Declared;
    uint32_t index = 0;
    FunctionInfo* info = nullptr;                  ///< Declared, Native
    std::shared_ptr<const BodyAnalysis> analysis;  ///< Declared, Closure, Initializer
    const BodyNode* node = nullptr;
    TypeEnvPtr env;
    Package* package = nullptr;
    uint32_t native = 0;
    const Initializer* initializer = nullptr;
    // Wrappers:
    Type* receiver =
        nullptr;  ///< ReceiverWrapper: dynamic type. BoundMethod, MethodExpr: type of the receiver operand.
    Func* method = nullptr;  ///< What is called: concrete or interface method.
    std::vector<int> path;   ///< Fields to walk, then the method's own index.
    bool fromLiteral = false;
    // Builtin:
    const CallExpr* call = nullptr;
};

/// Base name and counters for naming the closures inside a function.
struct ClosureNames {
    uint32_t literals = 0;
    uint32_t ranges = 0;
};

class Unit {
  public:
    Unit(Checker& checker, Package& main, const CompileOptions& options, Program& program,
         Diagnostics& diagnostics);

    bool run();

    // ---- used while functions are compiled
    Checker& checker() { return checker_; }
    Program& program() { return program_; }
    ShapeTable& shapes() { return shapes_; }
    TypeContext& types() { return checker_.context(); }
    MethodNumbers& methods() { return methods_; }
    Package& mainPackage() { return main_; }

    /// Index of the function that runs declaration `func` with these type arguments (of the function or its
    /// receiver).
    uint32_t functionFor(Func* func, const std::vector<Type*>& targs);
    /// True when `func` has no Go body; then `native` is its number for these type arguments.
    bool nativeFor(Func* func, const std::vector<Type*>& targs, uint32_t& native);
    /// A closure body (literal or range body) of the function being compiled.
    uint32_t closureFor(Job job, const std::string& name);
    /// The function that interface calls of `method` on dynamic type `receiver` run: receiver is the data
    /// word.
    uint32_t receiverWrapper(Type* receiver, Func* method, const std::vector<int>& path);
    /// Gives closure objects of `function` their layout. @param captured kinds of the captured slots
    void layOutClosure(Function& function, const KindPattern& captured);
    uint32_t boundMethod(Type* receiver, Func* method, const std::vector<int>& path);
    uint32_t methodExpr(Type* receiver, Func* method, const std::vector<int>& path);
    uint32_t builtinFunction(const CallExpr* call, const TypeEnvPtr& env, Package* package);

    /// Type arguments of the receiver's type of a method; empty for methods of ordinary types.
    static std::vector<Type*> receiverTypeArguments(Type* receiver);

    /// Values of this type go into interfaces: its methods can be called dynamically.
    void useInInterface(const Type* type);
    /// Method `number` is called through an interface, or found by natives.
    void useMethod(uint32_t number);

    uint32_t constant(Slot value);
    uint32_t string(std::string_view text);
    uint32_t site(Pos pos, std::string name, TypeId type);
    /// First slot of a package variable.
    uint32_t global(Var* var);
    ClosureNames& closureNames(uint32_t function) { return closureNames_[function]; }
    const Shape& shape(BasicKind kind) { return shapes_.of(basicType(kind)); }
    /// The watch number for a variable or field, or -1.
    int watchFor(const Var* var);
    /// The package variables the program uses, in the order they were met; none when nothing is watched.
    std::vector<const Var*> globalsToWatch() const;
    /// What the program's entry calls: package initialisation, then main.main.
    const std::vector<uint32_t>& startFunctions() const { return startFunctions_; }

    void error(Pos pos, std::string message);
    bool failed() const { return failed_; }

    uint32_t addFunction(std::string name, Package* package);

    /// A call made of another one by putting variables in the place of operands.
    struct SyntheticCall {
        CallExpr call;
        std::vector<Expr*> arguments;
        std::vector<std::unique_ptr<Var>> vars;
        std::vector<std::unique_ptr<Ident>> idents;
        /// A new argument that is a variable of this type.
        Var* addVariable(TypeContext& types, Type* type, Pos pos);
        void finish() { call.arguments = {arguments.data(), static_cast<uint32_t>(arguments.size())}; }
    };
    SyntheticCall& synthesise(const CallExpr& call);

  private:
    struct Key {
        JobKind kind;
        const void* what;
        const void* more;
        std::vector<TypeId> targs;
        auto operator<=>(const Key&) const = default;
    };
    struct DynamicType {
        TypeId id;
        std::vector<MethodEntry> methods;
        std::vector<uint32_t> numbers;
    };

    void start();
    void drain();
    void compileJob(const Job& job);
    bool compileNeededInitializers();
    void addKnownTypes();
    void addRoots();
    Func* findRoot(const std::string& root);
    Type* libraryType(std::string_view path, std::string_view name);
    void resolveDynamicTypes();
    void linkMethod(const DynamicType& type, size_t index);
    void fillMethodTables();
    void finishGlobals();
    void readWatches();
    TypeEnvPtr envFor(FunctionInfo* info, const std::vector<Type*>& targs);
    std::string functionName(Func* func, const std::vector<Type*>& targs) const;
    std::string nativeName(Func* func) const;
    uint32_t newNative(Func* func, const std::vector<Type*>& targs);
    bool lookUp(const Key& key, uint32_t& index, const std::string& name, Package* package);
    std::vector<TypeId> typeIds(const std::vector<Type*>& types);
    std::shared_ptr<const BodyAnalysis> analysisOf(FunctionInfo* info);

    Checker& checker_;
    Package& main_;
    const CompileOptions& options_;
    Program& program_;
    Diagnostics& diagnostics_;
    MethodNumbers methods_;
    ShapeTable shapes_;
    std::vector<Job> jobs_;
    size_t nextJob_ = 0;
    std::map<Key, uint32_t> functions_;
    std::map<Key, uint32_t> natives_;
    std::map<const FunctionInfo*, std::shared_ptr<const BodyAnalysis>> analyses_;
    std::unordered_map<Slot, uint32_t> constants_;
    std::unordered_map<std::string, uint32_t> strings_;
    std::unordered_map<const Var*, uint32_t> globals_;
    std::unordered_map<const Var*, int> watches_;
    std::map<uint32_t, ClosureNames> closureNames_;
    std::vector<DynamicType> dynamicTypes_;
    Flags isDynamic_;   ///< By TypeId.
    Flags methodUsed_;  ///< By method number.
    std::vector<std::vector<std::pair<uint32_t, uint32_t>>>
        waiting_;  ///< By method number: (dynamic type, its method).
    std::map<std::pair<TypeId, uint32_t>, uint32_t> linked_;  ///< (type, method number) → function.
    std::map<const Initializer*, uint32_t> initializers_;
    std::vector<uint32_t> startFunctions_;
    std::vector<TypeId> newDynamic_;
    std::vector<std::unique_ptr<SyntheticCall>> synthetic_;
    uint32_t globalSlots_ = 0;
    bool usesJson_ = false;
    bool failed_ = false;
};

}  // namespace sluice
