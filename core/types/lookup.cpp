// Fields and methods through embedding (Go spec "Selectors", "Method sets").
#include <algorithm>

#include "base/order.h"
#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
/// A type reached at the current depth of embedding.
struct Level {
    Type* type;
    std::vector<int> path;
    bool indirect;
    bool multiple;  ///< reached more than once at this depth: whatever is found here is ambiguous
};

bool equalFold(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); i++) {
        auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
        if (lower(a[i]) != lower(b[i])) return false;
    }
    return true;
}

/// Is `obj` what `name` written in package `pkg` refers to?
bool sameId(const Object* obj, const Package* pkg, Name name, bool foldCase) {
    if (foldCase && equalFold(obj->name.text(), name.text())) return true;
    if (obj->name != name) return false;
    return obj->exported() || obj->pkg == pkg || obj->pkg == nullptr;
}

std::vector<int> extend(const std::vector<int>& path, size_t index) {
    std::vector<int> longer = path;
    longer.push_back(static_cast<int>(index));
    return longer;
}

/// Types seen more than once at one depth are merged, so that the work stays bounded.
std::vector<Level> consolidate(std::vector<Level> levels) {
    std::vector<Level> out;
    for (Level& level : levels) {
        auto it = std::find_if(out.begin(), out.end(),
                               [&](const Level& o) { return identical(o.type, level.type); });
        if (it != out.end()) {
            it->multiple = true;
        } else {
            out.push_back(std::move(level));
        }
    }
    return out;
}

class Finder {
  public:
    Finder(const Package* pkg, Name name, bool foldCase) : pkg_(pkg), name_(name), foldCase_(foldCase) {}
    Lookup find(Type* t, bool addressable);

  private:
    bool visit(const Level& level, std::vector<Level>& next);
    bool take(const Level& level, Object* obj, size_t index);
    const Package* pkg_;
    Name name_;
    bool foldCase_;
    Lookup found_;
    std::vector<const Named*> seen_;
};

/// Records a hit; false on a collision.
bool Finder::take(const Level& level, Object* obj, size_t index) {
    bool collision = found_.obj != nullptr || level.multiple;
    found_.path = extend(level.path, index);
    if (collision) {
        found_.obj = nullptr;
        found_.ambiguous = true;
        found_.indirect = false;
        return false;
    }
    found_.obj = obj;
    found_.indirect = level.indirect;
    return true;
}

bool Finder::visit(const Level& level, std::vector<Level>& next) {
    if (Named* named = level.type->dyn<Named>()) {
        if (std::find(seen_.begin(), seen_.end(), named) != seen_.end()) return true;
        seen_.push_back(named);
        const auto& methods = named->origin->methods;
        for (size_t i = 0; i < methods.size(); i++) {
            if (!sameId(methods[i], pkg_, name_, foldCase_)) continue;
            named->ctx->resolve(methods[i]);
            return take(level, named->method(i), i);
        }
    }
    Type* u = under(level.type);
    if (auto* structure = u->dyn<Struct>()) {
        for (size_t i = 0; i < structure->fields.size(); i++) {
            Var* field = structure->fields[i];
            if (sameId(field, pkg_, name_, foldCase_)) {
                if (!take(level, field, i)) return false;
                continue;
            }
            if (found_.obj != nullptr || !field->embedded || field->type == nullptr) continue;
            bool wasPointer = false;
            Type* inner = deref(field->type, &wasPointer);
            TypeKind kind = under(inner)->kind();
            if (kind == TypeKind::Struct || kind == TypeKind::Interface || inner->kind() == TypeKind::Named) {
                next.push_back({inner, extend(level.path, i), level.indirect || wasPointer, level.multiple});
            }
        }
    } else if (auto* iface = u->dyn<Interface>()) {
        const TypeSet& set = typeSet(iface);
        for (size_t i = 0; i < set.methods.size(); i++) {
            if (sameId(set.methods[i], pkg_, name_, foldCase_)) return take(level, set.methods[i], i);
        }
    }
    return true;
}

Lookup Finder::find(Type* t, bool addressable) {
    if (name_.isBlank()) return {};
    bool isPointer = false;
    Type* start = deref(t, &isPointer);
    if (isPointer && under(start)->kind() == TypeKind::Interface) return {};
    std::vector<Level> current{{start, {}, isPointer, false}};
    while (!current.empty()) {
        std::vector<Level> next;
        for (const Level& level : current) {
            if (!visit(level, next)) return found_;
        }
        if (found_.obj != nullptr) {
            if (found_.obj->kind == ObjectKind::Func) {
                auto* func = static_cast<Func*>(found_.obj);
                if (func->hasPointerReceiver && !found_.indirect && !addressable) {
                    Lookup needsPointer;
                    needsPointer.indirect = true;
                    return needsPointer;
                }
            }
            return found_;
        }
        current = consolidate(std::move(next));
    }
    return {};
}
}  // namespace

Lookup lookupFieldOrMethod(Type* t, bool addressable, const Package* pkg, Name name, bool foldCase) {
    if (Named* named = t->dyn<Named>()) {
        Type* u = under(named);
        if (u->kind() == TypeKind::Pointer) {
            // A defined pointer type has the fields of its base type, but no methods.
            Lookup result = Finder(pkg, name, foldCase).find(u, false);
            if (result.obj != nullptr && result.obj->kind == ObjectKind::Func) return {};
            return result;
        }
    }
    return Finder(pkg, name, foldCase).find(t, addressable);
}

namespace {
/// A name seen while collecting a method set; a field or an ambiguity hides deeper methods.
struct Candidate {
    Name name;
    const Package* pkg;  ///< null for exported names
    MethodEntry entry;   ///< func null: hidden
    size_t depth;
};

class MethodCollector {
  public:
    std::vector<MethodEntry> collect(Type* t);

  private:
    void add(const Object* obj, MethodEntry entry, size_t depth);
    void visit(const Level& level, size_t depth, std::vector<Level>& next);
    std::vector<Candidate> candidates_;
    std::vector<const Named*> seen_;
};

void MethodCollector::add(const Object* obj, MethodEntry entry, size_t depth) {
    const Package* pkg = obj->exported() ? nullptr : obj->pkg;
    for (Candidate& known : candidates_) {
        if (known.name != obj->name || known.pkg != pkg) continue;
        if (known.depth == depth) known.entry.func = nullptr;
        return;
    }
    candidates_.push_back({obj->name, pkg, std::move(entry), depth});
}

void MethodCollector::visit(const Level& level, size_t depth, std::vector<Level>& next) {
    auto take = [&](Func* func, size_t index) {
        add(func, {level.multiple ? nullptr : func, extend(level.path, index), level.indirect}, depth);
    };
    if (Named* named = level.type->dyn<Named>()) {
        if (std::find(seen_.begin(), seen_.end(), named) != seen_.end()) return;
        seen_.push_back(named);
        for (size_t i = 0; i < named->numMethods(); i++) {
            named->ctx->resolve(named->origin->methods[i]);
            take(named->method(i), i);
        }
    }
    Type* u = under(level.type);
    if (auto* structure = u->dyn<Struct>()) {
        for (size_t i = 0; i < structure->fields.size(); i++) {
            Var* field = structure->fields[i];
            add(field, MethodEntry{}, depth);
            if (!field->embedded) continue;
            bool wasPointer = false;
            Type* inner = deref(field->type, &wasPointer);
            next.push_back({inner, extend(level.path, i), level.indirect || wasPointer, level.multiple});
        }
    } else if (auto* iface = u->dyn<Interface>()) {
        const TypeSet& set = typeSet(iface);
        for (size_t i = 0; i < set.methods.size(); i++) take(set.methods[i], i);
    }
}

std::vector<MethodEntry> MethodCollector::collect(Type* t) {
    bool isPointer = false;
    Type* start = t;
    if (t->kind() == TypeKind::Pointer) start = deref(t, &isPointer);
    if (isPointer && under(start)->kind() == TypeKind::Interface) return {};
    if (t->kind() == TypeKind::Named && under(t)->kind() == TypeKind::Pointer) return {};
    std::vector<Level> current{{start, {}, isPointer, false}};
    for (size_t depth = 0; !current.empty(); depth++) {
        std::vector<Level> next;
        for (const Level& level : current) visit(level, depth, next);
        current = consolidate(std::move(next));
    }
    std::vector<MethodEntry> out;
    for (Candidate& c : candidates_) {
        if (c.entry.func == nullptr || (c.entry.func->hasPointerReceiver && !c.entry.indirect)) continue;
        out.push_back(std::move(c.entry));
    }
    sortStable(out, [](const MethodEntry& a, const MethodEntry& b) {
        if (a.func->name != b.func->name) return a.func->name.text() < b.func->name.text();
        return a.func->pkg != nullptr && b.func->pkg != nullptr && a.func->pkg->path < b.func->pkg->path;
    });
    return out;
}
}  // namespace

std::vector<MethodEntry> methodSet(Type* t) { return MethodCollector().collect(t); }
}  // namespace sluice
