// Untyped values on their way to a type (Go spec "Constants", "Assignability").
#include "types/package_checker.h"

namespace sluice {
namespace {
/// The larger kind of two untyped numeric types, in the order int, rune, float; null if they do not mix.
Type* maxType(Type* x, Type* y) {
    if (x == y) return x;
    if (isUntypedNumeric(x) && isUntypedNumeric(y)) {
        return x->as<Basic>()->basic > y->as<Basic>()->basic ? x : y;
    }
    return nullptr;
}
}  // namespace

Type* maxUntyped(Type* x, Type* y) { return maxType(x, y); }

/// The type x gets where `target` is expected; null and a code if it cannot have it. `value` is set for
/// constants that change their representation.
Type* PackageChecker::implicitType(const Operand& x, Type* target, const ConstValue*& value, Convert& code) {
    code = Convert::Ok;
    value = nullptr;
    if (x.invalid() || isTyped(x.type) || !isValid(target)) return x.type;
    auto bad = [&]() -> Type* {
        code = Convert::Invalid;
        return nullptr;
    };
    if (isUntyped(target)) {
        Type* larger = maxType(x.type, target);
        return larger != nullptr ? larger : bad();
    }
    if (x.isNil()) return hasNil(target) ? target : bad();
    if (isTypeParam(target)) {
        bool all = underIs(target, [&](Type* u) {
            const ConstValue* ignored = nullptr;
            Convert inner = Convert::Ok;
            return u != nullptr && implicitType(x, u, ignored, inner) != nullptr;
        });
        return all ? target : bad();
    }
    Type* u = under(target);
    if (auto* basic = u->dyn<Basic>()) {
        if (x.isConstant()) {
            code = representation(x, basic, value);
            return code == Convert::Ok ? target : nullptr;
        }
        switch (x.type->as<Basic>()->basic) {
            case BasicKind::UntypedBool: return isBoolean(target) ? target : bad();
            case BasicKind::UntypedInt:
            case BasicKind::UntypedRune:
            case BasicKind::UntypedFloat: return isNumeric(target) ? target : bad();
            case BasicKind::UntypedString: return isString(target) ? target : bad();
            default: return bad();
        }
    }
    if (auto* iface = u->dyn<Interface>()) {
        const TypeSet& set = typeSet(iface);
        if (!set.methods.empty() || !set.isMethodSet()) return bad();
        return defaultType(x.type);
    }
    return bad();
}

void PackageChecker::convertUntyped(Operand& x, Type* target) {
    const ConstValue* value = nullptr;
    Convert code = Convert::Ok;
    Type* type = implicitType(x, target, value, code);
    if (code != Convert::Ok) {
        invalidConversion(code, x, isTypeParam(target) ? target : under(target));
        x.invalidate();
        return;
    }
    if (value != nullptr) {
        x.value = value;
        updateExprValue(x.expr, value);
    }
    if (type != x.type) {
        x.type = type;
        updateExprType(x.expr, type, false);
    }
}

void PackageChecker::updateExprValue(Expr* e, const ConstValue* value) {
    if (e != nullptr && e->type != nullptr && isUntyped(e->type) && e->constant != nullptr)
        e->constant = value;
}

/// Pushes the type that an untyped expression finally gets down to the operands that produce it.
void PackageChecker::updateExprType(Expr* e, Type* type, bool final) {
    if (e == nullptr || e->type == nullptr || e->mode == ExprMode::Invalid || !isUntyped(e->type)) return;
    switch (e->kind) {
        case NodeKind::ParenExpr: updateExprType(as<ParenExpr>(e)->inner, type, final); break;
        case NodeKind::UnaryExpr:
            if (e->constant == nullptr) updateExprType(as<UnaryExpr>(e)->operand, type, final);
            break;
        case NodeKind::BinaryExpr: {
            auto* binaryExpr = as<BinaryExpr>(e);
            if (e->constant != nullptr) break;
            switch (binaryExpr->op) {
                case Token::Equal:
                case Token::NotEqual:
                case Token::Less:
                case Token::LessEqual:
                case Token::Greater:
                case Token::GreaterEqual: break;  // the operands have their types already
                case Token::Shl:
                case Token::Shr: updateExprType(binaryExpr->left, type, final); break;
                default:
                    updateExprType(binaryExpr->left, type, final);
                    updateExprType(binaryExpr->right, type, final);
            }
            break;
        }
        case NodeKind::Ident:
        case NodeKind::BasicLit:
        case NodeKind::SelectorExpr:
        case NodeKind::CallExpr: break;
        default: return;
    }
    if (!final && isUntyped(type)) {
        e->type = under(type);
        return;
    }
    if (shiftOperands_.count(e) != 0 && !allInteger(type)) {
        error(DiagCode::InvalidShift, e,
              text("invalid operation: shifted operand ", e, " (type ", type, ") must be integer"));
        return;
    }
    if (e->constant != nullptr && isTyped(type)) {
        Operand c;
        c.mode = e->mode;
        c.expr = nullptr;
        c.type = e->type;
        c.value = e->constant;
        const ConstValue* value = nullptr;
        Convert code = Convert::Ok;
        Type* got = implicitType(c, type, value, code);
        if (code != Convert::Ok) {
            c.expr = e;
            invalidConversion(code, c, isTypeParam(type) ? type : under(type));
            return;
        }
        if (value != nullptr) e->constant = value;
        e->type = got == nullptr ? type : got;
        return;
    }
    e->type = type;
}
}  // namespace sluice
