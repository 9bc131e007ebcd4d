// Does a type implement an interface or satisfy a constraint, and if not, why (Go spec "Implementing an
// interface").
#include "types/package_checker.h"

namespace sluice {
namespace {
bool isInterfacePointer(Type* t) {
    Pointer* pointer = under(t)->dyn<Pointer>();
    return pointer != nullptr && under(pointer->elem)->kind() == TypeKind::Interface;
}

bool includes(const Term& term, Type* t) { return identical(term.type, term.tilde ? under(t) : t); }

/// Is every type of `a` in `b`?
bool subset(const TypeSet& a, const TypeSet& b) {
    if (!b.hasTerms()) return true;
    if (!a.hasTerms()) return false;
    for (const Term& x : a.terms) {
        bool covered = false;
        for (const Term& y : b.terms) {
            if (x.tilde && !y.tilde) continue;
            covered |= identical(y.type, y.tilde ? under(x.type) : x.type);
        }
        if (!covered) return false;
    }
    return true;
}

bool mentions(Type* t, Type* what) {
    if (auto* iface = t->dyn<Interface>()) {
        for (Type* e : iface->embeddeds) {
            if (mentions(e, what)) return true;
        }
        return false;
    }
    if (auto* u = t->dyn<Union>()) {
        for (const Term& term : u->terms) {
            if (mentions(term.type, what)) return true;
        }
        return false;
    }
    return identical(t, what);
}
}  // namespace

bool PackageChecker::implements(Type* v, Type* t, bool constraint, std::string* cause) {
    Type* vu = under(v);
    Type* tu = under(t);
    if (!isValid(vu) || !isValid(tu)) return true;
    if (auto* p = vu->dyn<Pointer>(); p != nullptr && !isValid(under(p->elem))) return true;
    const char* verb = constraint ? "satisfy" : "implement";
    auto because = [&](std::string message) {
        if (cause != nullptr) *cause = std::move(message);
        return false;
    };
    Interface* ti = tu->dyn<Interface>();
    if (ti == nullptr) {
        std::string detail = isInterfacePointer(tu)
                                 ? text("type ", t, " is pointer to interface, not interface")
                                 : text(t, " is not an interface");
        return because(text(v, " does not ", verb, " ", t, " (", detail, ")"));
    }
    const TypeSet& tset = typeSet(ti);
    if (tset.methods.empty() && tset.isMethodSet()) return true;
    Interface* vi = vu->dyn<Interface>();
    if (vi != nullptr && typeSet(vi).isEmpty()) return true;
    if (tset.isEmpty()) return because(text("cannot ", verb, " ", t, " (empty type set)"));
    std::string why;
    if (!hasAllMethods(v, t, true, {}, cause != nullptr ? &why : nullptr)) {
        return cause == nullptr ? false : because(text(v, " does not ", verb, " ", t, " ", why));
    }
    auto comparability = [&]() {
        if (!tset.comparable) return true;
        if (comparableType(v, false) || (constraint && comparableType(v, true))) return true;
        return because(text(v, " does not ", verb, " comparable"));
    };
    if (!tset.hasTerms()) return comparability();
    if (vi != nullptr) {
        if (!subset(typeSet(vi), tset)) return because(text(v, " does not ", verb, " ", t));
        return comparability();
    }
    Type* alt = nullptr;
    for (const Term& term : tset.terms) {
        if (includes(term, v)) return comparability();
        bool withTilde =
            !term.tilde && identical(term.type, under(term.type)) && identical(term.type, under(v));
        if (alt == nullptr && withTilde) alt = term.type;
    }
    if (cause == nullptr) return false;
    std::string detail;
    if (alt != nullptr) {
        detail = text("possibly missing ~ for ", alt, " in ", t);
    } else if (mentions(ti, v)) {
        detail = text(t, " mentions ", v, ", but ", v, " is not in the type set of ", t);
    } else {
        std::string list;
        for (const Term& term : tset.terms) {
            list += list.empty() ? "" : " | ";
            list += (term.tilde ? "~" : "") + typeString(term.type, nullptr);
        }
        detail = text(v, " missing in ", list);
    }
    return because(text(v, " does not ", verb, " ", t, " (", detail, ")"));
}

std::string PackageChecker::funcString(Func* f, bool qualified) {
    TypeWriter writer(qualified ? nullptr : pkg_, false);
    writer.paramNames = false;
    writer.out = std::string(f->name.text());
    if (Signature* sig = f->signature()) writer.signature(sig);
    return writer.out;
}

std::string PackageChecker::interfacePtrError(Type* t) {
    Pointer* pointer = under(t)->as<Pointer>();
    if (isTypeParam(pointer->elem))
        return text("type ", t, " is pointer to type parameter, not type parameter");
    return text("type ", t, " is pointer to interface, not interface");
}

/// Looks for method m of an interface on a concrete type; `found` is set for near misses too.
PackageChecker::MethodState PackageChecker::findConcreteMethod(Type* v, Func* m, Func*& found) {
    Lookup result = lookupFieldOrMethod(v, false, m->pkg, m->name);
    if (result.obj != nullptr) {
        found = result.obj->dyn<Func>();
        return found == nullptr ? MethodState::Field : MethodState::Ok;
    }
    if (result.ambiguous) return MethodState::Ambiguous;
    if (result.indirect) return MethodState::PointerReceiver;
    Lookup folded = lookupFieldOrMethod(v, false, m->pkg, m->name, true);
    found = folded.obj == nullptr ? nullptr : folded.obj->dyn<Func>();
    if (found == nullptr) return MethodState::NotFound;
    return found->name == m->name ? MethodState::Unexported : MethodState::WrongName;
}

/// What gc says about method `missing` of interface t, which v does not have as it should.
std::string PackageChecker::missingCause(MethodState state, Type* v, Type* t, Func* found, Func* missing) {
    std::string have = found != nullptr ? funcString(found, false) : "", want = funcString(missing, false);
    if (found != nullptr && have == want) {
        have = funcString(found, true);
        want = funcString(missing, true);
    }
    switch (state) {
        case MethodState::NotFound:
            if (isInterfacePointer(v)) return "(" + interfacePtrError(v) + ")";
            if (isInterfacePointer(t)) return "(" + interfacePtrError(t) + ")";
            return text("(missing method ", missing->name, ")");
        case MethodState::WrongName:
            return text("(missing method ", missing->name, ")\n\t\thave ", have, "\n\t\twant ", want);
        case MethodState::Unexported: return text("(unexported method ", missing->name, ")");
        case MethodState::WrongSignature:
            return have == want ? text("(wrong type for method ", missing->name, ")")
                                : text("(wrong type for method ", missing->name, ")\n\t\thave ", have,
                                       "\n\t\twant ", want);
        case MethodState::Ambiguous: return text("(ambiguous selector ", v, ".", missing->name, ")");
        case MethodState::PointerReceiver: return text("(method ", missing->name, " has pointer receiver)");
        case MethodState::Field: return text("(", v, ".", missing->name, " is a field, not a method)");
        case MethodState::Ok: break;
    }
    return "";
}

/// The first method of T (an interface) that V lacks, or null. With isStatic false an interface V may lack
/// methods: its dynamic type may have them. `same` compares method types; empty means identical().
Func* PackageChecker::missingMethod(Type* v, Type* t, bool isStatic, const Equivalence& same,
                                    std::string* cause, bool* wrongType) {
    auto equivalent = [&](Type* a, Type* b) { return same ? same(a, b) : identical(a, b); };
    MethodState state = MethodState::Ok;
    Func* missing = nullptr;
    Func* found = nullptr;
    Interface* vi = under(v)->dyn<Interface>();
    for (Func* m : typeSet(under(t)->as<Interface>()).methods) {
        missing = m;
        found = nullptr;
        if (vi != nullptr) {
            for (Func* f : typeSet(vi).methods) {
                if (f->name == m->name && (f->exported() || f->pkg == m->pkg)) found = f;
            }
            if (found == nullptr && !isStatic) continue;
            if (found == nullptr) state = MethodState::NotFound;
        } else {
            state = findConcreteMethod(v, m, found);
        }
        if (found != nullptr) ctx_.resolve(found);
        if (state == MethodState::Ok && !equivalent(found->type, m->type))
            state = MethodState::WrongSignature;
        if (state != MethodState::Ok) break;
    }
    if (state == MethodState::Ok) return nullptr;
    if (wrongType != nullptr)
        *wrongType = state == MethodState::WrongSignature || state == MethodState::PointerReceiver;
    if (cause != nullptr) *cause = missingCause(state, v, t, found, missing);
    return missing;
}

bool PackageChecker::hasAllMethods(Type* v, Type* t, bool isStatic, const Equivalence& same,
                                   std::string* cause) {
    if (!isValid(v)) return true;
    if (missingMethod(v, t, isStatic, same, cause, nullptr) == nullptr) return true;
    // A struct with an embedded field of unknown type may have any method.
    bool isPointer = false;
    Struct* structure = under(deref(v, &isPointer))->dyn<Struct>();
    if (structure == nullptr) return false;
    for (Var* field : structure->fields) {
        if (field->embedded && !isValid(field->type)) return true;
    }
    return false;
}

bool PackageChecker::assertableTo(Type* v, Type* t, std::string* cause) {
    if (isInterface(t)) return true;
    return hasAllMethods(t, v, false, {}, cause);
}
}  // namespace sluice
