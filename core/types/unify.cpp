// Type unification.
//
// Invariants: slots_ maps each type parameter to its value; joined parameters have the same slot. Unification
// is inexact at the top level (assignability) and exact inside composite types, as the spec demands.
#include "types/unify.h"

#include <algorithm>

namespace sluice {
namespace {
constexpr int kMaxUnificationDepth = 50;  // as go/types; deeper types do not unify

Interface* asInterface(Type* t) { return isTypeParam(t) ? nullptr : under(t)->dyn<Interface>(); }

bool isTypeLiteral(const Type* t) { return t->kind() != TypeKind::Named && t->kind() != TypeKind::TypeParam; }

bool sameName(const Func* a, const Func* b) {
    return a->name == b->name && (a->exported() || a->pkg == b->pkg);
}
}  // namespace

Unifier::Unifier(PackageChecker& checker, const std::vector<TypeParam*>& tparams,
                 const std::vector<Type*>& targs)
    : checker_(checker), tparams_(tparams), values_(targs) {
    values_.resize(tparams.size(), nullptr);
    for (size_t i = 0; i < tparams.size(); i++) slots_.push_back(i);
}

size_t Unifier::indexOf(const TypeParam* param) const {
    auto it = std::find(tparams_.begin(), tparams_.end(), param);
    SLUICE_ASSERT(it != tparams_.end());
    return static_cast<size_t>(it - tparams_.begin());
}

TypeParam* Unifier::asBound(Type* t) const {
    TypeParam* param = t->dyn<TypeParam>();
    if (param == nullptr || std::find(tparams_.begin(), tparams_.end(), param) == tparams_.end())
        return nullptr;
    return param;
}

size_t Unifier::unknowns() const {
    size_t n = 0;
    for (size_t slot : slots_) n += values_[slot] == nullptr;
    return n;
}

std::vector<Type*> Unifier::inferred() const {
    std::vector<Type*> out;
    for (size_t slot : slots_) out.push_back(values_[slot]);
    return out;
}

bool Unifier::join(const TypeParam* x, const TypeParam* y) {
    size_t sx = slotOf(x), sy = slotOf(y);
    if (sx == sy) return true;
    if (values_[sx] != nullptr && values_[sy] != nullptr) return false;
    size_t keep = values_[sx] != nullptr ? sx : sy, drop = keep == sx ? sy : sx;
    for (size_t& slot : slots_) {
        if (slot == drop) slot = keep;
    }
    return true;
}

bool Unifier::unify(Type* x, Type* y, unsigned mode) { return nify(x, y, mode); }

/// x is a bound type parameter.
bool Unifier::bound(Type* x, Type* y, unsigned mode) {
    TypeParam* px = asBound(x);
    TypeParam* py = asBound(y);
    if (py != nullptr) {
        if (join(px, py)) return true;
        return nify(at(px), at(py), mode);
    }
    Type* known = at(px);
    if (known == nullptr) {
        set(px, y);
        return true;
    }
    if (!nify(known, y, mode)) return false;
    Interface* xi = asInterface(known);
    Interface* yi = asInterface(y);
    bool xn = known->kind() == TypeKind::Named, yn = y->kind() == TypeKind::Named;
    if (xi != nullptr && yi != nullptr) {
        if (xn && yn) return identical(known, y);
        if (typeSet(xi).methods.size() != typeSet(yi).methods.size()) return false;
    } else if (xi != nullptr || yi != nullptr) {
        return false;
    }
    if ((mode & kExact) != 0 || xn) return true;
    // Prefer a named type, and a channel with a direction.
    Chan* chan = under(y)->dyn<Chan>();
    if (yn || (chan != nullptr && chan->dir != ChanDir::Both)) set(px, y);
    return true;
}

/// Interfaces unify inexactly when the shared methods do.
bool Unifier::interfaces(Type* x, Type* y, bool& handled) {
    Interface* xi = asInterface(x);
    Interface* yi = asInterface(y);
    handled = xi != nullptr || yi != nullptr;
    if (xi != nullptr && yi != nullptr) {
        const TypeSet& xs = typeSet(xi);
        const TypeSet& ys = typeSet(yi);
        if (xs.comparable != ys.comparable || xs.allTypes != ys.allTypes ||
            xs.terms.size() != ys.terms.size())
            return false;
        const auto& few = xs.methods.size() < ys.methods.size() ? xs.methods : ys.methods;
        const auto& many = xs.methods.size() < ys.methods.size() ? ys.methods : xs.methods;
        for (Func* m : few) {
            auto other = std::find_if(many.begin(), many.end(), [m](Func* f) { return sameName(f, m); });
            if (other == many.end() || !nify(m->type, (*other)->type, kExact)) return false;
        }
        return true;
    }
    if (!handled) return false;
    Type* concrete = xi != nullptr ? y : x;
    for (Func* m : typeSet(xi != nullptr ? xi : yi).methods) {
        Lookup found = lookupFieldOrMethod(concrete, false, m->pkg, m->name);
        Func* f = found.obj == nullptr ? nullptr : found.obj->dyn<Func>();
        if (f == nullptr) return false;
        checker_.ctx_.resolve(f);
        if (!nify(m->type, f->type, kExact)) return false;
    }
    return true;
}

bool Unifier::nify(Type* x, Type* y, unsigned mode) {
    if (x == y) return true;
    if (x == nullptr || y == nullptr || depth_ > kMaxUnificationDepth) return false;
    struct Depth {
        int& d;
        explicit Depth(int& depth) : d(depth) { d++; }
        ~Depth() { d--; }
    } guard(depth_);
    if (x->kind() == TypeKind::Named || asBound(y) != nullptr) std::swap(x, y);
    // Inexact: a defined type unifies with a type literal through its underlying type.
    if ((mode & kExact) == 0 && y->kind() == TypeKind::Named && isTypeLiteral(x) &&
        asInterface(x) == nullptr) {
        y = under(y);
        if (x == y) return true;
    }
    if (asBound(x) != nullptr) return bound(x, y, mode);
    if ((mode & kExact) == 0) {
        bool handled = false;
        bool result = interfaces(x, y, handled);
        if (handled) return result;
    }
    if (isTypeParam(y)) std::swap(x, y);
    if (isTypeParam(x)) {
        Type* core = coreType(x);
        return core != nullptr && nify(core, y, kAssign);
    }
    if (x->kind() != y->kind()) return false;
    return structural(x, y, mode);
}

bool Unifier::signatures(Signature* x, Signature* y, unsigned mode) {
    if (x->variadic != y->variadic || x->params.size() != y->params.size() ||
        x->results.size() != y->results.size()) {
        return false;
    }
    for (size_t i = 0; i < x->params.size(); i++) {
        if (!nify(x->params[i]->type, y->params[i]->type, mode)) return false;
    }
    for (size_t i = 0; i < x->results.size(); i++) {
        if (!nify(x->results[i]->type, y->results[i]->type, mode)) return false;
    }
    return true;
}

bool Unifier::structural(Type* x, Type* y, unsigned mode) {
    unsigned inner = (mode & kAssign) != 0 ? mode | kExact : mode;
    switch (x->kind()) {
        case TypeKind::Basic: return x->as<Basic>()->basic == y->as<Basic>()->basic;
        case TypeKind::Array: {
            auto* a = x->as<Array>();
            auto* b = y->as<Array>();
            return (a->len < 0 || b->len < 0 || a->len == b->len) && nify(a->elem, b->elem, inner);
        }
        case TypeKind::Slice: return nify(x->as<Slice>()->elem, y->as<Slice>()->elem, inner);
        case TypeKind::Pointer: return nify(x->as<Pointer>()->elem, y->as<Pointer>()->elem, inner);
        case TypeKind::Map:
            return nify(x->as<Map>()->key, y->as<Map>()->key, inner) &&
                   nify(x->as<Map>()->elem, y->as<Map>()->elem, inner);
        case TypeKind::Chan:
            return ((mode & kExact) == 0 || x->as<Chan>()->dir == y->as<Chan>()->dir) &&
                   nify(x->as<Chan>()->elem, y->as<Chan>()->elem, inner);
        case TypeKind::Signature: return signatures(x->as<Signature>(), y->as<Signature>(), inner);
        case TypeKind::Struct: {
            auto* a = x->as<Struct>();
            auto* b = y->as<Struct>();
            if (a->fields.size() != b->fields.size()) return false;
            for (size_t i = 0; i < a->fields.size(); i++) {
                Var* f = a->fields[i];
                Var* g = b->fields[i];
                if (f->embedded != g->embedded || f->name != g->name || !nify(f->type, g->type, inner))
                    return false;
            }
            return true;
        }
        case TypeKind::Interface: {
            const auto& a = typeSet(x->as<Interface>()).methods;
            const auto& b = typeSet(y->as<Interface>()).methods;
            if (a.size() != b.size()) return false;
            for (size_t i = 0; i < a.size(); i++) {
                if (!sameName(a[i], b[i]) || !nify(a[i]->type, b[i]->type, kExact)) return false;
            }
            return true;
        }
        case TypeKind::Named: {
            auto* a = x->as<Named>();
            auto* b = y->as<Named>();
            if (a->origin != b->origin || a->targs.size() != b->targs.size() || a->targs.empty())
                return false;
            for (size_t i = 0; i < a->targs.size(); i++) {
                if (!nify(a->targs[i], b->targs[i], mode)) return false;
            }
            return true;
        }
        default: return false;
    }
}

namespace {
bool anyParameterized(const std::vector<TypeParam*>& tparams, const std::vector<Var*>& vars) {
    for (const Var* v : vars) {
        if (isParameterized(tparams, v->type)) return true;
    }
    return false;
}
}  // namespace

bool isParameterized(const std::vector<TypeParam*>& tparams, const Type* t) {
    if (t == nullptr) return false;
    switch (t->kind()) {
        case TypeKind::Basic: return false;
        case TypeKind::TypeParam: return std::find(tparams.begin(), tparams.end(), t) != tparams.end();
        case TypeKind::Named:
            for (const Type* a : t->as<Named>()->targs) {
                if (isParameterized(tparams, a)) return true;
            }
            return false;
        case TypeKind::Pointer: return isParameterized(tparams, t->as<Pointer>()->elem);
        case TypeKind::Slice: return isParameterized(tparams, t->as<Slice>()->elem);
        case TypeKind::Array: return isParameterized(tparams, t->as<Array>()->elem);
        case TypeKind::Chan: return isParameterized(tparams, t->as<Chan>()->elem);
        case TypeKind::Map:
            return isParameterized(tparams, t->as<Map>()->key) ||
                   isParameterized(tparams, t->as<Map>()->elem);
        case TypeKind::Struct: return anyParameterized(tparams, t->as<Struct>()->fields);
        case TypeKind::Tuple: return anyParameterized(tparams, t->as<Tuple>()->vars);
        case TypeKind::Signature:
            return anyParameterized(tparams, t->as<Signature>()->params) ||
                   anyParameterized(tparams, t->as<Signature>()->results);
        case TypeKind::Interface:
            for (const Func* m : t->as<Interface>()->methods) {
                if (isParameterized(tparams, m->type)) return true;
            }
            for (const Type* e : t->as<Interface>()->embeddeds) {
                if (isParameterized(tparams, e)) return true;
            }
            return false;
        case TypeKind::Union:
            for (const Term& term : t->as<Union>()->terms) {
                if (isParameterized(tparams, term.type)) return true;
            }
            return false;
    }
    return false;
}
}  // namespace sluice
