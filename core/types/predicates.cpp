// Identity and simple properties of types (Go spec "Type identity", "Comparison operators").
#include <algorithm>

#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
uint16_t infoOf(const Type* t) {
    if (t->kind() == TypeKind::TypeParam) return 0;
    const Basic* basic = under(t)->dyn<Basic>();
    return basic == nullptr ? 0 : basic->info;
}

/// Calls f with each term's type of a type parameter's set, or with t itself. A set without terms gives
/// f(null).
template <class F>
bool everyType(Type* t, F f) {
    if (!isTypeParam(t)) return f(t);
    const TypeSet& set = typeSet(t->as<TypeParam>()->iface());
    if (!set.hasTerms()) return f(nullptr);
    for (const Term& term : set.terms) {
        if (!f(term.type)) return false;
    }
    return true;
}

bool allInfo(Type* t, uint16_t bits) {
    return everyType(t, [bits](Type* u) { return u != nullptr && (infoOf(u) & bits) != 0; });
}
}  // namespace

bool isBoolean(const Type* t) { return (infoOf(t) & kIsBoolean) != 0; }
bool isInteger(const Type* t) { return (infoOf(t) & kIsInteger) != 0; }
bool isUnsigned(const Type* t) { return (infoOf(t) & kIsUnsigned) != 0; }
bool isFloat(const Type* t) { return (infoOf(t) & kIsFloat) != 0; }
bool isNumeric(const Type* t) { return (infoOf(t) & kIsNumeric) != 0; }
bool isString(const Type* t) { return (infoOf(t) & kIsString) != 0; }
bool isConstType(const Type* t) { return (infoOf(t) & kIsConstType) != 0; }
bool isUntyped(const Type* t) {
    const Basic* basic = t->dyn<Basic>();
    return basic != nullptr && (basic->info & kIsUntyped) != 0;
}
bool isTyped(const Type* t) { return !isUntyped(t); }
bool isUntypedNumeric(const Type* t) { return isUntyped(t) && isNumeric(t); }
bool isValid(const Type* t) { return t != nullptr && t != invalidType(); }
bool isInterface(const Type* t) { return !isTypeParam(t) && under(t)->kind() == TypeKind::Interface; }

bool allBoolean(Type* t) { return allInfo(t, kIsBoolean); }
bool allInteger(Type* t) { return allInfo(t, kIsInteger); }
bool allUnsigned(Type* t) { return allInfo(t, kIsUnsigned); }
bool allNumeric(Type* t) { return allInfo(t, kIsNumeric); }
bool allString(Type* t) { return allInfo(t, kIsString); }
bool allOrdered(Type* t) { return allInfo(t, kIsOrdered); }
bool allNumericOrString(Type* t) { return allInfo(t, kIsNumeric | kIsString); }

BasicKind basicKindOf(const Type* t) {
    if (isTypeParam(t)) return BasicKind::Invalid;
    const Basic* basic = under(t)->dyn<Basic>();
    return basic == nullptr ? BasicKind::Invalid : basic->basic;
}

bool hasNil(Type* t) {
    if (isTypeParam(t)) {
        return everyType(t, [](Type* u) { return u != nullptr && hasNil(u); });
    }
    Type* u = under(t);
    switch (u->kind()) {
        case TypeKind::Basic: {
            BasicKind kind = u->as<Basic>()->basic;
            return kind == BasicKind::UnsafePointer;
        }
        case TypeKind::Pointer:
        case TypeKind::Slice:
        case TypeKind::Map:
        case TypeKind::Chan:
        case TypeKind::Signature:
        case TypeKind::Interface: return true;
        default: return false;
    }
}

namespace {
bool comparableAt(Type* t, bool dynamic, int depth) {
    if (depth > 200) return true;
    if (isTypeParam(t)) {
        const TypeSet& set = typeSet(t->as<TypeParam>()->iface());
        if (set.comparable) return true;
        if (!set.hasTerms() || set.isEmpty()) return false;
        for (const Term& term : set.terms) {
            if (!comparableAt(term.type, false, depth + 1)) return false;
        }
        return true;
    }
    Type* u = under(t);
    switch (u->kind()) {
        case TypeKind::Basic: return u->as<Basic>()->basic != BasicKind::UntypedNil;
        case TypeKind::Pointer:
        case TypeKind::Chan: return true;
        case TypeKind::Interface: {
            if (dynamic) return true;
            const TypeSet& set = typeSet(u->as<Interface>());
            if (set.comparable) return true;
            if (!set.hasTerms() || set.isEmpty()) return false;
            for (const Term& term : set.terms) {
                if (!comparableAt(term.type, false, depth + 1)) return false;
            }
            return true;
        }
        case TypeKind::Struct:
            for (Var* field : u->as<Struct>()->fields) {
                if (field->type != nullptr && !comparableAt(field->type, dynamic, depth + 1)) return false;
            }
            return true;
        case TypeKind::Array: return comparableAt(u->as<Array>()->elem, dynamic, depth + 1);
        default: return false;
    }
}
}  // namespace

bool comparableType(Type* t, bool dynamic) { return comparableAt(t, dynamic, 0); }

bool isBytesOrRunes(Type* t) {
    const Slice* slice = under(t)->dyn<Slice>();
    if (slice == nullptr) return false;
    BasicKind kind = basicKindOf(slice->elem);
    return kind == BasicKind::Uint8 || kind == BasicKind::Int32;
}

Type* defaultType(Type* t) {
    const Basic* basic = t->dyn<Basic>();
    if (basic == nullptr) return t;
    switch (basic->basic) {
        case BasicKind::UntypedBool: return basicType(BasicKind::Bool);
        case BasicKind::UntypedInt: return basicType(BasicKind::Int);
        case BasicKind::UntypedRune: return runeType();
        case BasicKind::UntypedFloat: return basicType(BasicKind::Float64);
        case BasicKind::UntypedComplex: return basicType(BasicKind::Complex128);
        case BasicKind::UntypedString: return basicType(BasicKind::String);
        default: return t;
    }
}

Type* deref(Type* t, bool* wasPointer) {
    if (wasPointer) *wasPointer = false;
    if (t->kind() != TypeKind::Pointer) return t;
    if (wasPointer) *wasPointer = true;
    return t->as<Pointer>()->elem;
}

bool mentionsTypeParam(const Type* t) {
    if (t == nullptr) return false;
    auto any = [](const std::vector<Var*>& vars) {
        return std::any_of(vars.begin(), vars.end(), [](const Var* v) { return mentionsTypeParam(v->type); });
    };
    switch (t->kind()) {
        case TypeKind::Basic: return false;
        case TypeKind::TypeParam: return true;
        case TypeKind::Named: {
            const auto* named = t->as<Named>();
            if (!named->enclosingTParams.empty() && !named->isInstance()) return true;
            return std::any_of(named->targs.begin(), named->targs.end(),
                               [](const Type* a) { return mentionsTypeParam(a); });
        }
        case TypeKind::Pointer: return mentionsTypeParam(t->as<Pointer>()->elem);
        case TypeKind::Slice: return mentionsTypeParam(t->as<Slice>()->elem);
        case TypeKind::Array: return mentionsTypeParam(t->as<Array>()->elem);
        case TypeKind::Chan: return mentionsTypeParam(t->as<Chan>()->elem);
        case TypeKind::Map:
            return mentionsTypeParam(t->as<Map>()->key) || mentionsTypeParam(t->as<Map>()->elem);
        case TypeKind::Struct: return any(t->as<Struct>()->fields);
        case TypeKind::Tuple: return any(t->as<Tuple>()->vars);
        case TypeKind::Signature: return any(t->as<Signature>()->params) || any(t->as<Signature>()->results);
        case TypeKind::Interface: {
            const auto* iface = t->as<Interface>();
            for (const Func* m : iface->methods) {
                if (mentionsTypeParam(m->type)) return true;
            }
            return std::any_of(iface->embeddeds.begin(), iface->embeddeds.end(),
                               [](const Type* e) { return mentionsTypeParam(e); });
        }
        case TypeKind::Union:
            for (const Term& term : t->as<Union>()->terms) {
                if (mentionsTypeParam(term.type)) return true;
            }
            return false;
    }
    return false;
}
}  // namespace sluice
