// Finds generic code that would need infinitely many instances, such as func f[T any]() { f[*T]() }.
//
// A graph of type parameters: an edge from S to T for each instantiation of T's owner with a type that
// mentions S, of weight 1 when the type is larger than S itself. A cycle of positive weight never ends.
// (go/types does the same.)
#include <algorithm>

#include "base/flags.h"
#include "types/package_checker.h"

namespace sluice {

void MonoGraph::addCanonical(const TypeParam* method, const TypeParam* declared) {
    canonical_[method] = declared;
}

size_t MonoGraph::vertex(const TypeParam* param) {
    auto alias = canonical_.find(param);
    if (alias != canonical_.end()) param = alias->second;
    auto found = index_.find(param->obj);
    if (found != index_.end()) return found->second;
    index_[param->obj] = vertices_.size();
    vertices_.push_back({0, 0, 0, param->obj});
    return vertices_.size() - 1;
}

void MonoGraph::flow(const TypeParam* to, const TypeParam* from, Type* whole, Pos pos) {
    edges_.push_back({vertex(to), vertex(from), from == whole ? 0 : 1, pos, whole});
}

void MonoGraph::walk(const TypeParam* to, Type* type, Type* whole, Pos pos, int depth) {
    if (type == nullptr || depth > 100) return;
    auto vars = [&](const std::vector<Var*>& list) {
        for (Var* v : list) walk(to, v->type, whole, pos, depth + 1);
    };
    switch (type->kind()) {
        case TypeKind::TypeParam: flow(to, type->as<TypeParam>(), whole, pos); break;
        case TypeKind::Named: {
            auto* named = type->as<Named>();
            for (TypeParam* outer : named->origin->enclosingTParams) flow(to, outer, whole, pos);
            for (Type* arg : named->targs) walk(to, arg, whole, pos, depth + 1);
            break;
        }
        case TypeKind::Pointer: walk(to, type->as<Pointer>()->elem, whole, pos, depth + 1); break;
        case TypeKind::Slice: walk(to, type->as<Slice>()->elem, whole, pos, depth + 1); break;
        case TypeKind::Array: walk(to, type->as<Array>()->elem, whole, pos, depth + 1); break;
        case TypeKind::Chan: walk(to, type->as<Chan>()->elem, whole, pos, depth + 1); break;
        case TypeKind::Map:
            walk(to, type->as<Map>()->key, whole, pos, depth + 1);
            walk(to, type->as<Map>()->elem, whole, pos, depth + 1);
            break;
        case TypeKind::Struct: vars(type->as<Struct>()->fields); break;
        case TypeKind::Signature:
            vars(type->as<Signature>()->params);
            vars(type->as<Signature>()->results);
            break;
        case TypeKind::Interface:
            for (Func* m : type->as<Interface>()->methods) walk(to, m->type, whole, pos, depth + 1);
            break;
        default: break;
    }
}

void MonoGraph::addInstance(Package* pkg, const std::vector<TypeParam*>& tparams,
                            const std::vector<Type*>& targs, Pos pos, const List<Expr*>* exprs) {
    for (size_t i = 0; i < tparams.size() && i < targs.size(); i++) {
        if (tparams[i]->obj->pkg != pkg) continue;
        Pos at = exprs != nullptr && i < exprs->size() ? (*exprs)[i]->pos : pos;
        walk(tparams[i], targs[i], targs[i], at, 0);
    }
}

/// Looks for the heaviest paths as Bellman and Ford do; one with as many edges as there are vertices is on a
/// cycle.
std::vector<MonoGraph::Step> MonoGraph::findCycle() {
    bool again = true;
    while (again) {
        again = false;
        for (size_t i = 0; i < edges_.size(); i++) {
            const Edge& edge = edges_[i];
            int weight = vertices_[edge.from].weight + edge.weight;
            Vertex& to = vertices_[edge.to];
            if (weight <= to.weight) continue;
            to.via = i;
            to.length = vertices_[edge.from].length + 1;
            if (to.length >= vertices_.size()) return cycleAt(edge.to);
            to.weight = weight;
            again = true;
        }
    }
    return {};
}

std::vector<MonoGraph::Step> MonoGraph::cycleAt(size_t v) {
    std::vector<size_t> stack;
    Flags seen(vertices_.size());
    while (!seen[v]) {
        stack.push_back(v);
        seen[v] = true;
        v = edges_[vertices_[v].via].from;
    }
    stack.erase(stack.begin(), std::find(stack.begin(), stack.end(), v));
    std::vector<Step> steps;
    for (size_t at : stack) {
        const Edge& edge = edges_[vertices_[at].via];
        steps.push_back({vertices_[edge.to].obj, edge.type, edge.pos});
    }
    return steps;
}

void PackageChecker::checkMonomorphic() {
    std::vector<MonoGraph::Step> steps = mono_.findCycle();
    if (steps.empty()) return;
    std::vector<Note> notes;
    for (const auto& step : steps)
        notes.push_back({step.pos, text(step.obj->name, " instantiated as ", step.type)});
    // The loop was entered at the parameter that closes it.
    const TypeName* first = steps[0].obj;
    error(DiagCode::InstantiationCycle, first, "instantiation cycle:", notes);
}
}  // namespace sluice
