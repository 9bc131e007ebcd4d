// Order of package variable initialisation (Go spec "Package initialization"): again and again the earliest
// declared variable that depends on no uninitialised one.
#include <algorithm>

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
    std::sort(deps.begin(), deps.end(), [](const Object* a, const Object* b) { return a->order < b->order; });
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

/// All variables and constants that `decl` needs, directly or through functions.
void PackageChecker::dependenciesOf(DeclInfo* decl, std::vector<DeclInfo*>& out) {
    std::unordered_set<Object*> seen;
    std::vector<DeclInfo*> work{decl};
    while (!work.empty()) {
        DeclInfo* at = work.back();
        work.pop_back();
        for (Object* dep : std::vector<Object*>(at->deps)) {
            if (!seen.insert(dep).second) continue;
            DeclInfo* info = decls_.find(dep)->second;
            if (auto* func = dep->dyn<Func>()) ensureBody(func);
            if (dep->kind == ObjectKind::Func) {
                work.push_back(info);
            } else {
                out.push_back(info);
            }
        }
    }
}

/// Constants come first; then, again and again, what waits for the fewest others, the earliest declared of
/// those. Something that still waits then is part of a cycle, or behind one.
void PackageChecker::computeInitOrder() {
    if (initOrderDone_) return;
    initOrderDone_ = true;
    struct Entry {
        Object* obj;
        DeclInfo* decl;
        std::vector<size_t> waiters;  // entries that need this one
        size_t waitsFor = 0;
        bool done = false;
    };
    std::vector<Entry> entries;
    std::unordered_map<DeclInfo*, size_t> byDecl;
    for (Object* obj : declOrder_) {
        resolveObject(obj);
        if (obj->kind != ObjectKind::Var && !(obj->kind == ObjectKind::Const && obj->type == invalidType()))
            continue;
        DeclInfo* decl = decls_[obj];
        if (decl->init == nullptr || byDecl.count(decl) != 0) continue;
        byDecl[decl] = entries.size();
        entries.push_back({obj, decl, {}, 0, false});
    }
    for (size_t i = 0; i < entries.size(); i++) {
        std::vector<DeclInfo*> needs;
        dependenciesOf(entries[i].decl, needs);
        for (DeclInfo* need : needs) {
            auto found = byDecl.find(need);
            if (found == byDecl.end()) continue;
            entries[found->second].waiters.push_back(i);
            entries[i].waitsFor++;
        }
    }
    for (size_t left = entries.size(); left > 0; left--) {
        Entry* next = nullptr;
        for (Entry& e : entries) {
            if (e.done) continue;
            bool isConst = e.obj->kind == ObjectKind::Const;
            bool bestIsConst = next != nullptr && next->obj->kind == ObjectKind::Const;
            if (next == nullptr || (isConst && !bestIsConst) ||
                (isConst == bestIsConst && e.waitsFor < next->waitsFor))
                next = &e;
            if (next->waitsFor == 0 && bestIsConst == isConst) break;
        }
        if (next->waitsFor > 0) reportInitCycle(next->obj);
        next->done = true;
        for (size_t waiter : next->waiters) entries[waiter].waitsFor--;
        auto* var = next->obj->dyn<Var>();
        if (var == nullptr) continue;
        Initializer init;
        init.lhs = next->decl->lhs.empty() ? std::vector<Var*>{var} : next->decl->lhs;
        init.rhs = next->decl->init;
        init.info = next->decl->info;
        pkg_->initOrder.push_back(init);
    }
}
}  // namespace sluice
