// Accessors of types that need more than their own fields: underlying types, instances' methods, constraints.
#include "types/type.h"

#include "base/utf8.h"
#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
Basic kBasics[] = {
    {BasicKind::Invalid, 0, "invalid type"},
    {BasicKind::Bool, kIsBoolean, "bool"},
    {BasicKind::Int, kIsInteger, "int"},
    {BasicKind::Int8, kIsInteger, "int8"},
    {BasicKind::Int16, kIsInteger, "int16"},
    {BasicKind::Int32, kIsInteger, "int32"},
    {BasicKind::Int64, kIsInteger, "int64"},
    {BasicKind::Uint, kIsInteger | kIsUnsigned, "uint"},
    {BasicKind::Uint8, kIsInteger | kIsUnsigned, "uint8"},
    {BasicKind::Uint16, kIsInteger | kIsUnsigned, "uint16"},
    {BasicKind::Uint32, kIsInteger | kIsUnsigned, "uint32"},
    {BasicKind::Uint64, kIsInteger | kIsUnsigned, "uint64"},
    {BasicKind::Uintptr, kIsInteger | kIsUnsigned, "uintptr"},
    {BasicKind::Float32, kIsFloat, "float32"},
    {BasicKind::Float64, kIsFloat, "float64"},
    {BasicKind::Complex64, kIsComplex, "complex64"},
    {BasicKind::Complex128, kIsComplex, "complex128"},
    {BasicKind::String, kIsString, "string"},
    {BasicKind::UnsafePointer, 0, "Pointer"},
    {BasicKind::UntypedBool, kIsBoolean | kIsUntyped, "untyped bool"},
    {BasicKind::UntypedInt, kIsInteger | kIsUntyped, "untyped int"},
    {BasicKind::UntypedRune, kIsInteger | kIsUntyped, "untyped rune"},
    {BasicKind::UntypedFloat, kIsFloat | kIsUntyped, "untyped float"},
    {BasicKind::UntypedComplex, kIsComplex | kIsUntyped, "untyped complex"},
    {BasicKind::UntypedString, kIsString | kIsUntyped, "untyped string"},
    {BasicKind::UntypedNil, kIsUntyped, "untyped nil"},
};
Basic kByte{BasicKind::Uint8, kIsInteger | kIsUnsigned, "byte"};
Basic kRune{BasicKind::Int32, kIsInteger, "rune"};

/// An instance's underlying type is the origin's with the type arguments put in, made when first asked for.
/// While the origin is still being declared there is nothing to keep yet.
Type* expandUnderlying(Named* named) {
    Named* origin = named->origin;
    if (origin->underlying == nullptr || named->resolving) return invalidType();
    named->resolving = true;
    Type* base = under(origin);
    if (base->kind() == TypeKind::Named) {
        named->resolving = false;
        return invalidType();
    }
    const auto& from = origin->tparams.empty() ? origin->enclosingTParams : origin->tparams;
    Type* expanded = base;
    if (from.size() == named->targs.size()) {
        TypeMap map{&from, &named->targs};
        expanded = subst(*named->ctx, base, map);
    }
    named->resolving = false;
    if (origin->isDeclared) named->underlying = expanded;
    return expanded;
}
}  // namespace

Type* basicType(BasicKind kind) { return &kBasics[static_cast<size_t>(kind)]; }
Type* byteType() { return &kByte; }
Type* runeType() { return &kRune; }

Type* under(Type* type) {
    switch (type->kind()) {
        case TypeKind::Named: {
            auto* named = static_cast<Named*>(type);
            if (named->underlying != nullptr && named->underlying->kind() != TypeKind::Named)
                return named->underlying;
            if (named->isInstance()) return expandUnderlying(named);
            // A chain of declared types that is still being resolved; cycles in it have been reported as
            // invalid.
            for (int steps = 0; named->underlying != nullptr && steps < 10000; steps++) {
                Type* next = named->underlying;
                Named* following = next->dyn<Named>();
                if (following == nullptr) return next;
                if (following->isInstance()) return under(following);
                named = following;
            }
            return invalidType();
        }
        case TypeKind::TypeParam: return static_cast<TypeParam*>(type)->iface();
        default: return type;
    }
}

Func* Named::method(size_t i) {
    Func* declared = origin->methods[i];
    if (!isInstance()) return declared;
    if (expandedMethods.size() < origin->methods.size())
        expandedMethods.resize(origin->methods.size(), nullptr);
    if (expandedMethods[i] != nullptr) return expandedMethods[i];
    Signature* sig = declared->signature();
    if (sig == nullptr) return declared;
    Signature* made = sig;
    if (sig->recvTParams.size() == targs.size()) {
        TypeMap map{&sig->recvTParams, &targs};
        made = subst(*ctx, sig, map)->as<Signature>();
    }
    if (made == sig) made = ctx->make<Signature>(*sig);
    made->recvTParams.clear();
    Var* recv = ctx->make<Var>(*sig->recv);
    recv->type = declared->hasPointerReceiver ? ctx->pointerTo(this) : this;
    made->recv = recv;
    Func* func = ctx->make<Func>(*declared);
    func->type = made;
    func->origin = declared;
    expandedMethods[i] = func;
    return func;
}

Interface* TypeParam::iface() {
    if (bound == nullptr) return ctx->universe().emptyInterface;
    Type* constraint = under(bound);
    if (auto* found = constraint->dyn<Interface>()) return found;
    if (constraint == invalidType()) return ctx->universe().emptyInterface;
    auto* wrapped = ctx->make<Interface>(ctx);
    wrapped->embeddeds.push_back(bound);
    wrapped->implicit = true;
    wrapped->complete = true;
    bound = wrapped;
    return wrapped;
}

bool Object::exported() const {
    std::string_view text = name.text();
    if (text.empty()) return false;
    unsigned char c = static_cast<unsigned char>(text[0]);
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return isExportedName(text);
}

Signature* Func::signature() const { return type == nullptr ? nullptr : type->dyn<Signature>(); }

// ---- Scope

namespace {
constexpr size_t kLinearScope = 8;  // smaller scopes are searched without a table
}

Object* Scope::find(Name name) const {
    if (table_.empty()) {
        for (Object* obj : objects_) {
            if (obj->name == name) return obj;
        }
        return nullptr;
    }
    size_t mask = table_.size() - 1;
    for (size_t i = name.hash() & mask; table_[i] != 0; i = (i + 1) & mask) {
        Object* obj = objects_[table_[i] - 1];
        if (obj->name == name) return obj;
    }
    return nullptr;
}

Object* Scope::insert(Object* obj) {
    if (Object* other = find(obj->name)) return other;
    objects_.push_back(obj);
    if (objects_.size() > kLinearScope) {
        if (objects_.size() * 2 > table_.size()) {
            grow();
        } else {
            size_t mask = table_.size() - 1;
            size_t i = obj->name.hash() & mask;
            while (table_[i] != 0) i = (i + 1) & mask;
            table_[i] = static_cast<uint32_t>(objects_.size());
        }
    }
    return nullptr;
}

void Scope::grow() {
    size_t size = 32;
    while (size < objects_.size() * 4) size *= 2;
    table_.assign(size, 0);
    for (size_t k = 0; k < objects_.size(); k++) {
        size_t i = objects_[k]->name.hash() & (size - 1);
        while (table_[i] != 0) i = (i + 1) & (size - 1);
        table_[i] = static_cast<uint32_t>(k + 1);
    }
}
}  // namespace sluice
