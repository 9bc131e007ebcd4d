#pragma once
// Questions about types that need no checker: identity, properties, assignability without constants, method
// sets.
#include <string>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "types/type.h"

namespace sluice {
struct Object;

/// Type identity (Go spec "Type identity").
bool identical(const Type* a, const Type* b);
/// Identity when struct tags do not count (conversions).
bool identicalIgnoringTags(const Type* a, const Type* b);
/// Equal for identical types.
uint64_t typeHash(const Type* type);

/// The type as gc prints it in messages: names are qualified with their package's name unless it is
/// `relativeTo`.
std::string typeString(const Type* type, const Package* relativeTo);
/// The type as a running program prints it (%T, panics): always qualified: "main.Job", "[]string",
/// "map[string]int".
std::string runtimeTypeString(const Type* type);
/// "(a int, b string) error": parameters and results of a signature without `func`.
std::string signatureString(const Signature* sig, const Package* relativeTo);

// Properties by underlying type. The is… questions answer false for type parameters; the all… questions ask
// about every type in a type parameter's type set.
bool isBoolean(const Type* t);
bool isInteger(const Type* t);
bool isUnsigned(const Type* t);
bool isFloat(const Type* t);
bool isNumeric(const Type* t);
bool isString(const Type* t);
bool isConstType(const Type* t);
bool isUntyped(const Type* t);
bool isUntypedNumeric(const Type* t);
bool isTyped(const Type* t);
inline bool isTypeParam(const Type* t) { return t != nullptr && t->kind() == TypeKind::TypeParam; }
inline bool isNamed(const Type* t) {
    return t->kind() == TypeKind::Named || t->kind() == TypeKind::Basic || t->kind() == TypeKind::TypeParam;
}
/// An interface that is not a type parameter.
bool isInterface(const Type* t);
bool isValid(const Type* t);
bool allBoolean(Type* t);
bool allInteger(Type* t);
bool allUnsigned(Type* t);
bool allNumeric(Type* t);
bool allString(Type* t);
bool allOrdered(Type* t);
bool allNumericOrString(Type* t);
/// Is it, or does it mention, a type parameter?
bool mentionsTypeParam(const Type* t);
/// Types whose values can be nil.
bool hasNil(Type* t);
/// Comparable with == (strictly: `dynamic` false excludes interfaces, whose comparison can panic).
bool comparableType(Type* t, bool dynamic);
bool isBytesOrRunes(Type* t);
BasicKind basicKindOf(const Type* t);  ///< Invalid unless the underlying type is basic

/// The type an untyped value gets by default; other types unchanged.
Type* defaultType(Type* t);
/// The core type (Go spec "Core types"); null if there is none.
Type* coreType(Type* t);
/// Like coreType, but a set of strings and byte slices has core type string.
Type* coreString(Type* t);
/// If t is a pointer: its element type, else t; `wasPointer` says which.
Type* deref(Type* t, bool* wasPointer);

/// How a selector reaches a field or method.
struct Lookup {
    Object* obj = nullptr;   ///< the Var or Func, null if none
    std::vector<int> path;   ///< field indices from outside in; the last is the field's or method's own index
    bool indirect = false;   ///< a pointer was followed on the way (the receiver itself included)
    bool ambiguous = false;  ///< found more than once at the shallowest depth
};
/// Finds field or method `name` in T (Go spec "Selectors"). `pkg` is where the selector stands (unexported
/// names). An obj with a pointer receiver that an addressable-less T cannot call: obj null, indirect true.
Lookup lookupFieldOrMethod(Type* t, bool addressable, const Package* pkg, Name name, bool foldCase = false);

/// One member of a method set.
struct MethodEntry {
    Func* func = nullptr;   ///< declared method, instance's method, or interface method
    std::vector<int> path;  ///< embedded fields to walk, then the method's own index (as in Lookup)
    bool indirect = false;
};
/// All methods callable on a value of type T (not on an addressable variable), sorted by name, then package.
/// This is what a run-time type needs to satisfy interfaces. Signatures may still have to be asked for with
/// Checker::resolve() when the method's package is a library package.
std::vector<MethodEntry> methodSet(Type* t);
}  // namespace sluice
