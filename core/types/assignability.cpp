// Assignability (Go spec "Assignability").
#include "types/package_checker.h"

namespace sluice {
namespace {
/// Calls f with each term of a type parameter's set; null when it has no specific types.
template <class F>
bool everyTerm(Type* param, F f) {
    const TypeSet& set = typeSet(param->as<TypeParam>()->iface());
    if (!set.hasTerms()) return f(static_cast<Type*>(nullptr));
    for (const Term& term : set.terms) {
        if (!f(term.type)) return false;
    }
    return true;
}

bool isInterfacePointer(Type* t) {
    Pointer* pointer = under(t)->dyn<Pointer>();
    return pointer != nullptr && under(pointer->elem)->kind() == TypeKind::Interface;
}

void prepend(std::string* cause, std::string message) {
    if (cause == nullptr) return;
    if (!cause->empty()) message += "\n\t" + *cause;
    *cause = std::move(message);
}
}  // namespace

bool PackageChecker::assignableTo(const Operand& x, Type* target, std::string* cause) {
    if (x.invalid() || !isValid(target) || !isValid(x.type)) return true;
    Type* v = x.type;
    if (identical(v, target)) return true;
    Type* vu = under(v);
    Type* tu = under(target);
    bool vp = isTypeParam(v), tp = isTypeParam(target);
    if (isUntyped(vu)) {
        const ConstValue* value = nullptr;
        Convert code = Convert::Ok;
        if (tp) {
            return everyTerm(
                target, [&](Type* t) { return t != nullptr && implicitType(x, t, value, code) != nullptr; });
        }
        return implicitType(x, target, value, code) != nullptr;
    }
    if (!vp && !tp && (!isNamed(v) || !isNamed(target)) && identical(vu, tu)) return true;
    if ((tu->kind() == TypeKind::Interface && !tp) || isInterfacePointer(tu)) {
        if (implements(v, target, false, cause)) return true;
        if (!vp) return false;
        if (cause != nullptr) cause->clear();
    }
    if (vu->kind() == TypeKind::Interface && !vp) {
        if (implements(target, v, false, nullptr)) {
            if (cause != nullptr) *cause = "need type assertion";
            return false;
        }
    }
    Chan* vc = vu->dyn<Chan>();
    Chan* tc = tu->dyn<Chan>();
    if (vc != nullptr && vc->dir == ChanDir::Both && tc != nullptr && identical(vc->elem, tc->elem)) {
        return !isNamed(v) || !isNamed(target);
    }
    if (!vp && !tp) return false;
    return assignableParams(x, target, cause);
}

bool PackageChecker::assignableParams(const Operand& x, Type* target, std::string* cause) {
    Type* v = x.type;
    if (!isNamed(v) && isTypeParam(target)) {
        return everyTerm(target, [&](Type* t) {
            if (t == nullptr) return false;
            if (assignableTo(x, t, cause)) return true;
            if (cause != nullptr) prepend(cause, text("cannot assign ", v, " to ", t, " (in ", target, ")"));
            return false;
        });
    }
    if (isTypeParam(v) && !isNamed(target)) {
        Operand part = x;
        return everyTerm(v, [&](Type* t) {
            if (t == nullptr) return false;
            part.type = t;
            if (assignableTo(part, target, cause)) return true;
            if (cause != nullptr) prepend(cause, text("cannot assign ", t, " (in ", v, ") to ", target));
            return false;
        });
    }
    return false;
}
}  // namespace sluice
