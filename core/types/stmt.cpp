// Statements.
#include "types/package_checker.h"

namespace sluice {

Var* PackageChecker::newVar(Name name, Pos pos, Type* type) {
    auto* v = ctx_.make<Var>(name, pos);
    v->pkg = pkg_;
    v->type = type;
    v->owner = env_.fn;
    return v;
}

Var* PackageChecker::newLocal(Ident* ident, Type* type) {
    Var* v = newVar(ident->name, ident->pos, type);
    ident->object = v;
    return v;
}

void PackageChecker::openScope(Scope** slot) {
    env_.scope = ctx_.make<Scope>(env_.scope);
    if (slot != nullptr) *slot = env_.scope;
}

void PackageChecker::stmtList(const List<Stmt*>& list) {
    for (Stmt* s : list) stmt(s);
}

/// Function literals are checked when their statement ends: before that statement's variables are in scope of
/// others.
void PackageChecker::stmt(Stmt* s) {
    if (s == nullptr) return;
    DepthGuard guard(*this);
    if (guard.tooDeep()) {
        error(DiagCode::TooDeep, s, "statement is nested too deeply");
        return;
    }
    size_t top = delayed_.size();
    stmtInner(s);
    processDelayed(top);
}

void PackageChecker::stmtInner(Stmt* s) {
    switch (s->kind) {
        case NodeKind::BadStmt:
        case NodeKind::EmptyStmt:
        case NodeKind::BranchStmt: break;  // branches are resolved by the parser, as in gc
        case NodeKind::DeclStmt:
            if (auto* group = asIf<GenDecl>(as<DeclStmt>(s)->decl)) declStmt(group);
            break;
        case NodeKind::LabeledStmt: stmt(as<LabeledStmt>(s)->stmt); break;
        case NodeKind::ExprStmt: exprStmt(as<ExprStmt>(s)); break;
        case NodeKind::SendStmt: sendStmt(as<SendStmt>(s)); break;
        case NodeKind::IncDecStmt: incDecStmt(as<IncDecStmt>(s)); break;
        case NodeKind::AssignStmt: assignStmt(as<AssignStmt>(s)); break;
        case NodeKind::GoStmt: suspendedCall("go", as<GoStmt>(s)->call); break;
        case NodeKind::DeferStmt:
            // A defer in the body of a range over a function belongs to the function around the loop.
            for (FunctionInfo* fn = env_.fn; fn != nullptr;
                 fn = fn->rangeBody != nullptr ? fn->outer : nullptr) {
                fn->hasDefer = true;
            }
            suspendedCall("defer", as<DeferStmt>(s)->call);
            break;
        case NodeKind::ReturnStmt: returnStmt(as<ReturnStmt>(s)); break;
        case NodeKind::BlockStmt:
            openScope(&as<BlockStmt>(s)->scope);
            stmtList(as<BlockStmt>(s)->stmts);
            closeScope();
            break;
        case NodeKind::IfStmt: ifStmt(as<IfStmt>(s)); break;
        case NodeKind::SwitchStmt: switchStmt(as<SwitchStmt>(s)); break;
        case NodeKind::TypeSwitchStmt: typeSwitchStmt(as<TypeSwitchStmt>(s)); break;
        case NodeKind::SelectStmt: selectStmt(as<SelectStmt>(s)); break;
        case NodeKind::ForStmt: forStmt(as<ForStmt>(s)); break;
        case NodeKind::RangeStmt: rangeStmt(as<RangeStmt>(s)); break;
        default: SLUICE_UNREACHABLE("not a statement");
    }
}

void PackageChecker::exprStmt(ExprStmt* s) {
    Operand x;
    ExprKind kind = rawExpr(nullptr, x, s->expr, nullptr, false);
    const char* what = " is not used";
    DiagCode code = DiagCode::UnusedExpr;
    if (x.mode == ExprMode::Builtin) {
        what = " must be called";
        code = DiagCode::UncalledBuiltin;
    } else if (x.mode == ExprMode::TypeExpr) {
        what = " is not an expression";
        code = DiagCode::NotAnExpression;
    } else if (kind == ExprKind::Statement) {
        return;
    }
    error(code, x, text(x, what));
}

void PackageChecker::sendStmt(SendStmt* s) {
    Operand channel, value;
    expr(nullptr, channel, s->channel);
    expr(nullptr, value, s->value);
    if (channel.invalid() || value.invalid()) return;
    Type* core = coreType(channel.type);
    Chan* chan = core == nullptr ? nullptr : core->dyn<Chan>();
    if (core == nullptr) {
        error(DiagCode::InvalidSend, s,
              text("invalid operation: cannot send to ", channel, ": no core type"));
    } else if (chan == nullptr) {
        error(DiagCode::InvalidSend, s, text("invalid operation: cannot send to non-channel ", channel));
    } else if (chan->dir == ChanDir::ReceiveOnly) {
        error(DiagCode::InvalidSend, s,
              text("invalid operation: cannot send to receive-only channel ", channel));
    } else {
        assignment(value, chan->elem, "send");
    }
}

void PackageChecker::incDecStmt(IncDecStmt* s) {
    Operand x;
    expr(nullptr, x, s->operand);
    if (x.invalid()) return;
    if (!allNumeric(x.type)) {
        error(DiagCode::UndefinedOperator, s->operand,
              text("invalid operation: ", s->operand, s->op, " (non-numeric type ", x.type, ")"));
        return;
    }
    assignVar(s->operand, nullptr, &x, "assignment");
}

void PackageChecker::assignStmt(AssignStmt* s) {
    if (s->op == Token::Assign) {
        assignVars(s->left, s->right);
        return;
    }
    if (s->op == Token::Define) {
        shortVarDecl(s);
        return;
    }
    Token op = assignOperator(s->op);
    if (s->left.size() != 1 || s->right.size() != 1) {
        error(DiagCode::WrongAssignCount, s,
              text("assignment operation ", op, " requires single-valued expressions"));
        return;
    }
    Operand x;
    binary(x, nullptr, s->left[0], s->right[0], op);
    Expr* value = x.expr;
    assignVar(s->left[0], nullptr, &x, "assignment");
    // The right operand of a compound assignment has the type of the left one, unless it is a shift count.
    if (!x.invalid() && op != Token::Shl && op != Token::Shr && value != nullptr) {
        updateExprType(s->right[0], s->left[0]->type, false);
    }
}

void PackageChecker::returnStmt(ReturnStmt* s) {
    const std::vector<Var*>& results = env_.sig->results;
    // A return inside the body of a range over a function assigns the results of the function around it.
    if (env_.fn != nullptr && env_.fn->rangeBody != nullptr) {
        for (Var* v : results) {
            bool wasUsed = v->used;
            useVar(v);
            v->used = wasUsed;
            v->reassigned = true;
        }
    }
    if (!s->results.empty()) {
        for (Var* v : results) v->reassigned = true;  // a deferred closure sees the new value
    }
    if (s->results.empty() && !results.empty() && results[0]->name) {
        for (Var* v : results) {
            Object* alt = lookup(v->name);
            if (alt == nullptr || alt == v || v->name.isBlank()) continue;
            error(DiagCode::ResultNotInScope, s,
                  text("result parameter ", v->name, " not in scope at return"),
                  {{alt->pos, text("inner declaration of var ", alt->name, " ", alt->type)}});
        }
        return;
    }
    if (results.empty() && s->results.empty()) return;
    if (results.empty()) {
        std::vector<Operand> values;
        if (useAll(s->results)) {
            exprList(s->results, values);
            if (!values.empty() && values[0].invalid()) return;
            error(DiagCode::WrongResultCount, s->results[0], tooManyReturns(values));
        }
        return;
    }
    if (s->results.empty()) {
        returnError(s, results, {});
        return;
    }
    initVars(results, s->results, s);
}

std::string PackageChecker::tooManyReturns(const std::vector<Operand>& values) {
    std::vector<Type*> have;
    for (const Operand& x : values) have.push_back(x.type);
    return text("too many return values\n\thave ", typesSummary(have, false, false), "\n\twant ()");
}

void PackageChecker::ifStmt(IfStmt* s) {
    openScope(&s->scope);
    stmt(s->init);
    Operand x;
    expr(nullptr, x, s->condition);
    if (!x.invalid() && !allBoolean(x.type)) {
        error(DiagCode::InvalidCondition, s->condition, "non-boolean condition in if statement");
    }
    stmt(s->thenBlock);
    stmt(s->elseStmt);
    closeScope();
}

void PackageChecker::forStmt(ForStmt* s) {
    openScope(&s->scope);
    const ForStmt* savedPost = env_.postOf;
    env_.postOf = nullptr;
    stmt(s->init);
    for (Object* obj : env_.scope->objects()) {
        if (auto* v = obj->dyn<Var>()) {
            v->isLoopVar = true;
            v->loop = s;
        }
    }
    env_.postOf = s;
    if (s->condition != nullptr) {
        size_t top = delayed_.size();
        Operand x;
        expr(nullptr, x, s->condition);
        if (!x.invalid() && !allBoolean(x.type)) {
            error(DiagCode::InvalidCondition, s->condition, "non-boolean condition in for statement");
        }
        processDelayed(top);
    }
    stmt(s->post);
    env_.postOf = savedPost;
    if (auto* define = asIf<AssignStmt>(s->post); define != nullptr && define->op == Token::Define)
        useAll(define->left);
    stmt(s->body);
    closeScope();
}

void PackageChecker::suspendedCall(const char* keyword, Expr* call) {
    DiagCode code = DiagCode::InvalidGoDefer;
    if (!isA<CallExpr>(call)) {
        error(code, call, text("expression in ", keyword, " must be function call"));
        use(call);
        return;
    }
    Operand x;
    ExprKind kind = rawExpr(nullptr, x, call, nullptr, false);
    if (x.invalid() || kind == ExprKind::Statement) return;
    const char* what =
        kind == ExprKind::Conversion ? " requires function call, not conversion " : " discards result of ";
    error(code, x, text(keyword, what, x));
}

void PackageChecker::selectStmt(SelectStmt* s) {
    CommClause* firstDefault = nullptr;
    for (CommClause* clause : s->clauses) {
        if (clause->comm != nullptr) continue;
        if (firstDefault != nullptr) {
            error(DiagCode::DuplicateDefault, clause,
                  text("multiple defaults (first at ", positionText(firstDefault->pos), ")"));
        } else {
            firstDefault = clause;
        }
    }
    for (CommClause* clause : s->clauses) {
        Expr* received = nullptr;
        bool valid = clause->comm == nullptr || isA<SendStmt>(clause->comm);
        if (auto* assign = asIf<AssignStmt>(clause->comm)) {
            if (assign->right.size() == 1) received = assign->right[0];
        } else if (auto* plain = asIf<ExprStmt>(clause->comm)) {
            received = plain->expr;
        }
        if (received != nullptr) {
            auto* unaryExpr = asIf<UnaryExpr>(unparen(received));
            valid = unaryExpr != nullptr && unaryExpr->op == Token::Arrow;
        }
        if (!valid) {
            // gc's tree puts an expression statement at its operator.
            auto* plain = asIf<ExprStmt>(clause->comm);
            error(DiagCode::InvalidSelectCase,
                  plain != nullptr ? At(operatorPosition(plain->expr)) : At(clause->comm),
                  "select case must be send or receive (possibly with assignment)");
            continue;
        }
        openScope(&clause->scope);
        if (clause->comm != nullptr) stmt(clause->comm);
        stmtList(clause->body);
        closeScope();
    }
}
}  // namespace sluice
