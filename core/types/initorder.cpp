// Order of package variable initialisation (Go spec "Package initialization"): again and again the earliest declared variable
// that depends on no uninitialised one.
#include <algorithm>

#include "types/package_checker.h"

namespace sluice {
namespace {
using DeclMap = std::unordered_map<Object*, DeclInfo*>;

bool isValueOrFunc(const Object* obj) {
  return obj->kind == ObjectKind::Var || obj->kind == ObjectKind::Func || obj->kind == ObjectKind::Const;
}

/// A path of references from `from` back to `to`, in reverse order; empty if there is none.
std::vector<Object*> findPath(const DeclMap& decls, Object* from, Object* to, std::unordered_set<Object*>& seen,
                              int depth) {
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

/// False if `start` is not on a cycle.
bool PackageChecker::reportInitCycle(Object* start) {
  std::unordered_set<Object*> seen;
  std::vector<Object*> cycle = findPath(decls_, start, start, seen, 0);
  if (cycle.empty()) return false;
  Object* obj = cycle[0];
  if (cycle.size() == 1) {
    error(DiagCode::InvalidInitCycle, obj, text("initialization cycle: ", obj->name, " refers to itself"));
    return true;
  }
  std::vector<Note> notes;
  Object* at = obj;
  for (size_t i = cycle.size(); i > 0; i--) {
    notes.push_back({at->pos, text(at->name, " refers to ", cycle[i - 1]->name)});
    at = cycle[i - 1];
  }
  error(DiagCode::InvalidInitCycle, obj, text("initialization cycle for ", obj->name), notes);
  return true;
}

/// All variables that `decl` needs, directly or through functions and constants.
void PackageChecker::variableDeps(DeclInfo* decl, std::vector<DeclInfo*>& out) {
  std::unordered_set<Object*> seen;
  std::vector<DeclInfo*> work{decl};
  while (!work.empty()) {
    DeclInfo* at = work.back();
    work.pop_back();
    for (Object* dep : std::vector<Object*>(at->deps)) {
      if (!seen.insert(dep).second) continue;
      DeclInfo* info = decls_.find(dep)->second;
      if (auto* func = dep->dyn<Func>()) ensureBody(func);
      if (dep->kind == ObjectKind::Var) {
        out.push_back(info);
      } else {
        work.push_back(info);
      }
    }
  }
}

void PackageChecker::computeInitOrder() {
  if (initOrderDone_) return;
  initOrderDone_ = true;
  struct Entry {
    DeclInfo* decl;
    Var* first;
    std::vector<DeclInfo*> needs;
    bool done = false;
  };
  std::vector<Entry> entries;
  std::unordered_set<DeclInfo*> waiting;
  for (Object* obj : declOrder_) {
    resolveObject(obj);
    if (obj->kind != ObjectKind::Var) continue;
    DeclInfo* decl = decls_[obj];
    if (decl->init == nullptr || waiting.count(decl) != 0) continue;
    waiting.insert(decl);
    entries.push_back({decl, obj->as<Var>(), {}, false});
  }
  for (Entry& e : entries) variableDeps(e.decl, e.needs);
  reportConstCycles();
  auto emit = [&](Entry& e) {
    e.done = true;
    waiting.erase(e.decl);
    Initializer init;
    init.lhs = e.decl->lhs.empty() ? std::vector<Var*>{e.first} : e.decl->lhs;
    init.rhs = e.decl->init;
    init.info = e.decl->info;
    pkg_->initOrder.push_back(init);
  };
  auto ready = [&](const Entry& e) {
    return std::none_of(e.needs.begin(), e.needs.end(), [&](DeclInfo* d) { return waiting.count(d) != 0; });
  };
  size_t left = entries.size();
  size_t from = 0;
  while (left > 0) {
    while (from < entries.size() && entries[from].done) from++;
    auto next = std::find_if(entries.begin() + std::ptrdiff_t(from), entries.end(),
                             [&](const Entry& e) { return !e.done && ready(e); });
    if (next == entries.end()) {
      for (const Entry& e : entries) {
        if (!e.done && reportInitCycle(e.first)) break;
      }
      return;
    }
    emit(*next);
    left--;
  }
}

/// Constants that depend on themselves have no value and were left alone until now.
void PackageChecker::reportConstCycles() {
  for (Object* obj : declOrder_) {
    if (obj->kind != ObjectKind::Const || obj->type != invalidType()) continue;
    std::unordered_set<Object*> seen;
    if (!findPath(decls_, obj, obj, seen, 0).empty() && reportInitCycle(obj)) return;
  }
}
}  // namespace sluice
