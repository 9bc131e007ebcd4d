// Conversions T(x) (Go spec "Conversions").
#include "base/utf8.h"
#include "types/package_checker.h"

namespace sluice {
namespace {
bool isIntegerOrFloat(Type* t) { return isInteger(t) || isFloat(t); }

void prepend(std::string* cause, std::string message) {
    if (cause == nullptr) return;
    if (!cause->empty()) message += "\n\t" + *cause;
    *cause = std::move(message);
}
}  // namespace

bool PackageChecker::constConvertible(const Operand& x, Type* target, const ConstValue** value) {
    Basic* basic = under(target)->dyn<Basic>();
    if (basic == nullptr) return false;
    if (representableConst(x.value, basic, value)) return true;
    if (!isInteger(x.type) || (basic->info & kIsString) == 0) return false;
    char32_t rune = 0xFFFD;
    bool exact = false;
    uint64_t code = x.value->uint64Value(&exact);
    if (exact && code <= 0x10FFFF) rune = static_cast<char32_t>(code);
    std::string encoded;
    appendRune(encoded, rune);
    if (value != nullptr) *value = constants_.makeString(encoded);
    return true;
}

void PackageChecker::conversion(Operand& x, Type* target) {
    bool constArg = x.isConstant();
    bool ok = false;
    std::string cause;
    if (constArg && isConstType(target)) {
        ok = constConvertible(x, target, &x.value);
        if (!ok && isInteger(x.type) && isInteger(target)) {
            error(DiagCode::InvalidConversion, x, text("constant ", x.value->text(), " overflows ", target));
            x.invalidate();
            return;
        }
    } else if (constArg && isTypeParam(target)) {
        ok = underIs(target, [&](Type* u) {
            if (u == nullptr) {
                cause = text(target, " does not contain specific types");
                return false;
            }
            if (isString(x.type) && isBytesOrRunes(u)) return true;
            if (constConvertible(x, u, nullptr)) return true;
            cause = isInteger(x.type) && isInteger(u)
                        ? text("constant ", x.value->text(), " overflows ", u, " (in ", target, ")")
                        : text("cannot convert ", x, " to type ", u, " (in ", target, ")");
            return false;
        });
        x.mode = ExprMode::Value;
    } else if (convertibleTo(x, target, &cause)) {
        ok = true;
        x.mode = ExprMode::Value;
    }
    if (!ok) {
        std::string message = text("cannot convert ", x, " to type ", target);
        if (!cause.empty()) message += ": " + cause;
        error(DiagCode::InvalidConversion, x, message);
        x.invalidate();
        return;
    }
    if (isUntyped(x.type)) {
        // The conversion gives an untyped operand its type; what stays a run-time conversion gets the default
        // type.
        Type* final = target;
        if (x.type == basicType(BasicKind::UntypedNil)) {
        } else if (isInterface(target) || (constArg && !isConstType(target))) {
            final = defaultType(x.type);
        } else if (x.isConstant() && isInteger(x.type) && allString(target)) {
            final = defaultType(x.type);
            if (!representableConst(x.expr->constant != nullptr ? x.expr->constant : x.value,
                                    final->as<Basic>(), nullptr)) {
                final = x.type;
            }
        }
        updateExprType(x.expr, final, true);
    }
    x.type = target;
}

bool PackageChecker::convertibleTo(Operand& x, Type* target, std::string* cause) {
    if (assignableTo(x, target, cause)) return true;
    Type* v = x.type;
    Type* vu = under(v);
    Type* tu = under(target);
    bool vp = isTypeParam(v), tp = isTypeParam(target);
    if (!vp && !tp && identicalIgnoringTags(vu, tu)) return true;
    if (auto* vptr = v->dyn<Pointer>()) {
        if (auto* tptr = target->dyn<Pointer>()) {
            if (!isTypeParam(vptr->elem) && !isTypeParam(tptr->elem) &&
                identicalIgnoringTags(under(vptr->elem), under(tptr->elem))) {
                return true;
            }
        }
    }
    if (isIntegerOrFloat(vu) && isIntegerOrFloat(tu)) return true;
    if ((isInteger(vu) || isBytesOrRunes(vu)) && isString(tu)) return true;
    if (isString(vu) && isBytesOrRunes(tu)) return true;
    if (auto* slice = vu->dyn<Slice>()) {
        Array* array = tu->dyn<Array>();
        if (auto* pointer = tu->dyn<Pointer>()) array = under(pointer->elem)->dyn<Array>();
        if (array != nullptr && identical(slice->elem, array->elem)) return true;
    }
    if (!vp && !tp) return false;
    return convertibleParams(x, target, cause);
}

bool PackageChecker::convertibleParams(Operand& x, Type* target, std::string* cause) {
    Type* v = x.type;
    auto terms = [](Type* t) -> std::vector<Type*> {
        if (!isTypeParam(t)) return {t};
        std::vector<Type*> out;
        for (const Term& term : typeSet(t->as<TypeParam>()->iface()).terms) out.push_back(term.type);
        return out;
    };
    bool vp = isTypeParam(v), tp = isTypeParam(target);
    std::vector<Type*> from = terms(v), to = terms(target);
    if (from.empty() || to.empty()) return false;
    Operand part = x;
    for (Type* f : from) {
        for (Type* t : to) {
            part.type = f;
            if (convertibleTo(part, t, cause)) continue;
            std::string message = text("cannot convert ", f);
            if (vp) message += text(" (in ", v, ")");
            message += text(" to type ", t);
            if (tp) message += text(" (in ", target, ")");
            prepend(cause, message);
            return false;
        }
    }
    return true;
}
}  // namespace sluice
