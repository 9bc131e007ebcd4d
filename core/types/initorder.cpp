// Order of package variable initialisation (Go spec "Package initialization"): again and again the earliest
// declared variable that depends on no uninitialised one.
#include <algorithm>
#include <set>
#include <tuple>

#include "base/order.h"
#include "types/package_checker.h"

namespace sluice {
namespace {
using DeclMap = std::unordered_map<Object*, DeclInfo*>;

bool isValueOrFunc(const Object* obj) {
    return obj->kind == ObjectKind::Var || obj->kind == ObjectKind::Func || obj->kind == ObjectKind::Const;
}

/// A path of references from `from` back to `to`, in reverse order; empty if there is none.
std::vector<Object*> findPath(const DeclMap& decls, Object* from, Object* to,
                              std::unordered_set<Object*>& seen, int depth) {
    if (depth > 1000 || !seen.insert(from).second) return {};
    auto found = decls.find(from);
    if (found == decls.end()) return {};
    std::vector<Object*> deps = found->second->deps;
    sortStable(deps, [](const Object* a, const Object* b) { return a->order < b->order; });
    for (Object* d : deps) {
        if (!isValueOrFunc(d)) continue;
        if (d == to) return {d};
        std::vector<Object*> path = findPath(decls, d, to, seen, depth + 1);
        if (!path.empty()) {
            path.push_back(d);
            return path;
        }
    }
    return {};
}
}  // namespace

/// Nothing is reported if `start` is not on a cycle itself.
void PackageChecker::reportInitCycle(Object* start) {
    std::unordered_set<Object*> seen;
    std::vector<Object*> cycle = findPath(decls_, start, start, seen, 0);
    if (cycle.empty()) return;
    Object* obj = cycle[0];
    if (cycle.size() == 1) {
        error(DiagCode::InvalidInitCycle, obj,
              text("initialization cycle: ", obj->name, " refers to itself"));
        return;
    }
    std::vector<Note> notes;
    Object* at = obj;
    for (size_t i = cycle.size(); i > 0; i--) {
        notes.push_back({at->pos, text(at->name, " refers to ", cycle[i - 1]->name)});
        at = cycle[i - 1];
    }
    error(DiagCode::InvalidInitCycle, obj, text("initialization cycle for ", obj->name), notes);
}

/// All variables and constants that `obj` needs, directly or through functions; `obj` itself too if it does.
std::vector<Object*> PackageChecker::dependenciesOf(Object* obj) {
    std::vector<Object*> out;
    std::unordered_set<Object*> seen;
    std::vector<DeclInfo*> work{decls_.find(obj)->second};
    while (!work.empty()) {
        DeclInfo* at = work.back();
        work.pop_back();
        for (Object* dep : std::vector<Object*>(at->deps)) {
            if (!seen.insert(dep).second) continue;
            if (auto* func = dep->dyn<Func>()) ensureBody(func);
            if (dep->kind == ObjectKind::Func) {
                work.push_back(decls_.find(dep)->second);
            } else {
                out.push_back(dep);
            }
        }
    }
    return out;
}

/// As gc does it: every variable and constant is a node, also one without an initial value. Constants come
/// first; then, again and again, the node that waits for the fewest others, the earliest declared of those. A
/// node that still waits then is part of a cycle, or behind one.
void PackageChecker::computeInitOrder() {
    if (initOrderDone_) return;
    initOrderDone_ = true;
    struct InitNode {
        Object* obj;
        std::vector<size_t> waiters;  // nodes that need this one
        size_t waitsFor = 0;
    };
    std::vector<InitNode> nodes;
    std::unordered_map<Object*, size_t> byObject;
    for (Object* obj : declOrder_) {
        resolveObject(obj);
        if (obj->kind != ObjectKind::Var && obj->kind != ObjectKind::Const) continue;
        byObject[obj] = nodes.size();
        nodes.push_back({obj, {}, 0});
    }
    for (size_t i = 0; i < nodes.size(); i++) {
        for (Object* need : dependenciesOf(nodes[i].obj)) {
            auto found = byObject.find(need);
            if (found == byObject.end()) continue;
            nodes[found->second].waiters.push_back(i);
            nodes[i].waitsFor++;
        }
    }
    using Key = std::tuple<bool, size_t, size_t>;  // not a constant, waits for, number of the node
    const auto keyOf = [&](size_t i) {
        return Key(nodes[i].obj->kind != ObjectKind::Const, nodes[i].waitsFor, i);
    };
    std::set<Key> queue;
    for (size_t i = 0; i < nodes.size(); i++) queue.insert(keyOf(i));
    std::unordered_set<DeclInfo*> emitted;
    while (!queue.empty()) {
        const size_t next = std::get<2>(*queue.begin());
        queue.erase(queue.begin());
        if (nodes[next].waitsFor > 0) reportInitCycle(nodes[next].obj);
        for (size_t waiter : nodes[next].waiters) {
            const bool waits = queue.erase(keyOf(waiter)) != 0;
            nodes[waiter].waitsFor--;
            if (waits) queue.insert(keyOf(waiter));
        }
        auto* var = nodes[next].obj->dyn<Var>();
        if (var == nullptr) continue;
        DeclInfo* decl = decls_[var];
        if (decl->init == nullptr || !emitted.insert(decl).second) continue;
        Initializer init;
        init.lhs = decl->lhs.empty() ? std::vector<Var*>{var} : decl->lhs;
        init.rhs = decl->init;
        init.info = decl->info;
        pkg_->initOrder.push_back(init);
    }
}
}  // namespace sluice
