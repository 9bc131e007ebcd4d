// Expressions: dispatch, unary operators, type assertions, and the different demands a context makes.
#include "source/lexer.h"
#include "types/package_checker.h"

namespace sluice {
int basicBits(BasicKind kind);

void PackageChecker::record(const Operand& x) {
    if (x.expr == nullptr) return;
    x.expr->mode = x.mode;
    x.expr->constant = x.isConstant() ? x.value : nullptr;
    switch (x.mode) {
        case ExprMode::Invalid: x.expr->type = invalidType(); break;
        case ExprMode::NoValue: x.expr->type = nullptr; break;
        default: x.expr->type = x.type;
    }
}

ExprKind PackageChecker::rawExpr(const Target* target, Operand& x, Expr* e, Type* hint, bool allowGeneric) {
    DepthGuard guard(*this);
    if (guard.tooDeep()) {
        error(DiagCode::TooDeep, e, "expression is nested too deeply");
        x.invalidate();
        x.expr = e;
        x.type = invalidType();
        return ExprKind::Statement;
    }
    shiftOperands_.erase(e);
    ExprKind kind = exprInternal(target, x, e, hint);
    if (!allowGeneric) nonGeneric(target, x);
    record(x);
    return kind;
}

/// A generic function or type is not a value or type until it is instantiated.
void PackageChecker::nonGeneric(const Target* target, Operand& x) {
    if (x.invalid() || x.mode == ExprMode::NoValue || x.type == nullptr) return;
    const char* what = nullptr;
    if (Named* named = x.type->dyn<Named>()) {
        if (!named->isInstance() && !named->tparams.empty()) what = "type";
    } else if (Signature* sig = x.type->dyn<Signature>(); sig != nullptr && !sig->tparams.empty()) {
        if (target != nullptr && target->sig != nullptr) {
            funcInst(target, operatorPosition(x.expr), x, nullptr, true, nullptr);
            return;
        }
        what = "function";
    }
    if (what == nullptr) return;
    error(DiagCode::WrongTypeArgCount, x.expr,
          text("cannot use generic ", what, " ", x.expr, " without instantiation"));
    x.invalidate();
    x.type = invalidType();
}

ExprKind PackageChecker::exprInternal(const Target* target, Operand& x, Expr* e, Type* hint) {
    x = Operand{};
    x.type = invalidType();
    x.expr = e;
    ExprKind kind = ExprKind::Expression;
    switch (e->kind) {
        case NodeKind::BadExpr: return ExprKind::Statement;
        case NodeKind::Ident: ident(x, as<Ident>(e), nullptr, false); break;
        case NodeKind::Ellipsis: error(DiagCode::InvalidDots, e, "invalid use of '...'"); break;
        case NodeKind::BasicLit: basicLit(x, as<BasicLit>(e)); break;
        case NodeKind::FuncLit: funcLit(x, as<FuncLit>(e)); break;
        case NodeKind::CompositeLit: compositeLit(x, as<CompositeLit>(e), hint); break;
        case NodeKind::ParenExpr: {
            ExprKind inner = rawExpr(nullptr, x, as<ParenExpr>(e)->inner, nullptr, false);
            x.expr = e;
            return inner;
        }
        case NodeKind::SelectorExpr: selector(x, as<SelectorExpr>(e), nullptr, false); break;
        case NodeKind::IndexExpr:
            if (indexExpr(x, as<IndexExpr>(e)))
                funcInst(target, operatorPosition(e), x, as<IndexExpr>(e), true, nullptr);
            break;
        case NodeKind::SliceExpr: sliceExpr(x, as<SliceExpr>(e)); break;
        case NodeKind::TypeAssertExpr: typeAssert(x, as<TypeAssertExpr>(e)); break;
        case NodeKind::CallExpr: return callExpr(x, as<CallExpr>(e));
        case NodeKind::StarExpr: star(x, as<StarExpr>(e)); break;
        case NodeKind::UnaryExpr:
            unary(x, as<UnaryExpr>(e));
            if (as<UnaryExpr>(e)->op == Token::Arrow) kind = ExprKind::Statement;
            break;
        case NodeKind::BinaryExpr: {
            auto* binaryExpr = as<BinaryExpr>(e);
            binary(x, e, binaryExpr->left, binaryExpr->right, binaryExpr->op);
            break;
        }
        case NodeKind::KeyValueExpr: error(DiagCode::InvalidLit, e, "no key:value expected"); break;
        case NodeKind::ArrayType:
        case NodeKind::StructType:
        case NodeKind::FuncType:
        case NodeKind::InterfaceType:
        case NodeKind::MapType:
        case NodeKind::ChanType:
            x.type = typ(e);
            x.mode = isValid(x.type) ? ExprMode::TypeExpr : ExprMode::Invalid;
            break;
        default: SLUICE_UNREACHABLE("not an expression");
    }
    x.expr = e;
    return x.invalid() ? ExprKind::Statement : kind;
}

void PackageChecker::basicLit(Operand& x, BasicLit* e) {
    if (e->isBad) return;
    constexpr size_t kMaxNumberLength = 10000;  // as gc's
    bool isNumber = e->token == Token::Int || e->token == Token::Float;
    if (isNumber && e->text.size() > kMaxNumberLength) {
        error(DiagCode::InvalidConstant, e,
              text("excessively long constant: ", e->text.substr(0, 10), "... (", e->text.size(), " chars)"));
        return;
    }
    BasicKind kind = BasicKind::UntypedInt;
    switch (e->token) {
        case Token::Int: x.value = constants_.intLiteral(e->text); break;
        case Token::Float:
            x.value = constants_.floatLiteral(e->text);
            kind = BasicKind::UntypedFloat;
            break;
        case Token::Char:
            x.value = constants_.makeInt(static_cast<int64_t>(unquoteRune(e->text)));
            kind = BasicKind::UntypedRune;
            break;
        case Token::String:
            x.value = constants_.makeString(unquoteString(e->text));
            kind = BasicKind::UntypedString;
            break;
        default:
            error(DiagCode::UnsupportedComplex, e,
                  text("complex numbers are not supported (", e->text, "): use two float64 values"));
            return;
    }
    if (x.value->isUnknown()) {
        error(DiagCode::InvalidConstant, e, text("malformed constant: ", e->text));
        return;
    }
    x.mode = ExprMode::Constant;
    x.type = basicType(kind);
    overflow(x, e->pos);
}

void PackageChecker::star(Operand& x, StarExpr* e) {
    exprOrType(x, e->operand, false);
    if (x.invalid()) return;
    if (x.mode == ExprMode::TypeExpr) {
        validVarType(e->operand, x.type);
        x.type = ctx_.pointerTo(x.type);
        return;
    }
    Type* base = nullptr;
    bool good = underIs(x.type, [&](Type* u) {
        Pointer* pointer = u == nullptr ? nullptr : u->dyn<Pointer>();
        if (pointer == nullptr) {
            error(DiagCode::InvalidIndirection, x, text("invalid operation: cannot indirect ", x));
            return false;
        }
        if (base != nullptr && !identical(pointer->elem, base)) {
            error(DiagCode::InvalidIndirection, x,
                  text("invalid operation: pointers of ", x, " must have identical base types"));
            return false;
        }
        base = pointer->elem;
        return true;
    });
    if (!good) {
        x.invalidate();
        return;
    }
    x.mode = ExprMode::Variable;
    x.type = base;
}

void PackageChecker::receive(Operand& x) {
    Type* core = coreType(x.type);
    Chan* chan = core == nullptr ? nullptr : core->dyn<Chan>();
    if (core == nullptr) {
        error(DiagCode::InvalidReceive, x,
              text("invalid operation: cannot receive from ", x, " (no core type)"));
    } else if (chan == nullptr) {
        error(DiagCode::InvalidReceive, x, text("invalid operation: cannot receive from non-channel ", x));
    } else if (chan->dir == ChanDir::SendOnly) {
        error(DiagCode::InvalidReceive, x,
              text("invalid operation: cannot receive from send-only channel ", x));
    } else {
        x.mode = ExprMode::CommaOk;
        x.type = chan->elem;
        env_.hasCallOrRecv = true;
        return;
    }
    x.invalidate();
}

void PackageChecker::unary(Operand& x, UnaryExpr* e) {
    expr(nullptr, x, e->operand);
    if (x.invalid()) return;
    Token op = e->op;
    if (op == Token::And) {
        if (!isA<CompositeLit>(unparen(e->operand)) && x.mode != ExprMode::Variable) {
            error(DiagCode::UnaddressableOperand, x, text("invalid operation: cannot take address of ", x));
            x.invalidate();
            return;
        }
        markAddressTaken(e->operand);
        x.mode = ExprMode::Value;
        x.type = ctx_.pointerTo(x.type);
        return;
    }
    if (op == Token::Arrow) {
        receive(x);
        return;
    }
    if (op == Token::Tilde) {
        if (!allInteger(x.type)) {
            error(DiagCode::UndefinedOperator, e, "cannot use ~ outside of interface or type constraint");
            x.invalidate();
            return;
        }
        error(DiagCode::UndefinedOperator, e,
              "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)");
        op = Token::Xor;
    }
    if (!operatorDefined(x, op, true)) {
        x.invalidate();
        return;
    }
    if (!x.isConstant()) {
        x.mode = ExprMode::Value;
        return;
    }
    if (x.value->isUnknown()) return;
    switch (op) {
        case Token::Sub: x.value = constants_.negate(x.value); break;
        case Token::Not: x.value = constants_.logicalNot(x.value); break;
        case Token::Xor: {
            unsigned bits = isUnsigned(x.type) ? static_cast<unsigned>(basicBits(basicKindOf(x.type))) : 0;
            x.value = constants_.complement(x.value, bits);
            break;
        }
        default: break;
    }
    x.expr = e;
    overflow(x, e->pos);
}

void PackageChecker::typeAssert(Operand& x, TypeAssertExpr* e) {
    if (e->assertedType == nullptr) {
        error(DiagCode::InvalidTypeAssertion, e, "invalid syntax tree: use of .(type) outside type switch");
        use(e->operand);
        x.invalidate();
        return;
    }
    expr(nullptr, x, e->operand);
    if (x.invalid()) return;
    if (isTypeParam(x.type)) {
        error(DiagCode::InvalidTypeAssertion, x,
              text("invalid operation: cannot use type assertion on type parameter value ", x));
        x.invalidate();
        return;
    }
    if (under(x.type)->kind() != TypeKind::Interface) {
        error(DiagCode::InvalidTypeAssertion, x, text("invalid operation: ", x, " is not an interface"));
        x.invalidate();
        return;
    }
    Type* target = varType(e->assertedType);
    if (!isValid(target)) {
        x.invalidate();
        return;
    }
    typeAssertion(e, x, target, false);
    x.mode = ExprMode::CommaOk;
    x.type = target;
}

void PackageChecker::typeAssertion(Expr* e, Operand& x, Type* target, bool typeSwitch) {
    std::string cause;
    if (assertableTo(x.type, target, &cause)) return;
    if (typeSwitch) {
        error(DiagCode::ImpossibleAssertion, e,
              text("impossible type switch case: ", e, "\n\t", x, " cannot have dynamic type ", target, " ",
                   cause));
        return;
    }
    error(DiagCode::ImpossibleAssertion, e,
          text("impossible type assertion: ", e, "\n\t", target, " does not implement ", x.type, " ", cause));
}

void PackageChecker::expr(const Target* target, Operand& x, Expr* e) {
    rawExpr(target, x, e, nullptr, false);
    exclude(x, true, true, true);
    singleValue(x);
}

void PackageChecker::genericExpr(Operand& x, Expr* e) {
    rawExpr(nullptr, x, e, nullptr, true);
    exclude(x, true, true, true);
    singleValue(x);
}

void PackageChecker::multiExpr(Expr* e, bool allowCommaOk, std::vector<Operand>& out, bool& commaOk) {
    Operand x;
    rawExpr(nullptr, x, e, nullptr, false);
    exclude(x, true, true, true);
    commaOk = false;
    if (!x.invalid() && x.type != nullptr && x.type->kind() == TypeKind::Tuple) {
        for (Var* v : x.type->as<Tuple>()->vars) {
            Operand part;
            part.mode = ExprMode::Value;
            part.expr = e;
            part.type = v->type;
            out.push_back(part);
        }
        return;
    }
    out.push_back(x);
    if (allowCommaOk && (x.mode == ExprMode::MapIndex || x.mode == ExprMode::CommaOk)) {
        Operand ok;
        ok.mode = ExprMode::Value;
        ok.type = basicType(BasicKind::UntypedBool);
        ok.expr = e;
        out.push_back(ok);
        commaOk = true;
    }
}

void PackageChecker::exprWithHint(Operand& x, Expr* e, Type* hint) {
    rawExpr(nullptr, x, e, hint, false);
    exclude(x, true, true, true);
    singleValue(x);
}

void PackageChecker::exprOrType(Operand& x, Expr* e, bool allowGeneric) {
    rawExpr(nullptr, x, e, nullptr, allowGeneric);
    exclude(x, true, false, false);
    singleValue(x);
}

void PackageChecker::exclude(Operand& x, bool noValue, bool builtin, bool typeExpr) {
    if (x.mode == ExprMode::NoValue && noValue) {
        error(DiagCode::TooManyValues, x, text(x, typeExpr ? " used as value" : " used as value or type"));
    } else if (x.mode == ExprMode::Builtin && builtin) {
        error(DiagCode::UncalledBuiltin, x, text(x, " must be called"));
    } else if (x.mode == ExprMode::TypeExpr && typeExpr) {
        error(DiagCode::NotAnExpression, x, text(x, " is not an expression"));
    } else {
        return;
    }
    x.invalidate();
}

void PackageChecker::singleValue(Operand& x) {
    if (x.mode != ExprMode::Value || x.type == nullptr || x.type->kind() != TypeKind::Tuple) return;
    error(DiagCode::TooManyValues, x, text("multiple-value ", x, " in single-value context"));
    x.invalidate();
}

// ---- expressions whose value does not matter: evaluated to mark what they use

void PackageChecker::use(Expr* e) { useOne(e, false); }

bool PackageChecker::useAll(const List<Expr*>& list, bool lhs) {
    bool good = true;
    for (Expr* e : list) good &= useOne(e, lhs);
    return good;
}

bool PackageChecker::useOne(Expr* e, bool lhs) {
    if (e == nullptr) return true;
    Operand x;
    x.mode = ExprMode::Value;
    Expr* inner = unparen(e);
    if (auto* kv = asIf<KeyValueExpr>(inner)) return useOne(kv->value, lhs);
    if (auto* name = asIf<Ident>(inner)) {
        if (name->name.isBlank()) return true;
        Var* v = nullptr;
        bool wasUsed = false;
        if (lhs) {
            Object* obj = lookup(name->name);
            v = obj == nullptr ? nullptr : obj->dyn<Var>();
            if (v != nullptr) wasUsed = v->used;
        }
        exprOrType(x, name, true);
        if (v != nullptr) v->used = wasUsed;
        return !x.invalid();
    }
    rawExpr(nullptr, x, inner, nullptr, true);
    return !x.invalid();
}
}  // namespace sluice
