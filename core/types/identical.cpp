// Type identity and a hash that agrees with it (Go spec "Type identity").
#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
constexpr int kMaxIdentityDepth = 500;  // anonymous types nested deeper than this are taken as different

/// Pairs of type parameters that stand for each other while two generic signatures are compared.
struct ParamPairs {
    const std::vector<TypeParam*>* left = nullptr;
    const std::vector<TypeParam*>* right = nullptr;
};

class Comparer {
  public:
    bool ignoreTags = false;
    bool same(const Type* x, const Type* y, int depth);

  private:
    bool sameVars(const std::vector<Var*>& a, const std::vector<Var*>& b, int depth);
    bool sameStruct(const Struct* a, const Struct* b, int depth);
    bool sameSignature(const Signature* a, const Signature* b, int depth);
    bool sameInterface(const Interface* a, const Interface* b, int depth);
    bool sameTerms(const std::vector<Term>& a, const std::vector<Term>& b, int depth);
    std::vector<ParamPairs> pairs_;
    std::vector<std::pair<const Interface*, const Interface*>> open_;
};

bool Comparer::sameVars(const std::vector<Var*>& a, const std::vector<Var*>& b, int depth) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); i++) {
        if (!same(a[i]->type, b[i]->type, depth)) return false;
    }
    return true;
}

bool Comparer::sameStruct(const Struct* a, const Struct* b, int depth) {
    if (a->fields.size() != b->fields.size()) return false;
    for (size_t i = 0; i < a->fields.size(); i++) {
        const Var* f = a->fields[i];
        const Var* g = b->fields[i];
        if (f->embedded != g->embedded || f->name != g->name) return false;
        if (f->pkg != g->pkg && !f->exported()) return false;
        std::string_view ft = a->tags.empty() ? std::string_view() : a->tags[i];
        std::string_view gt = b->tags.empty() ? std::string_view() : b->tags[i];
        if ((ft != gt && !ignoreTags) || !same(f->type, g->type, depth)) return false;
    }
    return true;
}

bool Comparer::sameSignature(const Signature* a, const Signature* b, int depth) {
    if (a->tparams.size() != b->tparams.size() || a->variadic != b->variadic) return false;
    bool generic = !a->tparams.empty();
    if (generic) {
        pairs_.push_back({&a->tparams, &b->tparams});
        for (size_t i = 0; i < a->tparams.size(); i++) {
            if (!same(a->tparams[i]->bound, b->tparams[i]->bound, depth)) {
                pairs_.pop_back();
                return false;
            }
        }
    }
    bool result = sameVars(a->params, b->params, depth) && sameVars(a->results, b->results, depth);
    if (generic) pairs_.pop_back();
    return result;
}

bool Comparer::sameTerms(const std::vector<Term>& a, const std::vector<Term>& b, int depth) {
    auto covers = [&](const std::vector<Term>& in, const Term& term) {
        for (const Term& t : in) {
            if (t.tilde == term.tilde && same(t.type, term.type, depth)) return true;
        }
        return false;
    };
    for (const Term& t : a) {
        if (!covers(b, t)) return false;
    }
    for (const Term& t : b) {
        if (!covers(a, t)) return false;
    }
    return true;
}

bool Comparer::sameInterface(const Interface* a, const Interface* b, int depth) {
    const TypeSet& s = typeSet(const_cast<Interface*>(a));
    const TypeSet& t = typeSet(const_cast<Interface*>(b));
    if (s.comparable != t.comparable || s.allTypes != t.allTypes || s.methods.size() != t.methods.size())
        return false;
    if (!s.allTypes && !sameTerms(s.terms, t.terms, depth)) return false;
    for (const auto& [x, y] : open_) {
        if ((x == a && y == b) || (x == b && y == a))
            return true;  // assumed while their methods are compared
    }
    open_.emplace_back(a, b);
    bool result = true;
    for (size_t i = 0; i < s.methods.size() && result; i++) {
        Func* f = s.methods[i];
        Func* g = t.methods[i];
        result = f->name == g->name && (f->exported() || f->pkg == g->pkg) && same(f->type, g->type, depth);
    }
    open_.pop_back();
    return result;
}

bool Comparer::same(const Type* x, const Type* y, int depth) {
    if (x == y) return true;
    if (x == nullptr || y == nullptr || x->kind() != y->kind() || depth > kMaxIdentityDepth) return false;
    depth++;
    switch (x->kind()) {
        case TypeKind::Basic: return x->as<Basic>()->basic == y->as<Basic>()->basic;
        case TypeKind::Named: {
            const auto* a = x->as<Named>();
            const auto* b = y->as<Named>();
            if (a->origin != b->origin || a->targs.size() != b->targs.size() || a->targs.empty())
                return false;
            for (size_t i = 0; i < a->targs.size(); i++) {
                if (!same(a->targs[i], b->targs[i], depth)) return false;
            }
            return true;
        }
        case TypeKind::Pointer: return same(x->as<Pointer>()->elem, y->as<Pointer>()->elem, depth);
        case TypeKind::Slice: return same(x->as<Slice>()->elem, y->as<Slice>()->elem, depth);
        case TypeKind::Array: {
            const auto* a = x->as<Array>();
            const auto* b = y->as<Array>();
            return (a->len < 0 || b->len < 0 || a->len == b->len) && same(a->elem, b->elem, depth);
        }
        case TypeKind::Map:
            return same(x->as<Map>()->key, y->as<Map>()->key, depth) &&
                   same(x->as<Map>()->elem, y->as<Map>()->elem, depth);
        case TypeKind::Chan:
            return x->as<Chan>()->dir == y->as<Chan>()->dir &&
                   same(x->as<Chan>()->elem, y->as<Chan>()->elem, depth);
        case TypeKind::Struct: return sameStruct(x->as<Struct>(), y->as<Struct>(), depth);
        case TypeKind::Tuple: return sameVars(x->as<Tuple>()->vars, y->as<Tuple>()->vars, depth);
        case TypeKind::Signature: return sameSignature(x->as<Signature>(), y->as<Signature>(), depth);
        case TypeKind::Interface: return sameInterface(x->as<Interface>(), y->as<Interface>(), depth);
        case TypeKind::Union: return sameTerms(x->as<Union>()->terms, y->as<Union>()->terms, depth);
        case TypeKind::TypeParam: {
            const auto* a = x->as<TypeParam>();
            const auto* b = y->as<TypeParam>();
            for (const ParamPairs& pair : pairs_) {
                if (a->index < 0 || a->index != b->index || size_t(a->index) >= pair.left->size()) continue;
                if ((*pair.left)[size_t(a->index)] == a && (*pair.right)[size_t(a->index)] == b) return true;
            }
            return false;
        }
    }
    return false;
}

uint64_t mix(uint64_t hash, uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdull;
}

uint64_t hashAt(const Type* t, int depth);

uint64_t hashVars(uint64_t hash, const std::vector<Var*>& vars, int depth) {
    for (const Var* v : vars) hash = mix(hash, hashAt(v->type, depth));
    return mix(hash, vars.size());
}

uint64_t hashAt(const Type* t, int depth) {
    if (t == nullptr || depth > 8) return 7;
    depth++;
    uint64_t hash = mix(1469598103934665603ull, uint64_t(t->kind()));
    switch (t->kind()) {
        case TypeKind::Basic: return mix(hash, uint64_t(t->as<Basic>()->basic));
        case TypeKind::Named: {
            const auto* named = t->as<Named>();
            hash = mix(hash, named->origin->id);
            for (const Type* a : named->targs) hash = mix(hash, hashAt(a, depth));
            return hash;
        }
        case TypeKind::Pointer: return mix(hash, hashAt(t->as<Pointer>()->elem, depth));
        case TypeKind::Slice: return mix(hash, hashAt(t->as<Slice>()->elem, depth));
        case TypeKind::Array: return mix(hash, hashAt(t->as<Array>()->elem, depth));
        case TypeKind::Map:
            return mix(mix(hash, hashAt(t->as<Map>()->key, depth)), hashAt(t->as<Map>()->elem, depth));
        case TypeKind::Chan:
            return mix(mix(hash, uint64_t(t->as<Chan>()->dir)), hashAt(t->as<Chan>()->elem, depth));
        case TypeKind::Struct:
            for (const Var* f : t->as<Struct>()->fields) hash = mix(hash, f->name.id());
            return hashVars(hash, t->as<Struct>()->fields, depth);
        case TypeKind::Tuple: return hashVars(hash, t->as<Tuple>()->vars, depth);
        case TypeKind::Signature:
            if (!t->as<Signature>()->tparams.empty()) return mix(hash, t->as<Signature>()->tparams.size());
            return hashVars(hashVars(hash, t->as<Signature>()->params, depth), t->as<Signature>()->results,
                            depth);
        case TypeKind::Interface: return hash;  // its methods may not be known yet
        case TypeKind::Union: return mix(hash, t->as<Union>()->terms.size());
        case TypeKind::TypeParam: return mix(hash, uint64_t(t->as<TypeParam>()->index) + 17);
    }
    return hash;
}
}  // namespace

bool identical(const Type* a, const Type* b) {
    if (a == b) return true;
    Comparer comparer;
    return comparer.same(a, b, 0);
}

bool identicalIgnoringTags(const Type* a, const Type* b) {
    Comparer comparer;
    comparer.ignoreTags = true;
    return comparer.same(a, b, 0);
}

uint64_t typeHash(const Type* type) { return hashAt(type, 0); }
}  // namespace sluice
