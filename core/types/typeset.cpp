// Type sets of interfaces and core types (Go spec "Interface types", "Core types").
#include <algorithm>

#include "base/order.h"
#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
constexpr int kMaxEmbeddingDepth = 100;

using Terms = std::vector<Term>;

bool disjoint(const Term& x, const Term& y) {
    Type* ux = y.tilde ? under(x.type) : x.type;
    Type* uy = x.tilde ? under(y.type) : y.type;
    return !identical(ux, uy);
}

Terms intersect(const Terms& a, const Terms& b) {
    Terms out;
    for (const Term& x : a) {
        for (const Term& y : b) {
            if (disjoint(x, y)) continue;
            const Term& kept = x.tilde && !y.tilde ? y : x;
            bool known = std::any_of(out.begin(), out.end(), [&](const Term& t) {
                return t.tilde == kept.tilde && identical(t.type, kept.type);
            });
            if (!known) out.push_back(kept);
        }
    }
    return out;
}

void computeInto(Interface* iface, TypeSet& set, int depth);

/// The terms of one embedded element; false means all types.
bool unionTerms(Union* u, Terms& out, int depth) {
    for (const Term& term : u->terms) {
        if (!isValid(term.type)) continue;
        if (Interface* inner = isTypeParam(term.type) ? nullptr : under(term.type)->dyn<Interface>()) {
            TypeSet innerSet;
            computeInto(inner, innerSet, depth + 1);
            if (innerSet.allTypes) return false;
            out.insert(out.end(), innerSet.terms.begin(), innerSet.terms.end());
            continue;
        }
        if (term.tilde && !identical(under(term.type), term.type))
            continue;  // no type has this underlying type
        out.push_back(term);
    }
    return true;
}

void addMethod(TypeSet& set, Func* method) {
    for (Func* known : set.methods) {
        if (known->name == method->name && (known->exported() || known->pkg == method->pkg)) return;
    }
    set.methods.push_back(method);
}

void restrict(TypeSet& set, bool all, const Terms& terms) {
    if (all) return;
    if (set.allTypes) {
        set.terms = terms;
        set.allTypes = false;
        if (set.comparable) {
            // The intersection of `comparable` with a list of types keeps the comparable ones.
            set.comparable = false;
            Terms kept;
            for (const Term& term : set.terms) {
                if (comparableType(term.type, false)) kept.push_back(term);
            }
            set.terms = kept;
        }
        return;
    }
    set.terms = intersect(set.terms, terms);
}

void requireComparable(TypeSet& set) {
    if (set.allTypes) {
        set.comparable = true;
        return;
    }
    Terms kept;
    for (const Term& term : set.terms) {
        if (comparableType(term.type, false)) kept.push_back(term);
    }
    set.terms = kept;
}

void computeInto(Interface* iface, TypeSet& set, int depth) {
    if (depth > kMaxEmbeddingDepth) return;
    if (iface->set != nullptr) {
        for (Func* m : iface->set->methods) addMethod(set, m);
        if (iface->set->comparable) requireComparable(set);
        restrict(set, iface->set->allTypes, iface->set->terms);
        return;
    }
    for (Func* m : iface->methods) addMethod(set, m);
    for (Type* embedded : iface->embeddeds) {
        if (!isValid(embedded)) continue;
        Type* u = under(embedded);
        if (isTypeParam(embedded) || !isValid(u)) continue;
        if (auto* inner = u->dyn<Interface>()) {
            TypeSet innerSet;
            computeInto(inner, innerSet, depth + 1);
            for (Func* m : innerSet.methods) addMethod(set, m);
            if (innerSet.comparable) requireComparable(set);
            restrict(set, innerSet.allTypes, innerSet.terms);
        } else if (auto* united = u->dyn<Union>()) {
            Terms terms;
            if (unionTerms(united, terms, depth)) restrict(set, false, terms);
        } else {
            restrict(set, false, Terms{Term{false, embedded}});
        }
    }
}
}  // namespace

const TypeSet& typeSet(Interface* iface) {
    if (iface->set != nullptr) return *iface->set;
    auto* set = iface->ctx->make<TypeSet>();
    computeInto(iface, *set, 0);
    sortStable(set->methods, [](const Func* a, const Func* b) {
        if (a->name != b->name) return a->name.text() < b->name.text();
        return a->pkg != b->pkg && a->pkg != nullptr && b->pkg != nullptr && a->pkg->path < b->pkg->path;
    });
    if (iface->complete) iface->set = set;
    return *set;
}

namespace {
/// Combines u into the single underlying type found so far; false if they do not agree.
bool unifyCore(Type*& core, Type* u) {
    if (core == nullptr) {
        core = u;
        return true;
    }
    if (identical(core, u)) return true;
    Chan* a = core->dyn<Chan>();
    Chan* b = u->dyn<Chan>();
    if (a == nullptr || b == nullptr || !identical(a->elem, b->elem)) return false;
    if (a->dir == ChanDir::Both) {
        core = b;
        return true;
    }
    return b->dir == ChanDir::Both;
}
}  // namespace

Type* coreType(Type* t) {
    if (!isTypeParam(t)) return under(t);
    const TypeSet& set = typeSet(t->as<TypeParam>()->iface());
    if (!set.hasTerms()) return nullptr;
    Type* core = nullptr;
    for (const Term& term : set.terms) {
        if (!unifyCore(core, under(term.type))) return nullptr;
    }
    return core;
}

Type* coreString(Type* t) {
    if (!isTypeParam(t)) return under(t);
    const TypeSet& set = typeSet(t->as<TypeParam>()->iface());
    if (!set.hasTerms()) return nullptr;
    Type* core = nullptr;
    bool sawString = false;
    for (const Term& term : set.terms) {
        Type* u = under(term.type);
        if (isString(u)) {
            u = t->as<TypeParam>()->ctx->sliceOf(byteType());
            sawString = true;
        }
        if (!unifyCore(core, u)) return nullptr;
    }
    return sawString ? basicType(BasicKind::String) : core;
}
}  // namespace sluice
