// Assignments, initialisations and returns of values.
#include "types/package_checker.h"

namespace sluice {

/// Checks that x can be assigned to a variable of type `target` (null: the blank identifier) and converts it.
void PackageChecker::assignment(Operand& x, Type* target, const std::string& context) {
    singleValue(x);
    switch (x.mode) {
        case ExprMode::Invalid: return;
        case ExprMode::Nil:
        case ExprMode::Constant:
        case ExprMode::Variable:
        case ExprMode::MapIndex:
        case ExprMode::Value:
        case ExprMode::CommaOk: break;
        default:
            error(DiagCode::IncompatibleAssign, x,
                  text("cannot assign ", x, " to ", target, " in ", context));
            x.invalidate();
            return;
    }
    if (isUntyped(x.type)) {
        Type* wanted = target;
        if (x.isNil()) {
            if (target == nullptr) {
                error(DiagCode::UntypedNilUse, x, text("use of untyped nil in ", context));
                x.invalidate();
                return;
            }
        } else if (target == nullptr || isInterface(target)) {
            wanted = defaultType(x.type);
        }
        const ConstValue* value = nullptr;
        Convert code = Convert::Ok;
        Type* type = implicitType(x, wanted, value, code);
        if (code != Convert::Ok) {
            std::string message = text("cannot use ", x, " as ", wanted, " value in ", context);
            if (code == Convert::Truncated) message += " (truncated)";
            if (code == Convert::Overflow) message += " (overflows)";
            error(code == Convert::Invalid ? DiagCode::IncompatibleAssign : DiagCode::ConstantOverflow, x,
                  message);
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
    if (Signature* sig = under(x.type)->dyn<Signature>(); sig != nullptr && !sig->tparams.empty()) {
        error(DiagCode::WrongTypeArgCount, x,
              text("cannot use generic function ", x, " without instantiation in ", context));
        x.invalidate();
        return;
    }
    if (target == nullptr) return;
    std::string cause;
    if (assignableTo(x, target, &cause)) return;
    std::string message = text("cannot use ", x, " as ", target, " value in ", context);
    if (!cause.empty()) message += ": " + cause;
    error(DiagCode::IncompatibleAssign, x, message);
    x.invalidate();
}

void PackageChecker::initConst(Const* lhs, Operand& x) {
    if (x.invalid() || !isValid(x.type) || lhs->type == invalidType()) {
        if (lhs->type == nullptr) lhs->type = invalidType();
        return;
    }
    if (!x.isConstant()) {
        error(DiagCode::InvalidConstInit, x, text(x, " is not constant"));
        if (lhs->type == nullptr) lhs->type = invalidType();
        return;
    }
    if (lhs->type == nullptr) lhs->type = x.type;
    assignment(x, lhs->type, "constant declaration");
    if (!x.invalid()) lhs->value = x.value;
}

void PackageChecker::initVar(Var* lhs, Operand& x, const std::string& context) {
    if (x.invalid() || !isValid(x.type) || lhs->type == invalidType()) {
        if (lhs->type == nullptr) lhs->type = invalidType();
        x.invalidate();
        return;
    }
    if (lhs->type == nullptr) {
        Type* type = x.type;
        if (isUntyped(type)) {
            if (type == basicType(BasicKind::UntypedNil)) {
                error(DiagCode::UntypedNilUse, x, text("use of untyped nil in ", context));
                lhs->type = invalidType();
                x.invalidate();
                return;
            }
            type = defaultType(type);
        }
        lhs->type = type;
    }
    assignment(x, lhs->type, context);
}

/// The type of the left side of an assignment; null for the blank identifier. Assigning is not using.
Type* PackageChecker::lhsVar(Expr* lhs) {
    auto* name = asIf<Ident>(unparen(lhs));
    if (name != nullptr && name->name.isBlank()) {
        name->object = nullptr;
        return nullptr;
    }
    Var* v = nullptr;
    bool wasUsed = false;
    if (name != nullptr) {
        Object* obj = lookup(name->name);
        v = obj == nullptr ? nullptr : obj->dyn<Var>();
        if (v != nullptr) wasUsed = v->used;
    }
    Operand x;
    expr(nullptr, x, lhs);
    if (v != nullptr) v->used = wasUsed;
    if (x.invalid() || !isValid(x.type)) return invalidType();
    if (x.mode == ExprMode::Variable || x.mode == ExprMode::MapIndex) {
        markReassigned(lhs);
        return x.type;
    }
    if (auto* sel = asIf<SelectorExpr>(x.expr)) {
        Operand op;
        expr(nullptr, op, sel->operand);
        if (op.mode == ExprMode::MapIndex) {
            error(DiagCode::UnassignableOperand, x,
                  text("cannot assign to struct field ", x.expr, " in map"));
            return invalidType();
        }
    }
    error(DiagCode::UnassignableOperand, x,
          text("cannot assign to ", x.expr, " (neither addressable nor a map index expression)"));
    return invalidType();
}

/// Assigns x, or the value of rhs if x is null.
void PackageChecker::assignVar(Expr* lhs, Expr* rhs, Operand* x, const std::string& context) {
    Type* type = lhsVar(lhs);
    if (type == invalidType()) {
        if (x != nullptr) {
            x->invalidate();
        } else {
            use(rhs);
        }
        return;
    }
    Operand own;
    if (x == nullptr) {
        Target target;
        if (type != nullptr && under(type)->kind() == TypeKind::Signature)
            target = makeTarget(type, exprString(lhs));
        x = &own;
        expr(target.sig != nullptr ? &target : nullptr, *x, rhs);
    }
    assignment(*x, type, type == nullptr && context == "assignment" ? "assignment to _ identifier" : context);
}

Target PackageChecker::makeTarget(Type* type, std::string desc) {
    Target target;
    target.sig = type == nullptr ? nullptr : under(type)->dyn<Signature>();
    target.desc = std::move(desc);
    return target;
}

void PackageChecker::assignError(const List<Expr*>& rhs, size_t l, size_t r) {
    auto measure = [](size_t n, const char* unit) {
        return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
    };
    Expr* first = rhs[0];
    auto* call = rhs.size() == 1 ? asIf<CallExpr>(unparen(first)) : nullptr;
    if (call != nullptr) {
        error(DiagCode::WrongAssignCount, first,
              text("assignment mismatch: ", measure(l, "variable"), " but ", call->callee, " returns ",
                   measure(r, "value")));
        return;
    }
    error(DiagCode::WrongAssignCount, first,
          text("assignment mismatch: ", measure(l, "variable"), " but ", measure(r, "value")));
}

void PackageChecker::returnError(Stmt* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs) {
    At where = at;
    const char* qualifier = "not enough";
    if (rhs.size() > lhs.size()) {
        where = rhs[lhs.size()];
        qualifier = "too many";
    } else if (!rhs.empty()) {
        where = rhs.back();
    }
    std::vector<Type*> have, want;
    for (const Operand& x : rhs) have.push_back(x.type);
    for (Var* v : lhs) want.push_back(v->type);
    error(DiagCode::WrongResultCount, where,
          text(qualifier, " return values\n\thave ", typesSummary(have, false, false), "\n\twant ",
               typesSummary(want, false, false)));
}

void PackageChecker::initVars(const std::vector<Var*>& lhs, const List<Expr*>& rhs, ReturnStmt* ret) {
    std::string context = ret != nullptr ? "return statement" : "assignment";
    bool isCall = rhs.size() == 1 && isA<CallExpr>(unparen(rhs[0]));
    if (lhs.size() == rhs.size() && !isCall) {
        for (size_t i = 0; i < lhs.size(); i++) {
            std::string desc =
                ret != nullptr && !lhs[i]->name ? "result variable" : std::string(lhs[i]->name.text());
            Target target = makeTarget(lhs[i]->type, desc);
            Operand x;
            expr(target.sig != nullptr ? &target : nullptr, x, rhs[i]);
            initVar(lhs[i], x, context);
        }
        return;
    }
    auto giveTypes = [&] {
        for (Var* v : lhs) {
            if (v->type == nullptr) v->type = invalidType();
        }
    };
    if (rhs.size() != 1) {
        if (useAll(rhs)) {
            if (ret != nullptr) {
                std::vector<Operand> values;
                exprList(rhs, values);
                returnError(ret, lhs, values);
            } else {
                assignError(rhs, lhs.size(), rhs.size());
            }
        }
        giveTypes();
        return;
    }
    std::vector<Operand> values;
    bool commaOk = false;
    multiExpr(rhs[0], lhs.size() == 2 && ret == nullptr, values, commaOk);
    if (lhs.size() == values.size()) {
        for (size_t i = 0; i < lhs.size(); i++) initVar(lhs[i], values[i], context);
        return;
    }
    if (!values[0].invalid()) {
        if (ret != nullptr) {
            returnError(ret, lhs, values);
        } else {
            assignError(rhs, lhs.size(), values.size());
        }
    }
    giveTypes();
}

void PackageChecker::assignVars(const List<Expr*>& lhs, const List<Expr*>& rhs) {
    bool isCall = rhs.size() == 1 && isA<CallExpr>(unparen(rhs[0]));
    if (lhs.size() == rhs.size() && !isCall) {
        for (size_t i = 0; i < lhs.size(); i++) assignVar(lhs[i], rhs[i], nullptr, "assignment");
        return;
    }
    if (rhs.size() != 1) {
        bool leftOk = useAll(lhs, true);
        bool rightOk = useAll(rhs);
        if (leftOk && rightOk) assignError(rhs, lhs.size(), rhs.size());
        return;
    }
    std::vector<Operand> values;
    bool commaOk = false;
    multiExpr(rhs[0], lhs.size() == 2, values, commaOk);
    if (lhs.size() == values.size()) {
        for (size_t i = 0; i < lhs.size(); i++) assignVar(lhs[i], nullptr, &values[i], "assignment");
        return;
    }
    if (!values[0].invalid()) assignError(rhs, lhs.size(), values.size());
    useAll(lhs, true);
}

void PackageChecker::shortVarDecl(AssignStmt* s) {
    size_t top = delayed_.size();
    std::vector<Var*> lhs;
    std::vector<std::pair<Ident*, Var*>> fresh;
    std::vector<Name> seen;
    bool hadProblem = false;
    auto dummy = [&](Expr* e) { lhs.push_back(newVar(ctx_.name("_"), e->pos, nullptr)); };
    for (Expr* e : s->left) {
        auto* name = asIf<Ident>(e);
        if (name == nullptr) {
            useOne(e, true);
            error(DiagCode::InvalidDecl, e, text("non-name ", e, " on left side of :="));
            hadProblem = true;
            dummy(e);
            continue;
        }
        if (!name->name.isBlank()) {
            bool repeated = false;
            for (Name n : seen) repeated |= n == name->name;
            if (repeated) {
                error(DiagCode::RepeatedDecl, e, text(e, " repeated on left side of :="));
                hadProblem = true;
                dummy(e);
                continue;
            }
            seen.push_back(name->name);
        }
        if (Object* alt = env_.scope->find(name->name)) {
            name->object = alt;
            if (auto* v = alt->dyn<Var>()) {
                lhs.push_back(v);
                v->reassigned = true;
                name->mode = ExprMode::Variable;
                name->type = v->type;
                if (v->owner != env_.fn) {
                    bool wasUsed = v->used;
                    useVar(v);
                    v->used = wasUsed;
                }
            } else {
                error(DiagCode::UnassignableOperand, e, text("cannot assign to ", e));
                hadProblem = true;
                dummy(e);
            }
            continue;
        }
        Var* v = newLocal(name, nullptr);
        lhs.push_back(v);
        name->object = v;
        if (!name->name.isBlank()) fresh.emplace_back(name, v);
    }
    initVars(lhs, s->right, nullptr);
    processDelayed(top);
    for (size_t i = 0; i < s->left.size(); i++) {
        if (auto* name = asIf<Ident>(s->left[i])) {
            name->mode = ExprMode::Variable;
            name->type = lhs[i]->type;
        }
    }
    if (fresh.empty() && !hadProblem) {
        error(DiagCode::NoNewVar, At(s->opPos), "no new variables on left side of :=");
        return;
    }
    for (auto& [name, v] : fresh) declare(env_.scope, nullptr, v, s->end);
}

// ---- what the compiler wants to know about variables

/// The variable whose storage e is a part of, or null if e lies behind a pointer or in a slice or map.
Var* PackageChecker::rootVariable(Expr* e) {
    for (;;) {
        e = unparen(e);
        if (auto* name = asIf<Ident>(e)) return name->object == nullptr ? nullptr : name->object->dyn<Var>();
        if (auto* sel = asIf<SelectorExpr>(e)) {
            if (sel->selection == nullptr)
                return sel->selector->object == nullptr ? nullptr : sel->selector->object->dyn<Var>();
            if (sel->selection->indirect) return nullptr;
            e = sel->operand;
            continue;
        }
        auto* indexed = asIf<IndexExpr>(e);
        if (indexed == nullptr || indexed->operand->type == nullptr) return nullptr;
        if (under(indexed->operand->type)->kind() != TypeKind::Array) return nullptr;
        e = indexed->operand;
    }
}

void PackageChecker::markReassigned(Expr* lhs) {
    Var* v = rootVariable(lhs);
    if (v == nullptr) return;
    if (env_.postOf != nullptr && v->isLoopVar && v->loop == env_.postOf) {
        v->reassignedInPost = true;
    } else {
        v->reassigned = true;
    }
}

void PackageChecker::markAddressTaken(Expr* e) {
    if (Var* v = rootVariable(e)) v->addressTaken = true;
}
}  // namespace sluice
