// Binary operators, comparisons and shifts.
#include "types/package_checker.h"

namespace sluice {
std::string_view compositeKind(const Type* t);

namespace {
bool isComparison(Token op) {
    switch (op) {
        case Token::Equal:
        case Token::NotEqual:
        case Token::Less:
        case Token::LessEqual:
        case Token::Greater:
        case Token::GreaterEqual: return true;
        default: return false;
    }
}

Pos operatorPos(const Expr* e) {
    if (const auto* binary = asIf<BinaryExpr>(e)) return binary->opPos;
    return e->pos;
}
}  // namespace

bool PackageChecker::operatorDefined(Operand& x, Token op, bool isUnary) {
    bool ok = false;
    switch (op) {
        case Token::Add: ok = isUnary ? allNumeric(x.type) : allNumericOrString(x.type); break;
        case Token::Sub:
        case Token::Mul:
        case Token::Quo: ok = allNumeric(x.type); break;
        case Token::Rem:
        case Token::And:
        case Token::Or:
        case Token::Xor:
        case Token::AndNot: ok = allInteger(x.type); break;
        case Token::Not:
        case Token::LogicalAnd:
        case Token::LogicalOr: ok = allBoolean(x.type); break;
        default: break;
    }
    if (!ok) {
        error(DiagCode::UndefinedOperator, x,
              text("invalid operation: operator ", op, " not defined on ", x));
    }
    return ok;
}

/// e is null for assignment operations (x op= y).
void PackageChecker::binary(Operand& x, Expr* e, Expr* left, Expr* right, Token op) {
    Operand y;
    expr(nullptr, x, left);
    expr(nullptr, y, right);
    if (x.invalid()) return;
    if (y.invalid()) {
        x.invalidate();
        x.expr = y.expr;
        return;
    }
    if (op == Token::Shl || op == Token::Shr) {
        shift(x, y, e, op);
        return;
    }
    matchTypes(x, y);
    if (x.invalid()) return;
    if (isComparison(op)) {
        comparison(x, y, op, false);
        return;
    }
    if (!identical(x.type, y.type)) {
        if (isValid(x.type) && isValid(y.type)) {
            std::string what = e != nullptr ? exprString(e) : text(left, " ", op, "= ", right);
            error(DiagCode::MismatchedTypes, x,
                  text("invalid operation: ", what, " (mismatched types ", x.type, " and ", y.type, ")"));
        }
        x.invalidate();
        return;
    }
    if (!operatorDefined(x, op, false)) {
        x.invalidate();
        return;
    }
    if ((op == Token::Quo || op == Token::Rem) && (x.isConstant() || allInteger(x.type)) && y.isConstant() &&
        !y.value->isUnknown() && y.value->sign() == 0) {
        error(DiagCode::DivisionByZero, y, "invalid operation: division by zero");
        x.invalidate();
        return;
    }
    if (!x.isConstant() || !y.isConstant()) {
        x.mode = ExprMode::Value;
        return;
    }
    if (x.value->isUnknown() || y.value->isUnknown()) {
        x.value = constants_.unknown();
        return;
    }
    x.value = constants_.binary(x.value, op, y.value, isInteger(x.type));
    x.expr = e;
    overflow(x, e != nullptr ? operatorPos(e) : left->pos);
}

bool PackageChecker::mayConvert(const Operand& x, const Operand& y) {
    if (isTyped(x.type) && isTyped(y.type)) return false;
    if (isInterface(x.type) || isInterface(y.type)) return true;
    if (allBoolean(x.type) != allBoolean(y.type)) return false;
    if (allString(x.type) != allString(y.type)) return false;
    if (x.isNil()) return hasNil(y.type);
    if (y.isNil()) return hasNil(x.type);
    if (under(x.type)->kind() == TypeKind::Pointer || under(y.type)->kind() == TypeKind::Pointer)
        return false;
    return true;
}

/// Gives an untyped operand the type of the other one, where that is possible.
void PackageChecker::matchTypes(Operand& x, Operand& y) {
    if (!mayConvert(x, y)) return;
    convertUntyped(x, y.type);
    if (x.invalid()) return;
    convertUntyped(y, x.type);
    if (y.invalid()) x.invalidate();
}

std::string PackageChecker::incomparableCause(Type* t) {
    Type* u = under(t);
    switch (u->kind()) {
        case TypeKind::Slice:
        case TypeKind::Signature:
        case TypeKind::Map: return std::string(compositeKind(t)) + " can only be compared to nil";
        case TypeKind::Struct:
            for (Var* field : u->as<Struct>()->fields) {
                if (!comparableType(field->type, true))
                    return text("struct containing ", field->type, " cannot be compared");
            }
            return "";
        case TypeKind::Array:
            return comparableType(u->as<Array>()->elem, true) ? "" : text(u, " cannot be compared");
        case TypeKind::Interface:
            if (isTypeParam(t)) {
                return typeSet(t->as<TypeParam>()->iface()).isEmpty() ? "empty type set"
                                                                      : "incomparable types in type set";
            }
            return "";
        default: return "";
    }
}

void PackageChecker::comparison(Operand& x, Operand& y, Token op, bool switchCase) {
    if (!isValid(x.type) || !isValid(y.type)) {
        x.invalidate();
        return;
    }
    if (switchCase) op = Token::Equal;
    Operand* culprit = nullptr;
    std::string cause;
    DiagCode code = DiagCode::UndefinedOperator;
    if (!assignableTo(x, y.type, nullptr) && !assignableTo(y, x.type, nullptr)) {
        culprit = &y;
        code = DiagCode::MismatchedTypes;
        cause = text("mismatched types ", x.type, " and ", y.type);
    } else if (op == Token::Equal || op == Token::NotEqual) {
        if (x.isNil() || y.isNil()) {
            if (!hasNil(x.isNil() ? y.type : x.type)) culprit = &y;
        } else if (!comparableType(x.type, true)) {
            culprit = &x;
            cause = incomparableCause(x.type);
        } else if (!comparableType(y.type, true)) {
            culprit = &y;
            cause = incomparableCause(y.type);
        }
    } else if (!allOrdered(x.type)) {
        culprit = &x;
    } else if (!allOrdered(y.type)) {
        culprit = &y;
    }
    if (culprit == nullptr) {
        if (x.isConstant() && y.isConstant()) {
            x.value = constants_.makeBool(constants_.compare(x.value, op, y.value));
        } else {
            x.mode = ExprMode::Value;
            // The operands are materialised: their types are final now.
            updateExprType(x.expr, defaultType(x.type), true);
            updateExprType(y.expr, defaultType(y.type), true);
        }
        x.type = basicType(BasicKind::UntypedBool);
        return;
    }
    if (cause.empty()) {
        if (isTypeParam(x.type) || isTypeParam(y.type)) {
            if (!isTypeParam(x.type)) culprit = &y;
            cause = text("type parameter ", culprit->type, " cannot use operator ", op);
        } else {
            std::string what(compositeKind(culprit->type));
            if (what.empty()) what = typeText(culprit->type);
            cause = text("operator ", op, " not defined on ", what);
        }
    }
    auto side = [](const Operand& o) {
        return o.expr != nullptr ? exprString(o.expr) : std::string(o.pseudoName);
    };
    if (switchCase) {
        error(code, x, text("invalid case ", side(x), " in switch on ", side(y), " (", cause, ")"));
    } else {
        error(code, *culprit, text("invalid operation: ", side(x), " ", op, " ", side(y), " (", cause, ")"));
    }
    x.invalidate();
}

void PackageChecker::shift(Operand& x, Operand& y, Expr* e, Token op) {
    const ConstValue* value = x.isConstant() ? constants_.toInt(x.value) : nullptr;
    bool isInt = value != nullptr && value->kind() == ConstantKind::Int;
    if (!allInteger(x.type) && !(isUntyped(x.type) && isInt)) {
        error(DiagCode::InvalidShift, x, text("invalid operation: shifted operand ", x, " must be integer"));
        x.invalidate();
        return;
    }
    const ConstValue* count = nullptr;
    if (y.isConstant()) {
        count = constants_.toInt(y.value);
        if (count->kind() == ConstantKind::Int && count->sign() < 0) {
            error(DiagCode::InvalidShift, y, text("invalid operation: negative shift count ", y));
            x.invalidate();
            return;
        }
        if (isUntyped(y.type)) {
            representable(y, basicType(BasicKind::Uint)->as<Basic>());
            if (y.invalid()) {
                x.invalidate();
                return;
            }
            updateExprType(y.expr, basicType(BasicKind::Uint), true);
        }
    } else if (isUntyped(y.type)) {
        convertUntyped(y, basicType(BasicKind::Uint));
        if (y.invalid()) {
            x.invalidate();
            return;
        }
    } else if (!allInteger(y.type)) {
        error(DiagCode::InvalidShift, y, text("invalid operation: shift count ", y, " must be integer"));
        x.invalidate();
        return;
    }
    if (x.isConstant()) {
        if (y.isConstant()) {
            shiftConstant(x, y, value, count, e, op);
            return;
        }
        if (isUntyped(x.type)) {
            // The type of a non-constant shift of an untyped constant comes from the context (Go spec
            // "Operators").
            shiftOperands_.insert(x.expr);
            x.mode = ExprMode::Value;
            return;
        }
    }
    if (!allInteger(x.type)) {
        error(DiagCode::InvalidShift, x, text("invalid operation: shifted operand ", x, " must be integer"));
        x.invalidate();
        return;
    }
    x.mode = ExprMode::Value;
}

void PackageChecker::shiftConstant(Operand& x, Operand& y, const ConstValue* value, const ConstValue* count,
                                   Expr* e, Token op) {
    if (x.value->isUnknown() || y.value->isUnknown() || value->kind() != ConstantKind::Int) {
        x.value = constants_.unknown();
        if (!isInteger(x.type)) x.type = basicType(BasicKind::UntypedInt);
        return;
    }
    constexpr uint64_t kShiftBound = 1023 - 1 + 52;  // enough for the smallest float64, as in gc
    bool exact = false;
    uint64_t n = count->kind() == ConstantKind::Int ? count->uint64Value(&exact) : 0;
    if (!exact || n > kShiftBound) {
        error(DiagCode::InvalidShift, y, text("invalid operation: invalid shift count ", y));
        x.invalidate();
        return;
    }
    if (!isInteger(x.type)) x.type = basicType(BasicKind::UntypedInt);
    x.value = constants_.shift(value, op == Token::Shl, static_cast<unsigned>(n));
    x.expr = e;
    overflow(x, e != nullptr ? operatorPos(e) : Pos{});
}
}  // namespace sluice
