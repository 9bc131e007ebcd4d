// Canonical instances and representatives.
#include "types/type_context.h"

#include <unordered_map>

#include "types/type_query.h"

namespace sluice {
void declareUniverse(TypeContext& ctx, Universe& universe);

/// Lookup tables only: nothing ever iterates over them.
struct TypeContext::Tables {
    std::unordered_multimap<uint64_t, Named*> instances;
    std::unordered_multimap<uint64_t, Type*> representatives;
};

TypeContext::TypeContext(Interner& names) : names_(names), tables_(new Tables), universe_(new Universe) {
    declareUniverse(*this, *universe_);
}

TypeContext::~TypeContext() {
    for (const Owned& owned : owned_) owned.destroy(owned.object);
}

Named* TypeContext::instantiate(Named* origin, const std::vector<Type*>& targs) {
    uint64_t hash = origin->id;
    for (const Type* arg : targs) hash = hash * 1099511628211ull ^ typeHash(arg);
    auto range = tables_->instances.equal_range(hash);
    for (auto it = range.first; it != range.second; ++it) {
        Named* candidate = it->second;
        if (candidate->origin != origin || candidate->targs.size() != targs.size()) continue;
        bool same = true;
        for (size_t i = 0; i < targs.size() && same; i++) same = identical(candidate->targs[i], targs[i]);
        if (same) return candidate;
    }
    auto* made = make<Named>(*this, origin->obj);
    made->origin = origin;
    made->targs = targs;
    made->id = nextId();
    tables_->instances.emplace(hash, made);
    return made;
}

Type* TypeContext::canonical(Type* type) {
    if (type->kind() == TypeKind::Named || type->kind() == TypeKind::TypeParam) return type;
    if (auto* basic = type->dyn<Basic>()) return basicType(basic->basic);
    uint64_t hash = typeHash(type);
    auto range = tables_->representatives.equal_range(hash);
    for (auto it = range.first; it != range.second; ++it) {
        if (identical(it->second, type)) return it->second;
    }
    tables_->representatives.emplace(hash, type);
    return type;
}
}  // namespace sluice
