// Substitution of type parameters (go/types subst.go has the same shape).
//
// Invariant: what does not mention a replaced parameter is returned as the same pointer, never copied.
#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
constexpr int kMaxSubstDepth =
    200;  // deeper types are left alone; the checker reports infinite expansion earlier

class Substituter {
  public:
    Substituter(TypeContext& ctx, const TypeMap& map) : ctx_(ctx), map_(map) {}
    Type* type(Type* t);

  private:
    Type* named(Named* t);
    Type* structType(Struct* t);
    Type* signature(Signature* t);
    Type* interfaceType(Interface* t);
    bool vars(const std::vector<Var*>& in, std::vector<Var*>& out);
    bool methods(const std::vector<Func*>& in, std::vector<Func*>& out);
    Var* var(Var* v, Type* newType);
    TypeContext& ctx_;
    const TypeMap& map_;
    int depth_ = 0;
};

Var* Substituter::var(Var* v, Type* newType) {
    Var* copy = ctx_.make<Var>(*v);
    copy->type = newType;
    copy->origin = v->origin;
    return copy;
}

bool Substituter::vars(const std::vector<Var*>& in, std::vector<Var*>& out) {
    bool changed = false;
    for (size_t i = 0; i < in.size(); i++) {
        Type* t = type(in[i]->type);
        if (t == in[i]->type) continue;
        if (!changed) out = in;
        changed = true;
        out[i] = var(in[i], t);
    }
    return changed;
}

bool Substituter::methods(const std::vector<Func*>& in, std::vector<Func*>& out) {
    bool changed = false;
    for (size_t i = 0; i < in.size(); i++) {
        Type* t = type(in[i]->type);
        if (t == in[i]->type) continue;
        if (!changed) out = in;
        changed = true;
        Func* copy = ctx_.make<Func>(*in[i]);
        copy->type = t;
        copy->origin = in[i]->origin;
        out[i] = copy;
    }
    return changed;
}

Type* Substituter::named(Named* t) {
    if (t->targs.empty()) {
        if (t->enclosingTParams.empty()) return t;
        std::vector<Type*> args;
        bool changed = false;
        for (TypeParam* param : t->enclosingTParams) {
            Type* arg = type(param);
            changed |= arg != param;
            args.push_back(arg);
        }
        return changed ? ctx_.instantiate(t, args) : t;
    }
    std::vector<Type*> args;
    bool changed = false;
    for (Type* arg : t->targs) {
        args.push_back(type(arg));
        changed |= args.back() != arg;
    }
    return changed ? ctx_.instantiate(t->origin, args) : t;
}

Type* Substituter::structType(Struct* t) {
    std::vector<Var*> fields;
    if (!vars(t->fields, fields)) return t;
    auto* made = ctx_.make<Struct>();
    made->fields = std::move(fields);
    made->tags = t->tags;
    return made;
}

Type* Substituter::signature(Signature* t) {
    std::vector<Var*> params, results;
    bool p = vars(t->params, params), r = vars(t->results, results);
    if (!p && !r) return t;
    auto* made = ctx_.make<Signature>(*t);
    if (p) made->params = std::move(params);
    if (r) made->results = std::move(results);
    return made;
}

Type* Substituter::interfaceType(Interface* t) {
    std::vector<Func*> changedMethods;
    std::vector<Type*> embeddeds = t->embeddeds;
    bool m = methods(t->methods, changedMethods), e = false;
    for (Type*& embedded : embeddeds) {
        Type* made = type(embedded);
        e |= made != embedded;
        embedded = made;
    }
    if (!m && !e) return t;
    auto* made = ctx_.make<Interface>(*t);
    if (m) made->methods = std::move(changedMethods);
    made->embeddeds = std::move(embeddeds);
    made->set = nullptr;
    return made;
}

Type* Substituter::type(Type* t) {
    if (t == nullptr || t->kind() == TypeKind::Basic || depth_ > kMaxSubstDepth) return t;
    struct Depth {
        int& d;
        explicit Depth(int& depth) : d(depth) { d++; }
        ~Depth() { d--; }
    } guard(depth_);
    switch (t->kind()) {
        case TypeKind::Basic: return t;
        case TypeKind::TypeParam: {
            Type* found = map_.find(t->as<TypeParam>());
            return found == nullptr ? t : found;
        }
        case TypeKind::Named: return named(t->as<Named>());
        case TypeKind::Pointer: {
            Type* elem = type(t->as<Pointer>()->elem);
            return elem == t->as<Pointer>()->elem ? t : ctx_.make<Pointer>(elem);
        }
        case TypeKind::Slice: {
            Type* elem = type(t->as<Slice>()->elem);
            return elem == t->as<Slice>()->elem ? t : ctx_.make<Slice>(elem);
        }
        case TypeKind::Array: {
            Type* elem = type(t->as<Array>()->elem);
            return elem == t->as<Array>()->elem ? t : ctx_.make<Array>(elem, t->as<Array>()->len);
        }
        case TypeKind::Chan: {
            Type* elem = type(t->as<Chan>()->elem);
            return elem == t->as<Chan>()->elem ? t : ctx_.make<Chan>(t->as<Chan>()->dir, elem);
        }
        case TypeKind::Map: {
            Type* key = type(t->as<Map>()->key);
            Type* elem = type(t->as<Map>()->elem);
            return key == t->as<Map>()->key && elem == t->as<Map>()->elem ? t : ctx_.make<Map>(key, elem);
        }
        case TypeKind::Struct: return structType(t->as<Struct>());
        case TypeKind::Tuple: {
            std::vector<Var*> made;
            return vars(t->as<Tuple>()->vars, made) ? ctx_.make<Tuple>(std::move(made)) : t;
        }
        case TypeKind::Signature: return signature(t->as<Signature>());
        case TypeKind::Interface: return interfaceType(t->as<Interface>());
        case TypeKind::Union: {
            std::vector<Term> terms = t->as<Union>()->terms;
            bool changed = false;
            for (Term& term : terms) {
                Type* made = type(term.type);
                changed |= made != term.type;
                term.type = made;
            }
            if (!changed) return t;
            auto* made = ctx_.make<Union>();
            made->terms = std::move(terms);
            return made;
        }
    }
    return t;
}
}  // namespace

Type* subst(TypeContext& ctx, Type* type, const TypeMap& map) {
    if (map.from == nullptr || map.from->empty()) return type;
    Substituter substituter(ctx, map);
    return substituter.type(type);
}
}  // namespace sluice
