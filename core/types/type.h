#pragma once
// The Go types of a program.
//
// Invariants
// - Every type lives in a TypeContext (or is one of the immutable predeclared basics) and is never freed
// before it.
// - A Type* handed out by the checker is never an alias node: aliases are resolved where they are named.
// - Instances of generic named types are canonical: one Named per (origin, identical type arguments), so that
// two
//   Named types are identical exactly when their pointers are equal.
// - Composite types are not canonical: compare with identical() or through TypeContext::canonical().
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"

namespace sluice {

class TypeContext;
struct Func;
struct Package;
struct TypeName;
struct Var;

/// The shape of a type: which class of this file a Type* really is.
enum class TypeKind : uint8_t {
    Basic,
    Named,
    Pointer,
    Slice,
    Array,
    Map,
    Chan,
    Struct,
    Signature,
    Interface,
    TypeParam,
    Tuple,
    Union,
};

/// Base of all types. There are no virtual functions: `kind` says what it is.
class Type {
  public:
    TypeKind kind() const { return kind_; }
    /// This type as a T; the kind must match (asserted).
    template <class T>
    T* as() {
        SLUICE_ASSERT(kind_ == T::kKind);
        return static_cast<T*>(this);
    }
    template <class T>
    const T* as() const {
        SLUICE_ASSERT(kind_ == T::kKind);
        return static_cast<const T*>(this);
    }
    /// This type as a T, or null when it is of another kind.
    template <class T>
    T* dyn() {
        return kind_ == T::kKind ? static_cast<T*>(this) : nullptr;
    }
    template <class T>
    const T* dyn() const {
        return kind_ == T::kKind ? static_cast<const T*>(this) : nullptr;
    }

  protected:
    explicit Type(TypeKind kind) : kind_(kind) {}

  private:
    TypeKind kind_;
};

/// The underlying type (Go spec "Underlying types"). For a type parameter this is its constraint interface.
/// Expands instances of generic types on first use. Never a Named for a completely declared type.
Type* under(Type* type);
inline const Type* under(const Type* type) { return under(const_cast<Type*>(type)); }

/// The underlying type as a T, or null when that is of another kind.
template <class T>
T* underAs(Type* type) {
    return type == nullptr ? nullptr : under(type)->dyn<T>();
}
template <class T>
const T* underAs(const Type* type) {
    return underAs<T>(const_cast<Type*>(type));
}

/// Predeclared types. Byte and Rune are aliases: same kind as Uint8 and Int32, another name in messages.
/// Complex64, Complex128, UntypedComplex and UnsafePointer exist only so that their use can be refused by
/// name.
enum class BasicKind : uint8_t {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
};

/// Properties of basic types, as bits of Basic::info.
enum BasicInfo : uint16_t {
    kIsBoolean = 1,
    kIsInteger = 2,
    kIsUnsigned = 4,
    kIsFloat = 8,
    kIsComplex = 16,
    kIsString = 32,
    kIsUntyped = 64,
    kIsOrdered = kIsInteger | kIsFloat | kIsString,
    kIsNumeric = kIsInteger | kIsFloat | kIsComplex,
    kIsConstType = kIsBoolean | kIsNumeric | kIsString,
};

class Basic : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Basic;
    Basic(BasicKind basicKind, uint16_t basicInfo, std::string_view basicName)
        : Type(kKind), basic(basicKind), info(basicInfo), name(basicName) {}
    BasicKind basic;
    uint16_t info;  ///< BasicInfo bits
    std::string_view name;
};

/// The predeclared type of a kind: shared, immutable, alive for ever.
Type* basicType(BasicKind kind);
/// `byte` and `rune`: identical to uint8 and int32, but printed by these names.
Type* byteType();
Type* runeType();
inline Type* invalidType() { return basicType(BasicKind::Invalid); }

/// A defined type, or an instance of a generic one.
class Named : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Named;
    Named(TypeContext& context, TypeName* typeName)
        : Type(kKind), ctx(&context), obj(typeName), origin(this) {}

    /// How many methods are declared with this (or the origin's) receiver base type.
    size_t numMethods() const { return origin->methods.size(); }
    /// Method i; for an instance its signature is the origin's with the type arguments put in. The Func's
    /// `origin` leads to the declared one (the one with a body).
    Func* method(size_t i);
    bool isInstance() const { return origin != this; }

    TypeContext* ctx;
    TypeName* obj;
    Named* origin;                          ///< the declared generic type; this for declared types
    std::vector<class TypeParam*> tparams;  ///< of a declared generic type
    std::vector<Type*> targs;               ///< of an instance
    /// Type parameters of the generic function around a local type declaration: an implicit parameter list,
    /// so that subst() of a local type gives one type for each instance of the function. Empty nearly always.
    std::vector<class TypeParam*> enclosingTParams;
    std::vector<Func*> methods;          ///< declared methods in source order (origin only)
    std::vector<Func*> expandedMethods;  ///< an instance's methods, made on demand (null = not yet)
    Type* underlying = nullptr;          ///< null while not yet known; use under()
    Type* rhs = nullptr;                 ///< the type as written in the declaration
    uint32_t id = 0;                     ///< in order of creation within the context
    bool isDeclared = false;  ///< the declaration has been checked: the underlying type is complete
    bool resolving = false;
};

class Pointer : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Pointer;
    explicit Pointer(Type* elemType) : Type(kKind), elem(elemType) {}
    Type* elem;
};

class Slice : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Slice;
    explicit Slice(Type* elemType) : Type(kKind), elem(elemType) {}
    Type* elem;
};

class Array : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Array;
    Array(Type* elemType, int64_t length) : Type(kKind), elem(elemType), len(length) {}
    Type* elem;
    int64_t len;  ///< negative: unknown because of an error
};

class Map : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Map;
    Map(Type* keyType, Type* elemType) : Type(kKind), key(keyType), elem(elemType) {}
    Type* key;
    Type* elem;
};

enum class ChanDir : uint8_t { Both, SendOnly, ReceiveOnly };

class Chan : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Chan;
    Chan(ChanDir direction, Type* elemType) : Type(kKind), dir(direction), elem(elemType) {}
    ChanDir dir;
    Type* elem;
};

class Struct : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Struct;
    Struct() : Type(kKind) {}
    std::vector<Var*> fields;            ///< Var::embedded marks embedded fields
    std::vector<std::string_view> tags;  ///< empty, or one (unquoted) for each field
};

/// Results of a call with other than one value, and parameter lists in messages.
class Tuple : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Tuple;
    Tuple() : Type(kKind) {}
    explicit Tuple(std::vector<Var*> variables) : Type(kKind), vars(std::move(variables)) {}
    std::vector<Var*> vars;
};

class Signature : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Signature;
    Signature() : Type(kKind) {}
    Var* recv = nullptr;                        ///< null for functions; ignored by identical()
    std::vector<class TypeParam*> tparams;      ///< of a generic function
    std::vector<class TypeParam*> recvTParams;  ///< of a method of a generic type, as named at its receiver
    std::vector<Var*> params;                   ///< a variadic last parameter has its slice type
    std::vector<Var*> results;
    bool variadic = false;
};

/// One term of a union or type set: T or ~T.
struct Term {
    bool tilde = false;
    Type* type = nullptr;  ///< null: all types
};

class Union : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Union;
    Union() : Type(kKind) {}
    std::vector<Term> terms;
};

/// The types that implement an interface.
struct TypeSet {
    std::vector<Func*> methods;  ///< all, embedded ones included, sorted by name
    std::vector<Term> terms;     ///< meaningful unless allTypes; empty then means the empty set
    bool allTypes = true;        ///< no restriction by terms
    bool comparable = false;     ///< `comparable` restricts it (then allTypes is true)
    bool isEmpty() const { return !allTypes && terms.empty(); }
    bool hasTerms() const { return !allTypes && !terms.empty(); }
    bool isMethodSet() const { return allTypes && !comparable; }
};

class Interface : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::Interface;
    explicit Interface(TypeContext* context) : Type(kKind), ctx(context) {}
    TypeContext* ctx;
    std::vector<Func*> methods;  ///< explicitly declared ones in source order
    std::vector<Type*> embeddeds;
    std::vector<uint32_t> embedPositions;  ///< source positions of embeddeds (may be empty)
    bool implicit = false;                 ///< wraps a constraint literal such as ~int|~string
    bool isAny = false;                    ///< printed as `any`
    bool complete = false;                 ///< all methods and embeddeds are known
    TypeSet* set = nullptr;                ///< computed on demand; use typeSet()
};

class TypeParam : public Type {
  public:
    static constexpr TypeKind kKind = TypeKind::TypeParam;
    TypeParam(TypeContext* context, TypeName* typeName) : Type(kKind), ctx(context), obj(typeName) {}
    /// The constraint as an interface (a non-interface constraint is wrapped).
    Interface* iface();
    TypeContext* ctx;
    TypeName* obj;
    int index = -1;         ///< in its list
    Type* bound = nullptr;  ///< the declared constraint
    uint32_t id = 0;        ///< in order of creation within the context
};

/// The type set of an interface, computed and kept on first use.
const TypeSet& typeSet(Interface* iface);
}  // namespace sluice
