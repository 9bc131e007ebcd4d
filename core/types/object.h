#pragma once
// Declared things: what an identifier can denote, the scopes that hold them, packages, and what the checker
// learns about variables and functions on the way for the compiler.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "base/interner.h"
#include "source/position.h"

namespace sluice {
class Checker;
class ConstValue;
class Named;
class PackageChecker;
class Scope;
class Signature;
class Type;
class TypeParam;
struct FunctionInfo;
struct Package;

enum class ObjectKind : uint8_t { PkgName, Const, TypeName, Var, Func, Label, Builtin, Nil };

/// Progress of the resolution of a package-level or local declaration.
enum class Resolution : uint8_t { White, Gray, Black };

/// Base of all declared things. No virtual functions: `kind` says which.
struct Object {
    ObjectKind kind;
    Resolution resolution = Resolution::Black;
    Name name;
    Pos pos;                 ///< of the declaring identifier
    Pos scopePos;            ///< where its scope starts (function-local objects)
    Package* pkg = nullptr;  ///< null for predeclared objects and labels
    Type* type = nullptr;  ///< null while a lazily checked declaration was never needed; see Checker::resolve
    Scope* parent = nullptr;  ///< the scope that declares it; null for fields and methods
    uint32_t order = 0;       ///< source order of package-level objects

    template <class T>
    T* as() {
        SLUICE_ASSERT(kind == T::kKind);
        return static_cast<T*>(this);
    }
    template <class T>
    T* dyn() {
        return kind == T::kKind ? static_cast<T*>(this) : nullptr;
    }
    /// Starts with an upper-case letter.
    bool exported() const;

  protected:
    Object(ObjectKind objectKind, Name objectName, Pos objectPos)
        : kind(objectKind), name(objectName), pos(objectPos) {}
};

/// An imported package under its local name.
struct PkgName : Object {
    static constexpr ObjectKind kKind = ObjectKind::PkgName;
    PkgName(Name n, Pos p) : Object(kKind, n, p) {}
    Package* imported = nullptr;
    bool used = false;
};

struct Const : Object {
    static constexpr ObjectKind kKind = ObjectKind::Const;
    Const(Name n, Pos p) : Object(kKind, n, p) {}
    const ConstValue* value = nullptr;
};

struct TypeName : Object {
    static constexpr ObjectKind kKind = ObjectKind::TypeName;
    TypeName(Name n, Pos p) : Object(kKind, n, p) {}
    bool isAlias = false;
    std::vector<TypeParam*> aliasTParams;  ///< of a generic alias; its type then mentions them
};

struct Var : Object {
    static constexpr ObjectKind kKind = ObjectKind::Var;
    Var(Name n, Pos p) : Object(kKind, n, p) {}
    /// The variable of the generic declaration that this field or parameter was substituted from; this
    /// otherwise.
    Var* origin = this;
    /// The function (declaration or literal) whose local it is; null for package variables and fields.
    FunctionInfo* owner = nullptr;
    int index = -1;  ///< of a field in its struct
    bool isField = false;
    bool embedded = false;  ///< an embedded field
    bool isParam = false;   ///< parameter or receiver
    bool isResult = false;
    bool isGlobal = false;
    bool isLoopVar = false;                ///< declared by a for clause: one variable for each iteration
    const struct ForStmt* loop = nullptr;  ///< the 3-clause loop that declares it
    bool used = false;
    /// Used in a function literal inside the function that declares it.
    bool captured = false;
    /// Its address is taken: &x, x.f with a pointer method, slicing an array x[:], also through x.f and x[i].
    bool addressTaken = false;
    /// Assigned other than by its declaration (for a variable without initial value: every assignment).
    bool reassigned = false;
    /// Assigned by the post statement of the `for` clause that declares it, in no other place if !reassigned.
    bool reassignedInPost = false;
};

struct Func : Object {
    static constexpr ObjectKind kKind = ObjectKind::Func;
    Func(Name n, Pos p) : Object(kKind, n, p) {}
    Signature* signature() const;
    /// The declared method that an instance's method was substituted from; this otherwise.
    Func* origin = this;
    /// What the checker knows about the body; null for interface methods (ask the origin for instances'
    /// methods).
    FunctionInfo* info = nullptr;
    bool hasPointerReceiver = false;
    bool isInterfaceMethod = false;
    bool isMethod = false;
};

struct Label : Object {
    static constexpr ObjectKind kKind = ObjectKind::Label;
    Label(Name n, Pos p) : Object(kKind, n, p) {}
    bool used = false;
};

enum class BuiltinId : uint8_t {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
};

struct Builtin : Object {
    static constexpr ObjectKind kKind = ObjectKind::Builtin;
    Builtin(Name n, BuiltinId builtinId) : Object(kKind, n, Pos()), id(builtinId) {}
    BuiltinId id;
};

struct NilObject : Object {
    static constexpr ObjectKind kKind = ObjectKind::Nil;
    explicit NilObject(Name n) : Object(kKind, n, Pos()) {}
};

/// One function body: a declaration or a literal.
struct FunctionInfo {
    FunctionInfo* outer = nullptr;  ///< the function around a literal; null for declarations and for literals
                                    ///< in package variable initialisers
    Func* func = nullptr;           ///< the declaration, null for literals
    struct FuncDecl* decl =
        nullptr;  ///< exactly one of decl, lit and rangeBody is set (none: package initialiser)
    struct FuncLit* lit = nullptr;
    /// The body of a `for … range f` over a function: it becomes a function of its own. Break, continue, goto
    /// and return inside refer to the enclosing functions; named results are captured when it contains a
    /// return.
    struct RangeStmt* rangeBody = nullptr;
    Package* pkg = nullptr;
    Signature* sig = nullptr;
    /// Type parameters in force (receiver's or function's, inherited by literals); what the compiler
    /// substitutes.
    std::vector<TypeParam*> tparams;
    std::vector<Var*>
        captures;  ///< variables of outer functions used here or in literals inside, in order of first use
    std::vector<FunctionInfo*> literals;  ///< directly inside, in source order
    bool bodyChecked = false;
    bool hasDefer = false;
    bool callsRecover = false;
    bool hasBody = false;  ///< false: a native function of a library package
};

/// A block of declarations. Lookup is by name; insertion order is kept for determinism.
class Scope {
  public:
    explicit Scope(Scope* outer, bool isFunctionScope = false)
        : outer_(outer), isFunction_(isFunctionScope) {}
    Scope* outer() const { return outer_; }
    bool isFunction() const { return isFunction_; }
    /// The object declared here under this name, or null.
    Object* find(Name name) const;
    /// Declares; returns the object that already has the name (and does nothing), or null.
    Object* insert(Object* obj);
    const std::vector<Object*>& objects() const { return objects_; }

  private:
    void grow();
    Scope* outer_;
    std::vector<Object*> objects_;
    std::vector<uint32_t>
        table_;  ///< open addressing, index + 1 into objects_; empty while there are few objects
    bool isFunction_;
};

/// One step of package initialisation: variables = expression, in the order in which it must happen.
struct Initializer {
    std::vector<Var*> lhs;  ///< more than one for `var a, b = f()`; blank variables are included
    struct Expr* rhs = nullptr;
    FunctionInfo* info = nullptr;  ///< owner of the function literals inside rhs
};

struct Package {
    std::string path;  ///< "main", "math/rand/v2"
    std::string name;  ///< "main", "rand"
    Scope* scope = nullptr;
    std::vector<struct File*> files;
    std::vector<Package*> imports;  ///< direct, sorted by path
    std::vector<Var*> variables;    ///< package variables in source order
    std::vector<Func*>
        functions;  ///< all declared functions and methods in source order (init functions too)
    std::vector<Func*> initFunctions;  ///< func init() in source order
    std::vector<Initializer> initOrder;
    bool isLibrary = false;  ///< embedded; bodies are checked when asked for
    bool complete = false;
    PackageChecker* checker = nullptr;  ///< the checker's own state for this package
};

/// A selector expression x.f that is not a qualified identifier.
enum class SelectionKind : uint8_t { FieldValue, MethodValue, MethodExpr };
struct Selection {
    SelectionKind kind = SelectionKind::FieldValue;
    Type* recv = nullptr;   ///< type of x
    Object* obj = nullptr;  ///< Var (field) or Func (method; an instance's method for generic receivers)
    std::vector<int> path;  ///< embedded field indices, then the field's or method's own index
    bool indirect = false;  ///< a pointer is followed between x and the field or method
};

/// Type arguments of an instantiated generic function or type name.
struct Instance {
    std::vector<Type*> targs;
    Type* type = nullptr;
};
}  // namespace sluice
